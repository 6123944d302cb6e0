package steward.export.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.worksheet.values.Hours;
import steward.worksheet.values.Increase;
import steward.worksheet.values.Money;
import steward.worksheet.values.Notation;
import steward.worksheet.values.Percent;
import steward.worksheet.values.YearlyHours;

/**
 * What stands in a blank, as a program reads it: a number in the unit that people count in, a day, or words.
 *
 * @param number amounts in dollars rather than cents, time in hours; empty if it is no number
 * @param unit of the number: the currency's three letters, {@code percent}, {@code hours}, {@code hours a year}; {@code date} of a day; empty
 *     of words
 * @param text the number, the day or the words
 */
record PlainValue(Optional<BigDecimal> number, String unit, String text) {

    static final String PERCENT = "percent";
    static final String HOURS = "hours";
    static final String HOURS_A_YEAR = "hours a year";
    static final String DATE = "date";

    private static final int HOURS_DECIMALS = 4;

    static Optional<PlainValue> of(Plan plan, Blank blank, Notation notation) {
        return plan.kept(blank)
                .map(kept ->
                        of(blank.question().answer().restored(kept), notation).orElseGet(() -> words(kept)));
    }

    /** Empty of what is neither a number nor a day nor a list: that is kept as words. */
    private static Optional<PlainValue> of(Object value, Notation notation) {
        if (value instanceof Money money) {
            return Optional.of(of(money, notation));
        }
        if (value instanceof Increase increase && !increase.isRenewal()) {
            return Optional.of(of(increase.amount(), notation));
        }
        if (value instanceof Percent percent) {
            return Optional.of(number(percent.value(), PERCENT));
        }
        if (value instanceof Hours hours) {
            return Optional.of(of(hours));
        }
        if (value instanceof YearlyHours yearly) {
            return Optional.of(number(inHours(yearly.minutes()), HOURS_A_YEAR));
        }
        if (value instanceof LocalDate day) {
            return Optional.of(of(day));
        }
        return value instanceof List<?> list
                ? Optional.of(words(
                        String.join("; ", list.stream().map(String::valueOf).toList())))
                : Optional.empty();
    }

    static PlainValue of(Money money, Notation notation) {
        int digits = Math.max(0, notation.currency().getDefaultFractionDigits());
        return number(
                BigDecimal.valueOf(money.minor(), digits), notation.currency().getCurrencyCode());
    }

    static PlainValue of(Hours hours) {
        return number(inHours(hours.minutes()), HOURS);
    }

    static PlainValue of(LocalDate day) {
        return new PlainValue(Optional.empty(), DATE, day.toString());
    }

    static PlainValue words(String words) {
        return new PlainValue(Optional.empty(), "", words);
    }

    private static PlainValue number(BigDecimal number, String unit) {
        return new PlainValue(Optional.of(number), unit, number.toPlainString());
    }

    private static BigDecimal inHours(long minutes) {
        BigDecimal hours = BigDecimal.valueOf(minutes)
                .divide(BigDecimal.valueOf(Hours.MINUTES_AN_HOUR), HOURS_DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return hours.scale() < 0 ? hours.setScale(0) : hours;
    }
}
