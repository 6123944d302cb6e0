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
     * @param lastYear what the listed opportunities brought last year, without renewals that were lost
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
                .map(goal -> new Makeup(goal, lastYear().minus(lostRenewals()), won(), weighted(this::isOpen)));
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

    /** Last year's revenue from the renewals that were lost. */
    private Money lostRenewals() {
        return sum(row -> plan.get(Worksheet.LAST_YEAR, row)
                .filter(any -> isLost(row)
                        && plan.get(Worksheet.INCREASE, row)
                                .filter(Increase::isRenewal)
                                .isPresent())
                .map(money -> BigDecimal.valueOf(money.minor())));
    }

    private boolean isLost(int row) {
        return plan.outcome(row).either(() -> false, won -> false, reason -> true);
    }

    /** How many opportunities count for nothing yet, since their chance or increase is not known. */
    public long unweighed() {
        return plan.rows(Worksheet.OPPORTUNITIES).stream()
                .filter(row ->
                        isOpen(row) && (increase(row).isEmpty() || chance(row).isEmpty()))
                .count();
    }

    private Money weighted(IntPredicate which) {
        return sum(row -> increase(row)
                .filter(any -> which.test(row))
                .flatMap(money -> chance(row).map(chance -> chance.of(money))));
    }

    private String compare(Money goal, boolean isYearNamed) {
        Money lost = lostRenewals();
        Money lastYear = lastYear().minus(lost);
        Money increase = sum(row -> increase(row).map(money -> BigDecimal.valueOf(money.minor())));
        Money rest = goal.minus(lastYear).minus(increase);
        return "%s %s. Listed here: %s %s%s + %s increase, %s. %s"
                .formatted(
                        isYearNamed ? Worksheet.REVENUE_GOAL.labelOfYear(plan.year()) : "Goal",
                        goal.shown(notation),
                        lastYear.shown(notation),
                        isYearNamed ? "in " + (plan.year() - 1) : "last year",
                        lost.isPositive() ? " (without the " + lost.shown(notation) + " lost)" : "",
                        increase.shown(notation),
                        weighted(),
                        rest.isPositive()
                                ? "The other " + rest.shown(notation) + " has to come from business not listed."
                                : "That covers the goal, if all of it is won.");
    }

    /** What chances make of the increase, as far as they are known. */
    private String weighted() {
        long rows = plan.rows(Worksheet.OPPORTUNITIES).stream()
                .filter(row -> !isLost(row))
                .count();
        long unknown = unweighed();
        if (unknown > 0 && unknown == rows) {
            return "weighted not known yet";
        }
        return weighted(row -> true).shown(notation) + " weighted" + (unknown > 0 ? " as far as known" : "");
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
