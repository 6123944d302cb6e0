package steward.worksheet.values;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An amount of money in the workspace's currency, exact to the cent.
 *
 * @param minor the amount in the currency's smallest unit: cents for dollars, yen for yen
 */
public record Money(long minor) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    /** All but the last three digits of a whole number: "12,345" of "12,345,678". */
    private static final Pattern ABOVE_A_THOUSAND = Pattern.compile("\\d[\\d,]*(?=,\\d{3})");

    private static final Pattern BEFORE_A_PAIR = Pattern.compile("\\d(?=(?:\\d\\d)+$)");

    /** The amount that so many dollars make; empty if they are written with more decimals than cents have, or can't be counted. */
    public static Optional<Money> exactly(BigDecimal major, Notation notation) {
        BigDecimal minor = major.scaleByPowerOfTen(centDigits(notation));
        return minor.scale() > 0 || minor.precision() - minor.scale() > 18
                ? Optional.empty()
                : Optional.of(new Money(minor.longValueExact()));
    }

    /** An amount worked out, rounded half up to the cent. */
    public static Money rounded(BigDecimal minor) {
        return new Money(minor.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, other.minor));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, other.minor));
    }

    public boolean isPositive() {
        return minor > 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, other.minor);
    }

    /** "$250,000", with cents only when there are some. */
    public String shown(Notation notation) {
        boolean whole = BigDecimal.valueOf(minor, centDigits(notation))
                        .stripTrailingZeros()
                        .scale()
                <= 0;
        return shown(notation, whole ? 0 : centDigits(notation));
    }

    /** "$389.00", with cents always: for a price or a rate that stands alone. */
    public String shownInFull(Notation notation) {
        return shown(notation, centDigits(notation));
    }

    private String shown(Notation notation, int decimals) {
        NumberFormat format = NumberFormat.getCurrencyInstance(notation.written());
        format.setCurrency(notation.currency());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        String shown = format.format(BigDecimal.valueOf(minor, centDigits(notation)));
        return notation.isInLakh() ? inLakh(shown) : shown;
    }

    /** Grouped as {@link NumberFormat} can't: by three digits once, by two from there on. */
    private static String inLakh(String shown) {
        return ABOVE_A_THOUSAND
                .matcher(shown)
                .replaceFirst(digits ->
                        BEFORE_A_PAIR.matcher(digits.group().replace(",", "")).replaceAll("$0,"));
    }

    /** Two for dollars, none for yen; a few currencies of no country say -1. */
    static int centDigits(Notation notation) {
        return Math.max(0, notation.currency().getDefaultFractionDigits());
    }
}
