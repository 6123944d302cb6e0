package steward.worksheet.dates;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.worksheet.questions.Choice;
import steward.worksheet.questions.Reading;
import steward.worksheet.questions.Situation;
import steward.worksheet.text.TypedText;

/**
 * Reads dates by a company's fiscal year: "FY27 Q2", "end of FY27", each its last day.
 *
 * <p>A fiscal year is named after the year that it ends in; with which month, the rep is asked once.
 */
public final class FiscalYears {

    private static final String PART = "[qh][1-4]";
    private static final Pattern FORM = Pattern.compile(DateFormats.MAYBE_END_OF
            + "(?:(?<part>" + PART + ") (?:of )?)?fy[ -]?'?" + DateFormats.YEAR + "(?:[ -]?(?<behind>" + PART + "))?"
            + "(?: (?:(?:our|the) )?(?:fiscal )?(?:year )?ends (?:in |with )?" + DateFormats.MONTH + ")?");
    private static final Pattern END_ALONE = Pattern.compile(
            "(?:(?:it|(?:our|the|my)(?: fiscal)? year|fy|ours|year) )?(?:(?:ends|end) )?(?:in |with |at the end of |end of )?(?:the )?"
                    + DateFormats.MONTH);
    private static final Pattern COMMAS = Pattern.compile("[, ]+");

    /** With which months most fiscal years end. */
    private static final List<Month> COMMON_ENDS = List.of(Month.DECEMBER, Month.MARCH, Month.JUNE, Month.SEPTEMBER);

    private FiscalYears() {}

    /** The month that a fiscal year is said to end in, "FY27 Q2, year ends in March"; empty if these words say none. */
    public static Optional<Month> endSaid(String said) {
        return matched(said)
                .filter(matcher -> matcher.group("month") != null)
                .map(matcher -> CalendarWords.month(matcher.group("month")));
    }

    /** Words that were asked about, with the month that answers it; empty if these were not, or that is no month. */
    public static Optional<String> withEnd(String asked, String reply) {
        Matcher end = END_ALONE.matcher(TypedText.plain(reply));
        return matched(asked).isPresent() && end.matches()
                ? Optional.of(asked + ends(CalendarWords.month(end.group("month"))))
                : Optional.empty();
    }

    /** From which month to which it goes what words mean that say no month themselves: "July to September 2026"; empty for other words. */
    public static Optional<String> months(String said, Situation now) {
        return matched(said)
                .flatMap(matcher -> now.notation()
                        .year()
                        .fiscalYearEnd()
                        .filter(end -> matcher.group("month") == null)
                        .flatMap(end -> last(matcher, end)
                                .map(last -> name(last.minusMonths(length(matcher) - 1L)
                                                .getMonth()) + " to " + name(last.getMonth()) + " " + last.getYear())));
    }

    /** Reads {@linkplain TypedText#plain plain} text; empty if it is no such date. */
    static Optional<Reading<LocalDate>> read(String plain, Situation now) {
        Matcher said = FORM.matcher(plain);
        if (!said.matches()) {
            return Optional.empty();
        }
        Optional<Month> end = Optional.ofNullable(said.group("month"))
                .map(CalendarWords::month)
                .or(() -> now.notation().year().fiscalYearEnd());
        return Optional.of(end.map(month -> last(said, month)
                        .map(last -> Reading.clear(last.atEndOfMonth()))
                        .orElseGet(() -> Reading.unclear(
                                "A year has two halves, H1 and H2. I need a day, " + DateAnswer.EXAMPLE)))
                .orElseGet(() -> asked(said, now.today())));
    }

    private static Reading<LocalDate> asked(Matcher said, LocalDate today) {
        String typed =
                said.group().replaceFirst("^" + DateFormats.MAYBE_END_OF, "").toUpperCase(Locale.ROOT);
        return Reading.unclear(
                typed
                        + " ends in other months in other companies. Which month does your fiscal year end in? A day will do too, "
                        + DateAnswer.EXAMPLE,
                COMMON_ENDS.stream()
                        .flatMap(month -> last(said, month)
                                .map(YearMonth::atEndOfMonth)
                                .filter(day -> !day.isBefore(today))
                                .map(day -> new Choice(
                                        "Year ends in " + name(month) + ": " + DateAnswer.english(day),
                                        typed + ends(month)))
                                .stream())
                        .toList());
    }

    private static String ends(Month month) {
        return ", year ends in " + name(month);
    }

    private static Optional<Matcher> matched(String said) {
        Matcher matcher = FORM.matcher(
                COMMAS.matcher(TypedText.plain(said).replaceFirst("^by ", "")).replaceAll(" "));
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    /** The last month of the part of the year; empty if it has no such part. */
    private static Optional<YearMonth> last(Matcher said, Month yearEnd) {
        int monthsBefore = part(said)
                .map(part -> monthsBefore(part.charAt(0), part.charAt(1) - '0'))
                .orElse(0);
        return monthsBefore < 0
                ? Optional.empty()
                : Optional.of(YearMonth.of(CalendarWords.year(said.group("year")), yearEnd)
                        .minusMonths(monthsBefore));
    }

    /** From the end of a quarter or a half to that of the year. */
    private static int monthsBefore(char part, int number) {
        return part == 'q' ? 3 * (4 - number) : 6 * (2 - number);
    }

    private static int length(Matcher said) {
        return part(said).map(part -> part.charAt(0) == 'q' ? 3 : 6).orElse(12);
    }

    private static Optional<String> part(Matcher said) {
        return Optional.ofNullable(said.group("part")).or(() -> Optional.ofNullable(said.group("behind")));
    }

    private static String name(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
