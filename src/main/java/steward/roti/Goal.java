package steward.roti;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
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

    /**
     * "Goal $1,200,000. Listed here: …"; empty while there is no goal or nothing listed.
     *
     * @param isYearNamed whether "last year" could be another than the one before the plan's
     */
    public Optional<String> sentence(boolean isYearNamed) {
        return plan.rows(Worksheet.OPPORTUNITIES).isEmpty()
                ? Optional.empty()
                : plan.get(Worksheet.REVENUE_GOAL, 0).map(goal -> compare(goal, isYearNamed));
    }

    /**
     * What a goal is made of.
     *
     * @param lastYear what the listed opportunities brought last year
     * @param won the increase that is won
     * @param expected the increase that is open, weighted by its chances
     */
    public record Makeup(Money goal, Money lastYear, Money won, Money expected) {

        /** What is still to be found; zero if nothing is. */
        public Money toFind() {
            Money rest = goal.minus(lastYear).minus(won).minus(expected);
            return rest.isPositive() ? rest : Money.ZERO;
        }
    }

    /** What the goal is made of; empty while there is no goal, or one of nothing. */
    public Optional<Makeup> makeup() {
        return plan.get(Worksheet.REVENUE_GOAL, 0)
                .filter(Money::isPositive)
                .map(goal -> new Makeup(goal, lastYear(), won(), weighted(this::isOpen)));
    }

    /** The increase that is won, over all opportunities. */
    public Money won() {
        return weighted(row -> !isOpen(row));
    }

    private boolean isOpen(int row) {
        return plan.outcome(row).isOpen();
    }

    private Money lastYear() {
        return sum(row -> plan.get(Worksheet.LAST_YEAR, row).map(money -> BigDecimal.valueOf(money.minor())));
    }

    private Money weighted(IntPredicate which) {
        return sum(row -> increase(row)
                .filter(any -> which.test(row))
                .flatMap(money -> chance(row).map(chance -> chance.of(money))));
    }

    private String compare(Money goal, boolean isYearNamed) {
        Money lastYear = lastYear();
        Money increase = sum(row -> increase(row).map(money -> BigDecimal.valueOf(money.minor())));
        Money weighted = weighted(row -> true);
        Money rest = goal.minus(lastYear).minus(increase);
        return "%s %s. Listed here: %s %s + %s increase, %s weighted. %s"
                .formatted(
                        isYearNamed ? Worksheet.REVENUE_GOAL.labelOfYear(plan.year()) : "Goal",
                        goal.shown(notation),
                        lastYear.shown(notation),
                        isYearNamed ? "in " + (plan.year() - 1) : "last year",
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
