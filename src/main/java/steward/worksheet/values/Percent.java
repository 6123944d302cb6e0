package steward.worksheet.values;

import java.math.BigDecimal;
import java.text.NumberFormat;

/**
 * A share or a chance: above 0 %, at most 100 %.
 *
 * @param value 37.5 for 37.5 %, without trailing zeros
 */
public record Percent(BigDecimal value) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Percent {
        if (value.signum() <= 0 || value.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("A percentage is above 0 and at most 100, not " + value);
        }
        // So that 70 and 70.0 are one value, and neither is ever written as 7E+1.
        BigDecimal stripped = value.stripTrailingZeros();
        value = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    public static Percent of(int value) {
        return new Percent(BigDecimal.valueOf(value));
    }

    /** The share as a factor: 0.375 for 37.5 %. */
    public BigDecimal factor() {
        return value.movePointLeft(2);
    }

    /** This share of an amount, in minor units, exact: rounding is for the end of a calculation. */
    public BigDecimal of(Money whole) {
        return factor().multiply(BigDecimal.valueOf(whole.minor()));
    }

    /** "37.5%". */
    public String shown(Notation notation) {
        NumberFormat format = NumberFormat.getNumberInstance(notation.written());
        format.setMaximumFractionDigits(value.scale());
        return format.format(value) + "%";
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
