package steward.conversation.time;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import steward.conversation.session.RepSession;
import steward.conversation.session.Submission;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.dashboard.time.TimeLines;
import steward.message.About;
import steward.message.Control.Pick;
import steward.message.Form;
import steward.message.Form.Field;
import steward.message.Form.Input;
import steward.message.Message;
import steward.message.Part;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.plan.Status;
import steward.worksheet.questions.Reading;
import steward.worksheet.time.SpentTime;
import steward.worksheet.values.Hours;

/** An entry of the time log as a form: a new one, or one to be changed, which may move to another account. */
public final class TimeForm {

    static final About ACCOUNT = new About("", "time.account", 0);
    static final About HOURS = new About("", "time.hours", 0);
    static final About DAY = new About("", "time.day", 0);
    static final About KIND = new About("", "time.kind", 0);
    static final About NOTE = new About("", "time.note", 0);

    public static final String TOKEN = "time:";
    private static final int ACCOUNTS_MAX = 100;
    private static final int HOURS_CHARACTERS_MAX = 60;

    private final RepSession session;
    private final TurnContext context;
    private final TimeLog log;
    private final TimeReplies replies;

    public TimeForm(RepSession session, TurnContext context) {
        this.session = session;
        this.context = context;
        this.log = new TimeLog(session, context);
        this.replies = new TimeReplies(log, context.reader());
    }

    // ── Opening ──────────────────────────────────────────────────────────────────────────────────────────

    /** A new entry; {@code about} is the account it begins with, if the rep tapped something of it. */
    Form blank(Optional<Plan> about) {
        return blank(about, context.today());
    }

    /** The same, for a day that it begins with. */
    Form blank(Optional<Plan> about, LocalDate day) {
        return draw(
                TOKEN + " new",
                "Log time",
                about.filter(plan -> plan.status() != Status.CLOSED),
                Optional.empty(),
                day);
    }

    /** An entry to be changed. */
    Form of(TimeLog.Line line) {
        return draw(
                TOKEN + " " + line.ref().text(),
                "Change time",
                Optional.of(line.plan()),
                Optional.of(TimeDraft.of(line.entry())),
                line.entry().day());
    }

    private Form draw(String token, String title, Optional<Plan> account, Optional<TimeDraft> spent, LocalDate day) {
        List<Field> fields = List.of(
                new Field(
                        ACCOUNT,
                        "Account",
                        "",
                        new Input.Choice(
                                picks(account),
                                account.map(plan -> plan.id().text()).orElse("")),
                        true),
                new Field(
                        HOURS,
                        "How long?",
                        "For example: 1h30, 90 min, 2",
                        new Input.Text(
                                spent.map(is -> is.time().shown(context.notation()))
                                        .orElse(""),
                                false,
                                HOURS_CHARACTERS_MAX),
                        true),
                new Field(DAY, "On which day?", "", new Input.Day(Optional.of(day)), true),
                new Field(
                        KIND,
                        "What for?",
                        "Only growth counts towards the hours that the plan requires.",
                        new Input.Choice(
                                List.of(
                                        new Pick("Growth: winning opportunities", "growth"),
                                        new Pick("Upkeep: serving the account as it is", "upkeep")),
                                spent.filter(TimeDraft::upkeep).isPresent() ? "upkeep" : "growth"),
                        true),
                new Field(
                        NOTE,
                        "Note",
                        "What it went into, if you want to know later.",
                        new Input.Text(spent.map(TimeDraft::note).orElse(""), false, SpentTime.NOTE_CHARACTERS_MAX),
                        false));
        return new Form(token, title, Message.of(), fields);
    }

    /** The accounts that are planned now, and the one that the entry is in. */
    private List<Pick> picks(Optional<Plan> account) {
        List<Plan> plans = new ArrayList<>(account.stream().toList());
        log.plans().stream()
                .filter(plan -> plan.status() != Status.CLOSED)
                .filter(plan -> account.map(Plan::id).filter(plan.id()::equals).isEmpty())
                .forEach(plans::add);
        return plans.stream()
                .limit(ACCOUNTS_MAX)
                .map(plan -> new Pick(
                        TimeLines.name(plan, context.reader()), plan.id().text()))
                .toList();
    }

    // ── Sent back ────────────────────────────────────────────────────────────────────────────────────────

    /** Logs or changes the entry; what can't be read is said under its field, and then nothing is written. */
    public Submission submitted(String token, Map<About, String> answers) {
        Optional<TimeRef> ref = TimeRef.of(token);
        Optional<TimeLog.Line> before = ref.flatMap(log::at);
        if (ref.isPresent() && before.isEmpty()) {
            return refused(Map.of(HOURS, "This entry was taken out while the form was open, so it can't be changed."));
        }
        Optional<Plan> plan = session.plan(new PlanId(answer(answers, ACCOUNT)))
                .filter(found -> found.status() != Status.CLOSED
                        || before.filter(line -> line.plan().id().equals(found.id()))
                                .isPresent());
        Reading<Hours> hours = SpentTime.hours(answer(answers, HOURS), context.notation());
        Reading<LocalDate> day = day(answer(answers, DAY));
        Map<About, String> complaints = new LinkedHashMap<>();
        if (plan.isEmpty()) {
            complaints.put(ACCOUNT, "Pick the account that it is for.");
        }
        complain(hours, HOURS, complaints);
        complain(day, DAY, complaints);
        if (!complaints.isEmpty()) {
            return refused(complaints);
        }
        boolean upkeep = answer(answers, KIND).equals("upkeep");
        Reading<TimeDraft> spent = hours.then(time ->
                day.then(on -> Reading.clear(new TimeDraft(on, time, upkeep, answer(answers, NOTE)))));
        return spent.either(is -> save(before, plan.orElseThrow(), is), hint -> refused(Map.of(HOURS, hint)));
    }

    private static String answer(Map<About, String> answers, About field) {
        return answers.getOrDefault(field, "").strip();
    }

    private Reading<LocalDate> day(String said) {
        try {
            return SpentTime.within(LocalDate.parse(said), context.today());
        } catch (DateTimeParseException e) {
            return Reading.unclear("Pick the day on which it was.");
        }
    }

    private static void complain(Reading<?> reading, About field, Map<About, String> complaints) {
        String hint = reading.either(value -> "", unclear -> unclear);
        if (!hint.isEmpty()) {
            complaints.put(field, hint);
        }
    }

    private static Submission refused(Map<About, String> complaints) {
        return new Submission(complaints, TurnResult.NOTHING);
    }

    private Submission save(Optional<TimeLog.Line> before, Plan plan, TimeDraft spent) {
        boolean isMoved =
                before.filter(line -> !line.plan().id().equals(plan.id())).isPresent();
        if (!isMoved && before.map(line -> TimeDraft.of(line.entry())).equals(Optional.of(spent))) {
            return new Submission(Map.of(), TurnResult.NOTHING);
        }
        before.filter(line -> isMoved).ifPresent(log::takeOut);
        Reading<TimeLog.Line> saved = before.isEmpty() || isMoved
                ? log.add(plan.id(), spent)
                : log.put(plan.id(), spent, before.get().entry().number());
        return saved.either(
                after -> {
                    log.close();
                    return said(before.map(line -> replies.changed(List.of(line), List.of(after)))
                            .orElseGet(() -> replies.logged(List.of(after))));
                },
                hint -> refused(Map.of(HOURS, hint)));
    }

    private Submission said(List<Part> parts) {
        return new Submission(Map.of(), TurnResult.reply(context.ids().get(), About.NOTHING, new Message(parts)));
    }
}
