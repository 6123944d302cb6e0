package steward.conversation.plans;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import steward.conversation.accounts.PlanResolver;
import steward.conversation.session.Submission;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.Turns;
import steward.dashboard.Abouts;
import steward.message.About;
import steward.message.Form;
import steward.message.Form.Field;
import steward.message.Form.Input;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Blank;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Situation;

/** The form at the end of a cycle: what worked, what didn't? Both may be left empty. */
public final class LookBackForm {

    /** What its token begins with; the plan's id follows. */
    public static final String TOKEN = "lookback:";

    private static final List<Question<String>> QUESTIONS = List.of(Worksheet.CYCLE_WORKED, Worksheet.CYCLE_NOT_WORKED);

    private static final int WORDS_CHARACTERS_MAX = 2_000;

    private final TurnContext context;
    private final Turns turns;

    public LookBackForm(TurnContext context, Turns turns) {
        this.context = context;
        this.turns = turns;
    }

    /** Opens it: {@code /plan lookback Acme} on the cycle that runs, a tap on the cycle it stands under. */
    TurnResult opened(Optional<Plan> about, String rest, PlanResolver meant) {
        return about.isPresent() && rest.matches("[0-9]{1,4}")
                ? drawn(about.get(), Integer.parseInt(rest))
                : meant.then(about, rest, plan -> drawn(plan, plan.cycle()));
    }

    private TurnResult drawn(Plan plan, int cycle) {
        if (cycle < 1 || cycle > plan.cycle()) {
            return TurnResult.aside(Message.say(
                    "*{}* is a draft: there is something to look back on once its 90 days run.", plan.account()));
        }
        List<Field> fields = QUESTIONS.stream()
                .map(question -> new Field(
                        about(plan, question, cycle),
                        question.label() + "?",
                        "For example: " + question.example(situation(plan, new Blank(question, cycle))),
                        new Input.Text(plan.get(question, cycle).orElse(""), true, WORDS_CHARACTERS_MAX),
                        false))
                .toList();
        return TurnResult.form(new Form(
                TOKEN + " " + plan.id().text(),
                "Look back",
                Message.of(new Part.Quiet(Words.literal(plan.account()))),
                fields));
    }

    private Situation situation(Plan plan, Blank blank) {
        return plan.situation(blank, context.today(), context.notation());
    }

    private static About about(Plan plan, Question<?> question, int cycle) {
        return Abouts.of(plan, new Blank(question, cycle));
    }

    public Submission submitted(Plan plan, Map<About, String> answers) {
        List<Blank> changed = new ArrayList<>();
        for (int cycle = 1; cycle <= plan.cycle(); cycle++) {
            for (Question<String> question : QUESTIONS) {
                About about = about(plan, question, cycle);
                String before = plan.get(question, cycle).orElse("");
                if (answers.containsKey(about) && !said(answers, about).equals(before)) {
                    changed.add(new Blank(question, cycle));
                }
            }
        }
        TurnResult result = turns.take(
                plan,
                turn -> turn.act(
                        false,
                        writer -> changed.forEach(blank -> {
                            String said = said(answers, Abouts.of(plan, blank));
                            writer.write(said.isEmpty() ? Kind.SKIPPED : Kind.ANSWERED, blank, said, said);
                        })));
        return new Submission(Map.of(), result);
    }

    private static String said(Map<About, String> answers, About about) {
        return answers.getOrDefault(about, "").strip();
    }
}
