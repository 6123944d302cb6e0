package steward.conversation.actions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.session.RepSession;
import steward.conversation.session.Submission;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.Turns;
import steward.conversation.turn.writing.Hints;
import steward.dashboard.Abouts;
import steward.dashboard.ActionLines;
import steward.message.About;
import steward.message.Control.Pick;
import steward.message.Form;
import steward.message.Form.Field;
import steward.message.Form.Input;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Action;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.plan.Status;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Situation;

/** The small forms about actions: a new one, how long one took, and why one is dropped. */
public final class ActionForms {

    public static final String TOKEN = "actions:";

    private static final Pattern FORM = Pattern.compile(TOKEN + " (add|time|dropped) (\\S+) ([0-9]{1,6})");

    private static final int WORDS_CHARACTERS_MAX = 2_000;
    private static final int TIME_CHARACTERS_MAX = 60;
    private static final int CONTACTS_MAX = 100;

    private final RepSession session;
    private final TurnContext context;
    private final Turns turns;

    public ActionForms(RepSession session, TurnContext context, Turns turns) {
        this.session = session;
        this.context = context;
        this.turns = turns;
    }

    // ── Opening ──────────────────────────────────────────────────────────────────────────────────────────

    /** A new action of a plan. */
    Form add(Plan plan) {
        List<Field> fields = new ArrayList<>();
        fields.add(field(
                plan, Worksheet.ACTION, 0, "What will you do?", new Input.Text("", false, WORDS_CHARACTERS_MAX), true));
        fields.add(field(plan, Worksheet.ACTION_DUE, 0, "By when?", new Input.Day(Optional.empty()), false));
        List<Pick> contacts = Worksheet.ACTION_CONTACT.choices(situation(plan, 0)).stream()
                .limit(CONTACTS_MAX)
                .map(choice -> new Pick(choice.label(), choice.says()))
                .toList();
        if (!contacts.isEmpty()) {
            fields.add(field(plan, Worksheet.ACTION_CONTACT, 0, "With whom?", new Input.Choice(contacts, ""), false));
        }
        return new Form(token("add", plan, 0), "Next step", note(plan.account()), fields);
    }

    /** How long a done action took. */
    Form took(Plan plan, Action action) {
        Field time = field(
                plan,
                Worksheet.ACTION_TOOK,
                action.row(),
                "How long did it take?",
                new Input.Text("", false, TIME_CHARACTERS_MAX),
                true);
        return new Form(token("time", plan, action.row()), "Log time", note(ActionLines.name(action)), List.of(time));
    }

    /** Why an action is dropped; it may be left empty. */
    Form reason(Plan plan, Action action) {
        Field reason = field(
                plan,
                Worksheet.ACTION_DROPPED,
                action.row(),
                "Why drop it?",
                new Input.Text("", false, WORDS_CHARACTERS_MAX),
                false);
        return new Form(
                token("dropped", plan, action.row()),
                "Drop an action",
                note(ActionLines.name(action)),
                List.of(reason),
                "Drop it");
    }

    private static Message note(String words) {
        return Message.of(new Part.Quiet(Words.literal(words)));
    }

    private Field field(Plan plan, Question<?> question, int row, String label, Input input, boolean required) {
        String example = question.answer().isDate() || question.equals(Worksheet.ACTION_CONTACT)
                ? ""
                : "For example: " + question.example(situation(plan, row));
        return new Field(about(plan, question, row), label, example, input, required);
    }

    private static About about(Plan plan, Question<?> question, int row) {
        return Abouts.of(plan, new Blank(question, row));
    }

    private static String token(String verb, Plan plan, int row) {
        return TOKEN + " " + verb + " " + plan.id().text() + " " + row;
    }

    private Situation situation(Plan plan, int row) {
        return plan.situation(new Blank(Worksheet.ACTION, row), context.today(), context.notation());
    }

    // ── Taking back ──────────────────────────────────────────────────────────────────────────────────────

    public Submission submitted(String token, Map<About, String> answers) {
        Matcher form = FORM.matcher(token);
        Optional<Plan> found = form.matches()
                ? session.plan(new PlanId(form.group(2))).filter(plan -> plan.status() != Status.CLOSED)
                : Optional.empty();
        if (found.isEmpty()) {
            return accepted(TurnResult.aside(Hints.noSuchPlan()));
        }
        Plan plan = found.get();
        int row = Integer.parseInt(form.group(3));
        return switch (form.group(1)) {
            case "add" -> added(plan, answers);
            case "time" -> timed(plan, row, said(plan, Worksheet.ACTION_TOOK, row, answers));
            default ->
                accepted(answers().take(plan, row, "dropped", said(plan, Worksheet.ACTION_DROPPED, row, answers)));
        };
    }

    private ActionAnswers answers() {
        return new ActionAnswers(session, context, turns);
    }

    private static Submission accepted(TurnResult result) {
        return new Submission(Map.of(), result);
    }

    private static String said(Plan plan, Question<?> question, int row, Map<About, String> answers) {
        return answers.getOrDefault(about(plan, question, row), "").strip();
    }

    private Submission added(Plan plan, Map<About, String> answers) {
        Map<About, String> complaints = new LinkedHashMap<>();
        List<Question<?>> questions = List.of(Worksheet.ACTION, Worksheet.ACTION_DUE, Worksheet.ACTION_CONTACT);
        for (Question<?> question : questions) {
            String said = said(plan, question, 0, answers);
            if (!said.isEmpty() || question.equals(Worksheet.ACTION)) {
                question.readKept(said, situation(plan, 0))
                        .either(kept -> "", hint -> complaints.put(about(plan, question, 0), hint));
            }
        }
        return complaints.isEmpty()
                ? accepted(new NewAction(session, context, turns)
                        .add(
                                plan,
                                said(plan, Worksheet.ACTION, 0, answers),
                                said(plan, Worksheet.ACTION_DUE, 0, answers),
                                said(plan, Worksheet.ACTION_CONTACT, 0, answers)))
                : new Submission(complaints, TurnResult.NOTHING);
    }

    private Submission timed(Plan plan, int row, String said) {
        Optional<String> hint = plan.action(row)
                .flatMap(action -> new ActionTime(session, context, turns)
                        .read(plan, action, said)
                        .either(time -> Optional.empty(), Optional::of));
        return hint.map(unclear ->
                        new Submission(Map.of(about(plan, Worksheet.ACTION_TOOK, row), unclear), TurnResult.NOTHING))
                .orElseGet(() -> accepted(answers().take(plan, row, "time", said)));
    }
}
