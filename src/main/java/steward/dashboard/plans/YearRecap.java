package steward.dashboard.plans;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import steward.dashboard.Abouts;
import steward.dashboard.Reader;
import steward.dashboard.Renewals;
import steward.message.Control.Button;
import steward.message.Part;
import steward.message.Part.Fact;
import steward.message.Words;
import steward.plan.Action;
import steward.plan.OpportunityOutcome;
import steward.plan.Plan;
import steward.roti.Figures;
import steward.roti.Roti;
import steward.worksheet.Worksheet;

/** The last word on a plan whose account goes on in next year's: what its year brought. */
public final class YearRecap {

    private final Plan plan;
    private final Roti roti;
    private final Reader reader;
    private final Figures figures;

    public YearRecap(Plan plan, Reader reader) {
        this.plan = plan;
        this.roti = Roti.of(plan);
        this.reader = reader;
        this.figures = new Figures(reader.notation());
    }

    /** What is said as the plan closes itself. */
    public List<Part> closed() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(Words.of(
                "*{}*, " + plan.year() + ", is closed: " + (plan.year() + 1)
                        + " goes on from it. What the year brought:",
                plan.account())));
        parts.add(new Part.Facts(facts()));
        parts.add(new Part.Choices(
                Abouts.of(plan),
                List.of(new Button("Look at " + plan.year(), "/plan show"), new Button("Bring it back", "resume"))));
        return parts;
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        List<String> won =
                names(outcome -> outcome.either(() -> false, increase -> increase.isPositive(), why -> false));
        if (!won.isEmpty()) {
            facts.add(fact("Won", listed(won) + " (" + figures.money(roti.wonProfit()) + " of gross profit)"));
        }
        new Renewals(roti, reader.notation()).kept().ifPresent(kept -> facts.add(fact("Kept", kept)));
        List<String> lost = names(outcome -> outcome.either(() -> false, increase -> false, why -> true));
        if (!lost.isEmpty()) {
            facts.add(fact("Lost", listed(lost)));
        }
        facts.add(fact("Hours", figures.hours(plan.growth()) + " growth, " + figures.hours(plan.upkeep()) + " upkeep"));
        facts.add(fact("Actions done", String.valueOf(done())));
        roti.earned().ifPresent(rate -> facts.add(fact("Earned ROTI", figures.rate(rate) + " an hour")));
        return facts;
    }

    private long done() {
        return plan.actions().stream()
                .filter(action -> action.state() == Action.State.DONE)
                .count();
    }

    private List<String> names(Predicate<OpportunityOutcome> which) {
        return plan.rows(Worksheet.OPPORTUNITIES).stream()
                .filter(row -> which.test(plan.outcome(row)))
                .flatMap(row -> plan.get(Worksheet.OPPORTUNITY, row).stream())
                .toList();
    }

    private static String listed(List<String> names) {
        return String.join("; ", names);
    }

    private static Fact fact(String label, String value) {
        return new Fact(label, Words.literal(value));
    }
}
