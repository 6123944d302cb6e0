package steward.dashboard;

import steward.message.SideQuestion;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.worksheet.Worksheet;

/** What is asked wherever a next step is wanted: what the rep types then is added to the plan's actions. */
public final class NextAction {

    private NextAction() {}

    public static SideQuestion asked(Plan plan) {
        return SideQuestion.words(
                Abouts.of(plan, new Blank(Worksheet.ACTION, 0)), "/actions add", "Add it as the next step");
    }
}
