package steward.dashboard.plans;

import java.util.ArrayList;
import java.util.List;
import steward.dashboard.Abouts;
import steward.dashboard.Reader;
import steward.message.Control.Button;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Plan;

/** The last word on a plan whose account goes on in next year's: what its year brought. */
public final class YearRecap {

    private final Plan plan;
    private final Reader reader;

    public YearRecap(Plan plan, Reader reader) {
        this.plan = plan;
        this.reader = reader;
    }

    /** What is said as the plan closes itself. */
    public List<Part> closed() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Divider());
        parts.add(new Part.Paragraph(Words.of(
                "*{}*, " + plan.year() + ", is closed: " + (plan.year() + 1)
                        + " goes on from it. What the year brought:",
                plan.account())));
        parts.addAll(Recap.ofYear(plan, reader).parts());
        parts.add(new Part.Choices(
                Abouts.of(plan),
                List.of(new Button("Look at " + plan.year(), "/plan show"), new Button("Bring it back", "resume"))));
        return parts;
    }
}
