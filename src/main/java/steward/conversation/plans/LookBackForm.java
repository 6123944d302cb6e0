package steward.conversation.plans;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import steward.conversation.accounts.MeantPlan;
import steward.conversation.desk.Occasion;
import steward.conversation.desk.Outcome;
import steward.conversation.desk.Submission;
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

    private final Occasion occasion;
    private final Turns turns;

    public LookBackForm(Occasion occasion, Turns turns) {
        this.occasion = occasion;
        this.turns = turns;
    }

    /** Opens it: {@code /plan lookback Acme} on the cycle that runs, a tap on the cycle it stands under. */
    Outcome opened(Optional<Plan> about, String rest, MeantPlan meant) {
        return about.isPresent() && rest.matches("[0-9]{1,4}")
                ? drawn(about.get(), Integer.parseInt(rest))
                : meant.then(about, rest, plan -> drawn(plan, plan.cycle()));
    }

    private Outcome drawn(Plan plan, int cycle) {
        if (cycle < 1 || cycle > plan.cycle()) {
            return Outcome.aside(Message.say(
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
        return Outcome.form(new Form(
                TOKEN + " " + plan.id().text(),
                "Look back",
                Message.of(new Part.Quiet(Words.literal(plan.account()))),
                fields));
    }

    private Situation situation(Plan plan, Blank blank) {
        return plan.situation(blank, occasion.today(), occasion.notation());
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
        Outcome outcome = turns.take(
                plan,
                turn -> turn.act(
                        false,
                        pen -> changed.forEach(blank -> {
                            String said = said(answers, Abouts.of(plan, blank));
                            pen.write(said.isEmpty() ? Kind.SKIPPED : Kind.ANSWERED, blank, said, said);
                        })));
        return new Submission(
                Map.of(),
                changed.isEmpty()
                        ? outcome
                        : outcome.with(Message.say("Noted. `/plan show {}` keeps it.", plan.account())));
    }

    private static String said(Map<About, String> answers, About about) {
        return answers.getOrDefault(about, "").strip();
    }
}
