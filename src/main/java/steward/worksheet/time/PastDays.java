package steward.worksheet.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import steward.worksheet.dates.CalendarWords;
import steward.worksheet.dates.DateFormats;
import steward.worksheet.dates.DateOrder;
import steward.worksheet.dates.DateTranslator;
import steward.worksheet.questions.Reading;
import steward.worksheet.text.NumberWords;
import steward.worksheet.text.TypedText;
import steward.worksheet.values.Notation;

/**
 * The ways of saying on which day time was spent, one a line.
 *
 * <p>A day of the week is the last such day, today included. What names no year is the nearest such day, so that a slip into the future
 * is noticed rather than taken for last year.
 */
final class PastDays {

    private static final int MONTHS_BACK_MAX = 2;

    private static final String WEEKDAY = "(?<weekday>" + CalendarWords.WEEKDAY + ")\\.?";
    private static final String MAYBE_WEEKDAY = "(?:" + WEEKDAY + ",? )?";
    private static final String DAY = "(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?";
    private static final String MONTH = "(?<month>" + CalendarWords.MONTH + ")\\.?";
    private static final String YEAR = "(?<year>20\\d\\d)";
    private static final String MAYBE_YEAR = "(?:,?[ -]" + YEAR + ")?";
    private static final String NUMBER = "(?<number>\\d{1,3}|" + NumberWords.WORD + ")";
    private static final String UNIT = "(?<unit>days?|d|weeks?|wks?|w|months?)";
    private static final String PART_OF_DAY = "(?: (?:morning|afternoon|evening))?";

    private static final String SAID_LIKE = "like `Tue` or `12 Mar`.";

    private static final Pattern ON = Pattern.compile("^(?:on|from|am|vom) ");

    private static final List<Form> FORMS = List.of(
            form("today|tonight|just now|this (?:morning|afternoon|evening)", (said, now) -> inDays(0, now)),
            form("(?:yesterday|yday)" + PART_OF_DAY + "|last night", (said, now) -> inDays(-1, now)),
            form("(?:the )?day before yesterday", (said, now) -> inDays(-2, now)),
            form("(?:tomorrow|tmrw|tmr)" + PART_OF_DAY, (said, now) -> inDays(1, now)),
            form("(?:the )?day after tomorrow", (said, now) -> inDays(2, now)),
            form("(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})", PastDays::yearFirst),
            form("(?<first>\\d{1,2})/(?<second>\\d{1,2})(?:/(?<year>20\\d\\d|\\d\\d))?", PastDays::inNumbers),
            form("(?<first>\\d{1,2})[-.](?<second>\\d{1,2})[-.](?<year>20\\d\\d)", PastDays::inNumbers),
            form(
                    "(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>20\\d\\d)?",
                    (said, now) -> nearest(
                            said, now, year -> DateFormats.day(year, number(said, "month"), number(said, "day")))),
            form(MAYBE_WEEKDAY + DAY + "(?: of)?[ -]?" + MONTH + MAYBE_YEAR, PastDays::dayAndMonth),
            form(MAYBE_WEEKDAY + MONTH + "[ -]?" + DAY + MAYBE_YEAR, PastDays::dayAndMonth),
            form("(?=the|\\d+[snrt])" + DAY, PastDays::dayNumbered),
            form(
                    WEEKDAY + PART_OF_DAY,
                    (said, now) -> Reading.clear(now.today().with(TemporalAdjusters.previousOrSame(weekday(said))))),
            form(
                    "(?:last|past) " + WEEKDAY + PART_OF_DAY,
                    (said, now) -> Reading.clear(now.today().with(TemporalAdjusters.previous(weekday(said))))),
            form("this " + WEEKDAY, (said, now) -> Reading.clear(inWeek(now.today(), weekday(said)))),
            form("next " + WEEKDAY, (said, now) -> inWeeks(1, said, now)),
            form("last week(?:'s)? " + WEEKDAY, (said, now) -> inWeeks(-1, said, now)),
            form(WEEKDAY + " (?:of )?last week", (said, now) -> inWeeks(-1, said, now)),
            form(NUMBER + " ?" + UNIT + " ago", (said, now) -> apart(-1, said, now)),
            form("in " + NUMBER + " ?" + UNIT, (said, now) -> apart(1, said, now)),
            form(
                    "(?:last|this|next) (?:week|month|year)",
                    (said, now) -> Reading.unclear("Which day of it? The log goes by days, " + SAID_LIKE)));

    private PastDays() {}

    private static Form form(String pattern, BiFunction<Matcher, Now, Reading<LocalDate>> meaning) {
        return new Form(Pattern.compile(pattern), meaning);
    }

    /** Reads {@linkplain TypedText#plain plain} text; empty if it names no day in any of these ways. */
    static Optional<Reading<LocalDate>> read(String plain, LocalDate today, Notation notation) {
        String text = ON.matcher(DateTranslator.inEnglish(plain)).replaceFirst("");
        for (Form form : FORMS) {
            Matcher said = form.pattern.matcher(text);
            if (said.matches()) {
                return Optional.of(
                        form.meaning.apply(said, new Now(today, notation)).then(day -> SpentTime.within(day, today)));
            }
        }
        return Optional.empty();
    }

    private static Reading<LocalDate> inDays(int days, Now now) {
        return Reading.clear(now.today().plusDays(days));
    }

    private static Reading<LocalDate> yearFirst(Matcher said, Now now) {
        return nearest(said, now, year -> DateFormats.day(year, number(said, "month"), number(said, "day")));
    }

    private static Reading<LocalDate> inNumbers(Matcher said, Now now) {
        int first = number(said, "first");
        int second = number(said, "second");
        boolean isEitherWay = first <= 12 && second <= 12 && first != second && first > 0 && second > 0;
        Optional<Locale> locale = now.notation().locale();
        if (isEitherWay && locale.isEmpty()) {
            return DateOrder.eitherWay(first, second);
        }
        boolean isDayFirst = isEitherWay ? locale.filter(DateOrder::isDayFirst).isPresent() : first > 12;
        return nearest(
                said,
                now,
                year -> isDayFirst ? DateFormats.day(year, second, first) : DateFormats.day(year, first, second));
    }

    private static Reading<LocalDate> dayAndMonth(Matcher said, Now now) {
        int month = CalendarWords.month(said.group("month")).getValue();
        Reading<LocalDate> date = nearest(said, now, year -> DateFormats.day(year, month, number(said, "day")));
        return said.group("weekday") == null ? date : date.then(read -> DateFormats.fallingOn(weekday(said), read));
    }

    /** The day in the year that was said, or else the one that is nearest. */
    private static Reading<LocalDate> nearest(Matcher said, Now now, IntFunction<Optional<LocalDate>> inYear) {
        if (said.group("year") != null) {
            return orNoSuchDay(inYear.apply(CalendarWords.year(said.group("year"))));
        }
        int year = now.today().getYear();
        return orNoSuchDay(IntStream.rangeClosed(year - 1, year + 1)
                .mapToObj(inYear)
                .flatMap(Optional::stream)
                .min(Comparator.comparingLong(day -> Math.abs(ChronoUnit.DAYS.between(now.today(), day)))));
    }

    /** "The 3rd" is the last one. */
    private static Reading<LocalDate> dayNumbered(Matcher said, Now now) {
        YearMonth month = YearMonth.from(now.today());
        return orNoSuchDay(Stream.iterate(month, earlier -> earlier.minusMonths(1))
                .limit(MONTHS_BACK_MAX + 1L)
                .map(in -> DateFormats.day(in.getYear(), in.getMonthValue(), number(said, "day")))
                .flatMap(Optional::stream)
                .filter(day -> !day.isAfter(now.today()))
                .findFirst());
    }

    private static Reading<LocalDate> inWeeks(int weeks, Matcher said, Now now) {
        return Reading.clear(inWeek(now.today().plusWeeks(weeks), weekday(said)));
    }

    private static LocalDate inWeek(LocalDate day, DayOfWeek weekday) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).with(TemporalAdjusters.nextOrSame(weekday));
    }

    private static Reading<LocalDate> apart(int sign, Matcher said, Now now) {
        int number = sign * NumberWords.value(said.group("number"));
        return Reading.clear(
                switch (said.group("unit").charAt(0)) {
                    case 'd' -> now.today().plusDays(number);
                    case 'w' -> now.today().plusWeeks(number);
                    default -> now.today().plusMonths(number);
                });
    }

    private static Reading<LocalDate> orNoSuchDay(Optional<LocalDate> day) {
        return day.map(Reading::clear)
                .orElseGet(() -> Reading.unclear("There is no such day in the calendar. I need one, " + SAID_LIKE));
    }

    private static int number(Matcher said, String group) {
        return Integer.parseInt(said.group(group));
    }

    private static DayOfWeek weekday(Matcher said) {
        return CalendarWords.weekday(said.group("weekday"));
    }

    /** The rep's day, and how their workspace writes dates. */
    private record Now(LocalDate today, Notation notation) {}

    /** A way of saying a day, and what it means; the text must match as a whole. */
    private record Form(Pattern pattern, BiFunction<Matcher, Now, Reading<LocalDate>> meaning) {}
}
