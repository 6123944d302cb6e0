package steward.conversation.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.conversation.session.NudgeMessage;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.dashboard.Abouts;
import steward.dashboard.time.TimeLines;
import steward.message.Control.Button;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.nudges.AskedHours;
import steward.nudges.AskedWeek;
import steward.nudges.Subject;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.Status;
import steward.plan.TimeEntry;
import steward.plan.accounts.Accounts;
import steward.plan.accounts.Names;
import steward.worksheet.values.Hours;

/**
 * Handles answers to the nudge that asks for the week's hours. What is tapped is logged once; an account that is answered stays as it is,
 * since a message on another screen may still show its buttons.
 */
public final class TimeNudgeAnswers {

    private static final Pattern MINUTES = Pattern.compile("\\d{1,4}");
    private static final Pattern SAME =
            Pattern.compile("(?:(?:all|the) )?(?:same )?as last week|same(?: again)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOTHING = Pattern.compile(
            "none|nothing|no|no (?:time|hours)|zero|0 ?h?|(?:none|nothing) (?:for all|more|to add)|that(?:'s|’s| is) (?:all|it)|enough"
                    + "|nothing (?:at all|really)|(?:i )?(?:was|am|been|have been|'ve been) (?:on (?:holiday|vacation|leave|pto)|off|sick|ill|away|out sick)(?: all week| the whole week)?"
                    + "|(?:on )?(?:holiday|vacation|pto|leave)",
            Pattern.CASE_INSENSITIVE);
    /** The week is what was asked for; it need not be said. */
    private static final Pattern THIS_WEEK =
            Pattern.compile("(?<=\\S) (?:for |in )?(?:this|the) week\\b(?!['’])", Pattern.CASE_INSENSITIVE);

    private static final Pattern PIECES = Pattern.compile("\\s*[,;\\n\\r]+\\s*");
    private static final Pattern REST = Pattern.compile(
            "(?:and )?(?:the |all the )?(?:rest|others?|everything else|everyone else)(?: (?:is|was|got|gets))?:? (?:none|nothing|zero|0 ?h?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SETTLED = Pattern.compile(
            "(.+?)\\s*[:=–-]?\\s+(?:none|nothing|no (?:time|hours)|zero|0 ?h?|enough)|(?:none|nothing) (?:for|on|at) (.+)",
            Pattern.CASE_INSENSITIVE);

    private final RepSession session;
    private final TurnContext context;
    private final NudgeMessage nudged;
    private final AskedWeek week;

    public TimeNudgeAnswers(RepSession session, TurnContext context, NudgeMessage nudged) {
        this.session = session;
        this.context = context;
        this.nudged = nudged;
        this.week = AskedWeek.of(nudged.sent(), session.rep().preferences().week());
    }

    // ── Taps ─────────────────────────────────────────────────────────────────────────────────────────────

    /** {@code answer} is a number of minutes or one of the words that the buttons of the message say. */
    public TurnResult tapped(Optional<Plan> about, String answer) {
        return switch (answer) {
            case "same" -> TurnResult.aside(asLastWeek());
            case "nothing" -> TurnResult.aside(nothing());
            default ->
                about.map(plan -> tapped(hours(plan), answer))
                        .orElseGet(() -> TurnResult.aside(Message.say("That plan is not among yours any more.")));
        };
    }

    private TurnResult tapped(AskedHours hours, String answer) {
        if (hours.plan().status() == Status.CLOSED) {
            return TurnResult.aside(Message.say(
                    "The plan for *{}* is closed, so nothing has changed.",
                    hours.plan().account()));
        }
        if (answer.equals("other")) {
            return TurnResult.form(new TimeForm(session, context).blank(Optional.of(hours.plan()), week.lastWorkday()));
        }
        if (hours.isAnswered()) {
            return TurnResult.aside(standing(holding(hours), hours));
        }
        return TurnResult.aside(
                MINUTES.matcher(answer).matches() ? logged(hours, new Hours(Long.parseLong(answer))) : settled(hours));
    }

    private Message logged(AskedHours hours, Hours time) {
        PlanCard card = card(hours);
        return entered(List.of(part(card, new TimeDraft(week.lastWorkday(), time, false, ""))), List.of());
    }

    private Message settled(AskedHours hours) {
        settle(List.of(hours));
        noteIfAnswered();
        return standing(
                hours.logged().isPositive()
                        ? Words.of("Fine: *{}* stays at {} {}.", name(hours), shown(hours), when())
                        : Words.of("Fine: nothing for *{}* {}.", name(hours), when()),
                hours);
    }

    private Words holding(AskedHours hours) {
        return hours.logged().isPositive()
                ? Words.of("*{}* has {} logged {}, so nothing has changed.", name(hours), shown(hours), when())
                : Words.of("You said there is nothing to log on *{}* {}.", name(hours), when());
    }

    private String when() {
        return week.called(context.today());
    }

    private String name(AskedHours hours) {
        return TimeLines.name(hours.plan(), context.reader());
    }

    private String shown(AskedHours hours) {
        return hours.logged().shown(context.notation());
    }

    /** What an account has, and a way to log more on it. */
    private static Message standing(Words words, AskedHours hours) {
        return Message.of(
                new Part.Paragraph(words),
                new Part.Choices(
                        Abouts.of(hours.plan()),
                        List.of(new Button("Log time", hours.sent().says("other")))));
    }

    // ── For all accounts ─────────────────────────────────────────────────────────────────────────────────

    private Message nothing() {
        List<AskedHours> open = open();
        if (open.isEmpty()) {
            return answeredAlready();
        }
        settle(open);
        noteIfAnswered();
        return Message.of(new Part.Paragraph(Words.of("Nothing to add then: {}.", names(open))));
    }

    private static Message answeredAlready() {
        return Message.say(
                "Each account is answered already. `/time` shows the log, where every entry can be changed.");
    }

    /** Logs what was logged the week before, day by day, on accounts without any hours; those with some keep them. */
    private Message asLastWeek() {
        List<AskedHours> open = open();
        if (open.isEmpty()) {
            return answeredAlready();
        }
        List<AskedHours> kept = open.stream()
                .filter(hours -> hours.logged().isPositive() || hours.before().isEmpty())
                .toList();
        List<TimePart> entries = open.stream()
                .filter(hours -> !kept.contains(hours))
                .flatMap(this::asBefore)
                .toList();
        return entries.isEmpty() ? nothing() : entered(entries, kept);
    }

    private Stream<TimePart> asBefore(AskedHours hours) {
        Map<TimeDraft, Hours> sums = new LinkedHashMap<>();
        for (TimeEntry entry : hours.before()) {
            LocalDate day = entry.day().plusWeeks(1);
            LocalDate inTime = day.isAfter(week.lastWorkday()) ? week.lastWorkday() : day;
            sums.merge(new TimeDraft(inTime, Hours.NONE, entry.upkeep(), ""), entry.time(), Hours::plus);
        }
        return sums.entrySet().stream()
                .map(sum -> part(
                        card(hours),
                        new TimeDraft(
                                sum.getKey().day(), sum.getValue(), sum.getKey().upkeep(), "")));
    }

    // ── Words in the thread ──────────────────────────────────────────────────────────────────────────────

    /** Words read like those of {@code /time}; where no day is said, the week's last working day is meant. */
    public Message heard(String typed) {
        String said = THIS_WEEK.matcher(typed).replaceAll(" ");
        String words = said.strip().replaceFirst("[.!]+$", "");
        if (TimeText.isTooLong(words)) {
            return Message.say("That is too long to read at once. Send it in two or three parts, please.");
        }
        Optional<Message> corrected = new TimeCorrection(session, context).heard(said);
        if (corrected.isPresent()) {
            return corrected.get();
        }
        if (SAME.matcher(words).matches()) {
            return asLastWeek();
        }
        if (NOTHING.matcher(words).matches()) {
            return nothing();
        }
        List<AskedHours> settled = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        boolean isRestNothing = false;
        for (String piece : PIECES.split(said.strip(), 0)) {
            Optional<AskedHours> without = without(piece);
            boolean isOfRest = REST.matcher(piece).matches();
            isRestNothing |= isOfRest;
            if (without.isPresent()) {
                settled.add(without.get());
            } else if (!isOfRest) {
                rest.add(piece);
            }
        }
        boolean isWhole = settled.isEmpty() && !isRestNothing;
        List<TimePart> entries = reader().read(isWhole ? said : String.join(", ", rest));
        if (isRestNothing && entries.stream().allMatch(TimePart::isClear)) {
            settled.addAll(open().stream()
                    .filter(hours ->
                            !settled.contains(hours) && entries.stream().noneMatch(part -> isOf(part, hours)))
                    .toList());
        }
        return entries.isEmpty() && settled.isEmpty()
                ? Message.say("I read hours here, like `Acme 2h30 site visit`.")
                : entered(entries, settled);
    }

    private static boolean isOf(TimePart part, AskedHours hours) {
        return part.plans().stream()
                .anyMatch(card -> Names.plain(card.account())
                        .equals(Names.plain(hours.plan().account())));
    }

    /** The account of which a piece says that it got nothing: "Delta none". */
    private Optional<AskedHours> without(String piece) {
        Matcher none = SETTLED.matcher(piece);
        if (!none.matches()) {
            return Optional.empty();
        }
        List<AskedHours> asked = asked();
        List<PlanCard> meant = new Accounts(asked.stream().map(this::card).toList())
                .called(none.group(1) == null ? none.group(2) : none.group(1));
        return asked.stream()
                .filter(hours -> meant.size() == 1
                        && hours.plan().id().equals(meant.get(0).id()))
                .findFirst();
    }

    private TimeReader reader() {
        List<Subject> subjects = nudged.sent().subjects();
        return new TimeReader(
                session.plans(),
                context,
                Optional.of(subjects.get(0).plan()).filter(only -> subjects.size() == 1),
                week.lastWorkday(),
                workdays());
    }

    private List<LocalDate> workdays() {
        return week.from()
                .datesUntil(week.lastWorkday().plusDays(1))
                .filter(session.rep().preferences().week()::isWorkday)
                .toList();
    }

    // ── Writing ──────────────────────────────────────────────────────────────────────────────────────────

    private Message entered(List<TimePart> entries, List<AskedHours> kept) {
        settle(kept);
        TimeLog log = new TimeLog(session, context);
        Message entered = new TimeLogging(log, context).enter(entries);
        log.close();
        settle(asked().stream()
                .filter(hours -> entries.stream().anyMatch(part -> isInAnotherYear(part, hours.plan())))
                .toList());
        noteIfAnswered();
        return kept.isEmpty()
                ? entered
                : entered.then(Message.of(new Part.Quiet(Words.of("Nothing to add: {}", names(kept)))));
    }

    private void settle(List<AskedHours> accounts) {
        Entry entry = new Entry(Kind.WEEK_SETTLED, "", 0, week.lastWorkday().toString(), "", context.now());
        accounts.forEach(hours -> session.write(hours.plan().id(), List.of(entry)));
    }

    /** Whether it went to the same account's plan of another year, so that this one's week is told all the same. */
    private static boolean isInAnotherYear(TimePart part, Plan plan) {
        return part.isClear()
                && part.plans().stream()
                        .anyMatch(card -> !card.id().equals(plan.id())
                                && Names.plain(card.account()).equals(Names.plain(plan.account())));
    }

    /** Hours count to the year they were spent in: in December that may be a plan which next year's has closed. */
    private PlanCard ofItsYear(PlanCard card, LocalDate day) {
        return new Accounts(session.plans())
                .exactly(card.account()).stream()
                        .filter(other -> other.year() == day.getYear())
                        .findFirst()
                        .orElse(card);
    }

    private void noteIfAnswered() {
        if (open().isEmpty()) {
            session.answered(nudged);
        }
    }

    private List<AskedHours> open() {
        return asked().stream().filter(hours -> !hours.isAnswered()).toList();
    }

    private List<AskedHours> asked() {
        return nudged.sent().subjects().stream()
                .flatMap(subject -> session.plan(subject.plan()).stream())
                .filter(plan -> plan.status() != Status.CLOSED)
                .map(this::hours)
                .toList();
    }

    private AskedHours hours(Plan plan) {
        return new AskedHours(nudged.sent(), week, plan);
    }

    private TimePart part(PlanCard card, TimeDraft spent) {
        return new TimePart(
                card.account() + " " + spent.time().shown(context.notation()),
                Words.of(""),
                Optional.of(spent),
                List.of(ofItsYear(card, spent.day())),
                true);
    }

    private PlanCard card(AskedHours hours) {
        Plan plan = hours.plan();
        return new PlanCard(
                plan.id(),
                plan.account(),
                plan.year(),
                plan.status(),
                plan.lastHeard().orElse(context.now()));
    }

    /** "Acme Glass (2 h), Delta Foods". */
    private String names(List<AskedHours> accounts) {
        return String.join(
                ", ",
                accounts.stream()
                        .map(hours -> name(hours) + (hours.logged().isPositive() ? " (" + shown(hours) + ")" : ""))
                        .toList());
    }
}
