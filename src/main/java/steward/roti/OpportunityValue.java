package steward.roti;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import steward.plan.OpportunityOutcome;
import steward.plan.Plan;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.values.Increase;
import steward.worksheet.values.Money;
import steward.worksheet.values.Percent;

/**
 * What one opportunity is worth: its revenue, margin, chance, and expected gross profit.
 *
 * @param row its row on the worksheet
 * @param margin its own gross margin, else the account's
 */
public record OpportunityValue(
        int row,
        OpportunityOutcome outcome,
        Optional<Money> lastYear,
        Optional<Increase> increase,
        Optional<Percent> probability,
        Optional<Percent> margin) {

    static OpportunityValue of(Plan plan, int row, Optional<Percent> accountMargin) {
        return new OpportunityValue(
                row,
                plan.outcome(row),
                plan.get(Worksheet.LAST_YEAR, row),
                plan.get(Worksheet.INCREASE, row),
                plan.get(Worksheet.PROBABILITY, row),
                plan.get(Worksheet.OWN_MARGIN, row).or(() -> accountMargin));
    }

    /** Whether it is last year's revenue that has to be kept: it earns nothing new. */
    public boolean isRenewal() {
        return increase.filter(Increase::isRenewal).isPresent();
    }

    /** Whether it is a renewal that is still to be kept. */
    public boolean isToDefend() {
        return outcome.isOpen() && isRenewal();
    }

    /** Whether winning it is still ahead, and would bring something new. */
    public boolean isOpen() {
        return outcome.isOpen() && !isRenewal();
    }

    /**
     * Its expected gross profit in minor units, exact: increase × probability × margin; once won, the actual increase × margin; once lost
     * or if it is a renewal, nothing. Empty while it can't be known.
     */
    public Optional<BigDecimal> egp() {
        return isToDefend()
                ? Optional.of(BigDecimal.ZERO)
                : outcome.either(this::expected, this::earned, reason -> Optional.of(BigDecimal.ZERO));
    }

    private Optional<BigDecimal> expected() {
        return increase.flatMap(goal -> probability.flatMap(
                chance -> margin.map(share -> chance.of(goal.amount()).multiply(share.factor()))));
    }

    /** A renewal kept at less than last year brings nothing new, and takes nothing from what others bring. */
    private Optional<BigDecimal> earned(Money actual) {
        return margin.map(share -> share.of(isRenewal() && !actual.isPositive() ? Money.ZERO : actual));
    }

    /** The gross profit won, in minor units, exact: nothing unless it is won. */
    BigDecimal won() {
        Optional<BigDecimal> won = outcome.either(Optional::empty, this::earned, reason -> Optional.empty());
        return won.orElse(BigDecimal.ZERO);
    }

    /** What a renewal that is still to be defended protects: last year's revenue × margin, in minor units; nothing as far as it is not known. */
    public BigDecimal protectedProfit() {
        return isToDefend() ? keptProfit().orElse(BigDecimal.ZERO) : BigDecimal.ZERO;
    }

    /** Whether it is a renewal that was kept. */
    public boolean isKept() {
        return isRenewal() && outcome.either(() -> false, increase -> true, reason -> false);
    }

    /** The revenue that a renewal keeps: last year's, or the less that it was kept at; what lies above last year's is new, and not in it. */
    public Optional<Money> keptRevenue() {
        return lastYear.map(before -> outcome.either(
                () -> before, increase -> increase.isPositive() ? before : before.plus(increase), reason -> before));
    }

    /** What a renewal is worth: the revenue that it keeps × margin, in minor units; empty while it can't be known. */
    public Optional<BigDecimal> keptProfit() {
        return keptRevenue().flatMap(money -> margin.map(share -> share.of(money)));
    }

    /** The questions without whose answers its share can't be known. */
    Stream<Question<?>> missing() {
        if (egp().isPresent()) {
            return Stream.empty();
        }
        boolean won = !outcome.isOpen();
        return Stream.of(
                        missing(won || increase.isPresent(), Worksheet.INCREASE),
                        missing(won || probability.isPresent(), Worksheet.PROBABILITY),
                        missing(margin.isPresent(), Worksheet.GROSS_MARGIN))
                .flatMap(List::stream);
    }

    private static List<Question<?>> missing(boolean known, Question<?> question) {
        return known ? List.of() : List.of(question);
    }

    /** This opportunity if its chance were another. */
    OpportunityValue withProbability(Percent chance) {
        return new OpportunityValue(row, outcome, lastYear, increase, Optional.of(chance), margin);
    }
}
