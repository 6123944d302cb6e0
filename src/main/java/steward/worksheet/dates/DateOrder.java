package steward.worksheet.dates;

import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import steward.worksheet.questions.Choice;
import steward.worksheet.questions.Reading;

/** Which of the numbers of a date stands first, as a country writes them: 3/4 is in April in Britain and in March in the United States. */
public final class DateOrder {

    private DateOrder() {}

    /** Whether the day stands before the month where no year is written. */
    public static boolean isDayFirst(Locale locale) {
        String pattern = pattern(FormatStyle.SHORT, locale);
        // Where the year leads, the order without one is that of the words: Swedes write 2026-04-03, but 3 april and
        // 3/4.
        String order = isYearFirst(locale) ? pattern(FormatStyle.LONG, locale) : pattern;
        return order.indexOf('d') < order.indexOf('M');
    }

    /** Whether the year stands first: 26-04-03. */
    static boolean isYearFirst(Locale locale) {
        String pattern = pattern(FormatStyle.SHORT, locale);
        return pattern.indexOf('y') >= 0 && pattern.indexOf('y') < pattern.indexOf('M');
    }

    private static String pattern(FormatStyle style, Locale locale) {
        return DateTimeFormatterBuilder.getLocalizedDateTimePattern(style, null, IsoChronology.INSTANCE, locale);
    }

    /** The question which of two numbers is the month. */
    public static Reading<LocalDate> eitherWay(int first, int second) {
        return Reading.unclear(
                String.format(
                        Locale.ENGLISH,
                        "%d %s or %d %s? Say it with the month's name, like `%d %s`.",
                        first,
                        name(second, TextStyle.FULL),
                        second,
                        name(first, TextStyle.FULL),
                        first,
                        name(second, TextStyle.SHORT)),
                List.of(
                        Choice.of(first + " " + name(second, TextStyle.FULL)),
                        Choice.of(second + " " + name(first, TextStyle.FULL))));
    }

    private static String name(int month, TextStyle style) {
        return Month.of(month).getDisplayName(style, Locale.ENGLISH);
    }
}
