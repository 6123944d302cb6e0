package steward.dashboard;

import steward.message.About;
import steward.plan.Blank;
import steward.plan.Plan;

/** What messages are about, said of plans and blanks. */
public final class Abouts {

    private Abouts() {}

    public static About of(Plan plan) {
        return About.plan(plan.id().text());
    }

    public static About of(Plan plan, Blank blank) {
        return new About(plan.id().text(), blank.question().key(), blank.row());
    }
}
