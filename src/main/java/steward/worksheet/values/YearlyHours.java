package steward.worksheet.values;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.NumberFormat;

/**
 * The time a rep spends on an account, week after week.
 *
 * @param minutes the time in minutes a year
 */
public record YearlyHours(long minutes) {

    public static final int WEEKS_A_YEAR = 52;
    public static final int MONTHS_A_YEAR = 12;

    /** The time in a whole year. */
    public Hours inAYear() {
        return new Hours(minutes);
    }

    /** The time in a week, rounded to the minute. */
    public Hours inAWeek() {
        return new Hours(Math.round(minutes / (double) WEEKS_A_YEAR));
    }

    /** "3 h a week · 13 h a month · 156 h a year", to a tenth of an hour. */
    public String shown(Notation notation) {
        return hours(WEEKS_A_YEAR, notation) + " a week · " + hours(MONTHS_A_YEAR, notation) + " a month · "
                + hours(1, notation) + " a year";
    }

    private String hours(int partsOfAYear, Notation notation) {
        BigDecimal hours = BigDecimal.valueOf(minutes)
                .divide(BigDecimal.valueOf((long) Hours.MINUTES_AN_HOUR * partsOfAYear), MathContext.DECIMAL64);
        NumberFormat format = NumberFormat.getNumberInstance(notation.written());
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(hours) + " h";
    }
}
