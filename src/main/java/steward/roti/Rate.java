package steward.roti;

import java.math.BigDecimal;
import java.math.RoundingMode;
import steward.worksheet.Hours;
import steward.worksheet.Money;

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
        return Money.rounded(
                amount.multiply(MINUTES_AN_HOUR).divide(BigDecimal.valueOf(hours.minutes()), 0, RoundingMode.HALF_UP));
    }

    @Override
    public int compareTo(Rate other) {
        return amount.multiply(BigDecimal.valueOf(other.hours.minutes()))
                .compareTo(other.amount.multiply(BigDecimal.valueOf(hours.minutes())));
    }
}
