package steward.dashboard.plans;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import steward.dashboard.OutcomeLines;
import steward.dashboard.PlanFacts;
import steward.dashboard.Quoted;
import steward.dashboard.Reader;
import steward.message.Part;
import steward.message.Part.Fact;
import steward.message.Style;
import steward.message.Words;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Step;

/** The answers and gaps of a step by number, each row of a table under the contact, opportunity or action that it is about. */
final class StepFacts {

    private final Plan plan;
    private final Reader reader;
    private final PlanFacts facts;

    StepFacts(Plan plan, Reader reader) {
        this.plan = plan;
        this.reader = reader;
        this.facts = new PlanFacts(plan, reader);
    }

    /** How many rows of tables stand in a step. */
    long rows(Step step) {
        return facts.numbered(step).filter(Blank::headsRow).count();
    }

    /** The step with its rows set apart, which reads best, or all in one where room is short. */
    List<Part> of(Step step, boolean apart) {
        List<List<Fact>> groups = new ArrayList<>();
        int row = -1;
        for (Blank blank : facts.numbered(step).collect(Collectors.toList())) {
            if (groups.isEmpty() || (apart && (blank.headsRow() || (row > 0 && blank.row() == 0)))) {
                groups.add(new ArrayList<>());
            }
            List<Fact> group = groups.get(groups.size() - 1);
            group.add(blank.headsRow() ? head(blank) : facts.fact(blank));
            if (blank.question().equals(Worksheet.OPPORTUNITY)) {
                outcome(blank.row()).ifPresent(group::add);
            }
            row = blank.row();
        }
        return groups.stream().<Part>map(Part.Facts::new).toList();
    }

    /** What a row is about stands out from what is said of it. */
    private Fact head(Blank blank) {
        Fact fact = facts.fact(blank);
        return plan.kept(blank).isEmpty()
                ? fact
                : new Fact(
                        fact.number(), fact.label(), Words.literal(fact.value().text(), Style.BOLD));
    }

    private Optional<Fact> outcome(int row) {
        OutcomeLines lines = new OutcomeLines(plan, reader);
        return plan.outcome(row)
                .either(
                        Optional::empty,
                        increase -> Optional.of(
                                increase.isPositive() && !lines.isRenewal(row)
                                        ? fact("Won", increase.shown(reader.notation()) + " actual increase")
                                        : fact(
                                                "Kept",
                                                lines.outcome(row).orElse("").replaceFirst("^kept ?", ""))),
                        reason ->
                                Optional.of(fact("Lost", reason.isEmpty() ? "no reason given" : Quoted.from(reason))));
    }

    private static Fact fact(String label, String value) {
        return new Fact(Optional.empty(), label, Words.literal(value));
    }
}
