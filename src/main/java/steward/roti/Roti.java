package steward.roti;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import steward.plan.Plan;
import steward.worksheet.Hours;
import steward.worksheet.Increase;
import steward.worksheet.Money;
import steward.worksheet.Percent;
import steward.worksheet.Question;
import steward.worksheet.Worksheet;

/**
 * The return on time invested: what an hour spent on winning an account's opportunities earns.
 *
 * <p>The expected gross profit (EGP) of an opportunity is increase × probability × gross margin, its own margin or else the account's;
 * that of a plan is the sum over its opportunities. Planned ROTI = EGP ÷ hours required. A renewal to defend earns nothing new.
 *
 * @param egp in minor units, exact: it is rounded where it is shown
 * @param required the hours that winning will take; absent while not known
 * @param missing the questions without whose answers an opportunity, or the ROTI, counts for nothing
 */
public record Roti(BigDecimal egp, Optional<Hours> required, List<Question<?>> missing) {

    private static final BigDecimal MINUTES_AN_HOUR = BigDecimal.valueOf(60);

    public static Roti of(Plan plan) {
        BigDecimal egp = plan.rows(Worksheet.OPPORTUNITIES).stream()
                .flatMap(row -> egp(plan, row).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Optional<Hours> required = plan.get(Worksheet.HOURS_REQUIRED, 0);
        Stream<Question<?>> missing =
                plan.rows(Worksheet.OPPORTUNITIES).stream().flatMap(row -> missing(plan, row));
        Stream<Question<?>> hours = required.isPresent() ? Stream.empty() : Stream.of(Worksheet.HOURS_REQUIRED);
        return new Roti(egp, required, Stream.concat(missing, hours).distinct().toList());
    }

    /** The expected gross profit of one opportunity, in minor units; empty while it can't be known. */
    public static Optional<BigDecimal> egp(Plan plan, int row) {
        return increase(plan, row)
                .flatMap(increase -> plan.get(Worksheet.PROBABILITY, row)
                        .flatMap(probability -> margin(plan, row)
                                .map(margin -> probability.of(increase).multiply(margin.factor()))));
    }

    private static Optional<Money> increase(Plan plan, int row) {
        return plan.get(Worksheet.INCREASE, row).map(Increase::amount);
    }

    private static Optional<Percent> margin(Plan plan, int row) {
        return plan.get(Worksheet.OWN_MARGIN, row).or(() -> plan.get(Worksheet.GROSS_MARGIN, 0));
    }

    /** The gross profit that renewals to defend protect, in minor units: last year's revenue × margin, as far as it is known. */
    public static BigDecimal protectedProfit(Plan plan) {
        return plan.rows(Worksheet.OPPORTUNITIES).stream()
                .filter(row -> isRenewal(plan, row))
                .flatMap(row -> plan
                        .get(Worksheet.LAST_YEAR, row)
                        .flatMap(lastYear -> margin(plan, row).map(margin -> margin.of(lastYear)))
                        .stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean isRenewal(Plan plan, int row) {
        return plan.get(Worksheet.INCREASE, row).filter(Increase::isRenewal).isPresent();
    }

    private static Stream<Question<?>> missing(Plan plan, int row) {
        if (isRenewal(plan, row)) {
            return Stream.empty();
        }
        Stream<Question<?>> increase = increase(plan, row).isPresent() ? Stream.empty() : Stream.of(Worksheet.INCREASE);
        Stream<Question<?>> probability =
                plan.get(Worksheet.PROBABILITY, row).isPresent() ? Stream.empty() : Stream.of(Worksheet.PROBABILITY);
        Stream<Question<?>> margin = margin(plan, row).isPresent() ? Stream.empty() : Stream.of(Worksheet.GROSS_MARGIN);
        return Stream.of(increase, probability, margin).flatMap(questions -> questions);
    }

    /** EGP ÷ hours required, in money per hour, rounded half up to the cent; empty while the hours are not known. */
    public Optional<Money> planned() {
        return required.filter(hours -> hours.minutes() > 0)
                .map(hours -> egp.multiply(MINUTES_AN_HOUR)
                        .divide(BigDecimal.valueOf(hours.minutes()), 0, RoundingMode.HALF_UP))
                .map(Money::rounded);
    }
}
