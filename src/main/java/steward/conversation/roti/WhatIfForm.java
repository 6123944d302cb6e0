package steward.conversation.roti;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import steward.conversation.session.RepSession;
import steward.conversation.session.Submission;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.writing.Hints;
import steward.dashboard.Abouts;
import steward.dashboard.roti.WhatIfMessage;
import steward.message.About;
import steward.message.Form;
import steward.message.Form.Field;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.roti.WhatIf;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Situation;

/** What a rep wonders about, as a form: it comes back as a look at what would be. */
public final class WhatIfForm {

    public static final String TOKEN = "whatif:";

    private static final int CHARACTERS_MAX = 40;

    private final Plan plan;
    private final TurnContext context;
    private final Map<About, String> answers;
    private final Map<About, String> complaints = new LinkedHashMap<>();

    private WhatIfForm(Plan plan, TurnContext context, Map<About, String> answers) {
        this.plan = plan;
        this.context = context;
        this.answers = answers;
    }

    static Form of(Plan plan, TurnContext context) {
        Message body = Message.of(new Part.Quiet(
                Words.of("{} · what you leave empty stays as it is. Nothing is saved.", plan.account())));
        List<Field> fields = new ArrayList<>();
        fields.add(field(plan, Worksheet.HOURS_REQUIRED, "Hours required", context));
        fields.add(field(plan, Worksheet.PROBABILITY, "Probability of all that is open", context));
        fields.add(field(plan, Worksheet.GROSS_MARGIN, "Gross margin", context));
        return new Form(TOKEN + " " + plan.id().text(), "What if", body, fields, "Show me");
    }

    private static Field field(Plan plan, Question<?> question, String label, TurnContext context) {
        Blank blank = Blank.of(question);
        Situation situation = plan.situation(blank, context.today(), context.notation());
        String now = plan.shown(blank, context.today(), context.notation())
                .map(shown -> "Now: " + shown)
                .orElse("For example: " + question.example(situation));
        return new Field(Abouts.of(plan, blank), label, now, new Form.Input.Text("", false, CHARACTERS_MAX), "");
    }

    public static Submission submitted(
            RepSession session, String planId, Map<About, String> answers, TurnContext context) {
        return session.plan(new PlanId(planId))
                .map(plan -> new WhatIfForm(plan, context, answers).submission())
                .orElseGet(() -> new Submission(Map.of(), TurnResult.aside(Hints.noSuchPlan())));
    }

    private Submission submission() {
        WhatIf change =
                new WhatIf(read(Worksheet.HOURS_REQUIRED), read(Worksheet.PROBABILITY), read(Worksheet.GROSS_MARGIN));
        if (complaints.isEmpty() && change.equals(new WhatIf(Optional.empty(), Optional.empty(), Optional.empty()))) {
            complaints.put(
                    Abouts.of(plan, Blank.of(Worksheet.HOURS_REQUIRED)),
                    "Fill in one of the three, to see what it would change.");
        }
        return complaints.isEmpty()
                ? new Submission(
                        Map.of(), TurnResult.aside(new WhatIfMessage(plan, change, context.reader()).message()))
                : new Submission(complaints, TurnResult.NOTHING);
    }

    private <T> Optional<T> read(Question<T> question) {
        About about = Abouts.of(plan, Blank.of(question));
        String said = answers.getOrDefault(about, "").strip();
        if (said.isEmpty()) {
            return Optional.empty();
        }
        return question.read(said, Situation.ofNoPlan(context.today(), context.notation()))
                .either(Optional::of, hint -> {
                    complaints.put(about, hint);
                    return Optional.empty();
                });
    }
}
