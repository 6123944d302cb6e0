package steward.roti;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import steward.worksheet.values.Hours;
import steward.worksheet.values.Money;
import steward.worksheet.values.Notation;

/**
 * Money per hour, as the two parts that make it, so that it can be shown with its formula and compared without rounding.
 *
 * @param amount in minor units, exact
 * @param hours more than none
 */
public record Rate(BigDecimal amount, Hours hours) implements Comparable<Rate> {

    private static final BigDecimal MINUTES_AN_HOUR = BigDecimal.valueOf(60);

    public Rate {
        if (!hours.isPositive()) {
            throw new IllegalArgumentException("A rate is over some time, not over " + hours);
        }
    }

    /** What one hour earns, rounded half up to the cent. */
    public Money anHour() {
        return rounded(0);
    }

    /** The same rounded half up to the whole dollar, or what the currency has for it: for where rates stand under each other. */
    public Money inWholeAnHour(Notation notation) {
        return rounded(-Math.max(0, notation.currency().getDefaultFractionDigits()));
    }

    private Money rounded(int scale) {
        return Money.rounded(amount.multiply(MINUTES_AN_HOUR)
                .divide(BigDecimal.valueOf(hours.minutes()), scale, RoundingMode.HALF_UP));
    }

    /** What some time earns at this rate, in minor units, exact to far below the cent. */
    BigDecimal in(Hours time) {
        return amount.multiply(BigDecimal.valueOf(time.minutes()))
                .divide(BigDecimal.valueOf(hours.minutes()), MathContext.DECIMAL128);
    }

    @Override
    public int compareTo(Rate other) {
        return amount.multiply(BigDecimal.valueOf(other.hours.minutes()))
                .compareTo(other.amount.multiply(BigDecimal.valueOf(hours.minutes())));
    }
}
