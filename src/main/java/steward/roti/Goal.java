package steward.roti;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import steward.plan.Plan;
import steward.worksheet.Worksheet;
import steward.worksheet.values.Increase;
import steward.worksheet.values.Money;
import steward.worksheet.values.Notation;
import steward.worksheet.values.Percent;

/** The year's revenue goal compared with the opportunities that are to bring it: it informs, and never blocks. */
public final class Goal {

    private final Plan plan;
    private final Notation notation;

    public Goal(Plan plan, Notation notation) {
        this.plan = plan;
        this.notation = notation;
    }

    /** "Goal $1,200,000. Listed here: …"; empty while there is no goal or nothing listed. */
    public Optional<String> sentence() {
        return plan.rows(Worksheet.OPPORTUNITIES).isEmpty()
                ? Optional.empty()
                : plan.get(Worksheet.REVENUE_GOAL, 0).map(this::compare);
    }

    private String compare(Money goal) {
        Money lastYear = sum(row -> plan.get(Worksheet.LAST_YEAR, row).map(money -> BigDecimal.valueOf(money.minor())));
        Money increase = sum(row -> increase(row).map(money -> BigDecimal.valueOf(money.minor())));
        Money weighted = sum(row -> increase(row).flatMap(money -> chance(row).map(chance -> chance.of(money))));
        Money rest = goal.minus(lastYear).minus(increase);
        return "Goal %s. Listed here: %s last year + %s increase, %s weighted. %s"
                .formatted(
                        goal.shown(notation),
                        lastYear.shown(notation),
                        increase.shown(notation),
                        weighted.shown(notation),
                        rest.isPositive()
                                ? "The other " + rest.shown(notation) + " has to come from business not listed."
                                : "That covers the goal, if all of it is won.");
    }

    /** What is planned; once won what came of it, once lost nothing. */
    private Optional<Money> increase(int row) {
        return plan.outcome(row)
                .either(
                        () -> plan.get(Worksheet.INCREASE, row).map(Increase::amount),
                        Optional::of,
                        reason -> Optional.empty());
    }

    private Optional<Percent> chance(int row) {
        return plan.outcome(row).isOpen() ? plan.get(Worksheet.PROBABILITY, row) : Optional.of(Percent.of(100));
    }

    /** The sum over all opportunities, in minor units, rounded once at the end. */
    private Money sum(Function<Integer, Optional<BigDecimal>> part) {
        return Money.rounded(plan.rows(Worksheet.OPPORTUNITIES).stream()
                .flatMap(row -> part.apply(row).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
