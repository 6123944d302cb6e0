package steward.dashboard;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import steward.message.Words;
import steward.plan.Plan;
import steward.worksheet.Increase;
import steward.worksheet.Money;
import steward.worksheet.Notation;
import steward.worksheet.Percent;
import steward.worksheet.Worksheet;

/** The year's revenue goal set beside the opportunities that are to bring it: it informs, and never blocks. */
final class Goal {

    private final Plan plan;
    private final Notation notation;

    Goal(Plan plan, Notation notation) {
        this.plan = plan;
        this.notation = notation;
    }

    /** "Goal $1,200,000. Listed here: …"; empty while there is no goal or nothing listed. */
    Optional<Words> sentence() {
        return plan.rows(Worksheet.OPPORTUNITIES).isEmpty()
                ? Optional.empty()
                : plan.get(Worksheet.REVENUE_GOAL, 0).map(this::compare);
    }

    private Words compare(Money goal) {
        Money lastYear = sum(row -> plan.get(Worksheet.LAST_YEAR, row).map(money -> BigDecimal.valueOf(money.minor())));
        Money increase = sum(row -> increase(row).map(money -> BigDecimal.valueOf(money.minor())));
        Money weighted = sum(row -> increase(row).flatMap(money -> chance(row).map(chance -> chance.of(money))));
        Words listed = Words.of(
                "Goal {}. Listed here: {} last year + {} increase, {} weighted. ",
                goal.shown(notation),
                lastYear.shown(notation),
                increase.shown(notation),
                weighted.shown(notation));
        Money rest = goal.minus(lastYear).minus(increase);
        return listed.then(
                rest.isPositive()
                        ? Words.of("The other {} has to come from business not listed.", rest.shown(notation))
                        : Words.of("That covers the goal, if all of it is won."));
    }

    /** What is planned; once won what came of it, once lost nothing. */
    private Optional<Money> increase(int row) {
        return plan.fate(row)
                .either(
                        () -> plan.get(Worksheet.INCREASE, row).map(Increase::amount),
                        Optional::of,
                        reason -> Optional.empty());
    }

    private Optional<Percent> chance(int row) {
        return plan.fate(row).isOpen() ? plan.get(Worksheet.PROBABILITY, row) : Optional.of(Percent.of(100));
    }

    /** The sum over all opportunities, in minor units, rounded once at the end. */
    private Money sum(Function<Integer, Optional<BigDecimal>> part) {
        return Money.rounded(plan.rows(Worksheet.OPPORTUNITIES).stream()
                .flatMap(row -> part.apply(row).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
