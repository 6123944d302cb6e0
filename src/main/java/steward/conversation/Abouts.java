package steward.conversation;

import steward.message.About;
import steward.plan.Blank;
import steward.plan.Plan;

/** What messages are about, said of plans and blanks. */
final class Abouts {

    private Abouts() {}

    static About of(Plan plan) {
        return About.plan(plan.id().text());
    }

    static About of(Plan plan, Blank blank) {
        return new About(plan.id().text(), blank.question().key(), blank.row());
    }
}
