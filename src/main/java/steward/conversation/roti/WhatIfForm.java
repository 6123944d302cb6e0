package steward.conversation.roti;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import steward.conversation.desk.Desk;
import steward.conversation.desk.Occasion;
import steward.conversation.desk.Outcome;
import steward.conversation.desk.Submission;
import steward.conversation.turn.Hints;
import steward.dashboard.Abouts;
import steward.dashboard.WhatIfMessage;
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
    private final Occasion occasion;
    private final Map<About, String> answers;
    private final Map<About, String> complaints = new LinkedHashMap<>();

    private WhatIfForm(Plan plan, Occasion occasion, Map<About, String> answers) {
        this.plan = plan;
        this.occasion = occasion;
        this.answers = answers;
    }

    static Form of(Plan plan, Occasion occasion) {
        Message body = Message.of(new Part.Quiet(
                Words.of("{} · what you leave empty stays as it is. Nothing is saved.", plan.account())));
        List<Field> fields = new ArrayList<>();
        fields.add(field(plan, Worksheet.HOURS_REQUIRED, "Hours required", occasion));
        fields.add(field(plan, Worksheet.PROBABILITY, "Probability of all that is open", occasion));
        fields.add(field(plan, Worksheet.GROSS_MARGIN, "Gross margin", occasion));
        return new Form(TOKEN + " " + plan.id().text(), "What if", body, fields, "Show me");
    }

    private static Field field(Plan plan, Question<?> question, String label, Occasion occasion) {
        Blank blank = Blank.of(question);
        Situation situation = plan.situation(blank, occasion.today(), occasion.notation());
        String now = plan.shown(blank, occasion.today(), occasion.notation())
                .map(shown -> "Now: " + shown)
                .orElse("For example: " + question.example(situation));
        return new Field(Abouts.of(plan, blank), label, now, new Form.Input.Text("", false, CHARACTERS_MAX), "");
    }

    public static Submission submitted(Desk desk, String planId, Map<About, String> answers, Occasion occasion) {
        return desk.plan(new PlanId(planId))
                .map(plan -> new WhatIfForm(plan, occasion, answers).submission())
                .orElseGet(() -> new Submission(Map.of(), Outcome.aside(Hints.noSuchPlan())));
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
                ? new Submission(Map.of(), Outcome.aside(new WhatIfMessage(plan, change, occasion.reader()).message()))
                : new Submission(complaints, Outcome.NOTHING);
    }

    private <T> Optional<T> read(Question<T> question) {
        About about = Abouts.of(plan, Blank.of(question));
        String said = answers.getOrDefault(about, "").strip();
        if (said.isEmpty()) {
            return Optional.empty();
        }
        return question.read(said, Situation.ofNoPlan(occasion.today(), occasion.notation()))
                .either(Optional::of, hint -> {
                    complaints.put(about, hint);
                    return Optional.empty();
                });
    }
}
