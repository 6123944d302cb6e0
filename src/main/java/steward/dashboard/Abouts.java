package steward.dashboard;

import java.util.Optional;
import steward.message.About;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.worksheet.Worksheet;

/** Makes the {@link About} of a message from a plan, or a blank in it. */
public final class Abouts {

    private Abouts() {}

    public static About of(Plan plan) {
        return About.plan(plan.id().text());
    }

    public static About of(Plan plan, Blank blank) {
        return new About(plan.id().text(), blank.question().key(), blank.row());
    }

    /** The blank that a message is about; empty if it is about none. */
    public static Optional<Blank> blank(About about) {
        return Worksheet.question(about.question()).map(question -> new Blank(question, about.row()));
    }
}
