package steward.worksheet.dates;

import static java.time.temporal.TemporalAdjusters.nextOrSame;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import steward.worksheet.questions.Reading;
import steward.worksheet.questions.Situation;
import steward.worksheet.text.NumberWords;
import steward.worksheet.text.TypedText;

/**
 * The ways of writing a date that Steward knows exactly, one a line.
 *
 * <p>A span of time ("June", "Q3", "next month") means its last day, a week its Friday. What names no year is the next such day from
 * today on; a bare day of the week is never today, and "next Friday" is next week's.
 */
public final class DateFormats {

    static final String WEEKDAY = "(?<weekday>" + CalendarWords.WEEKDAY + ")\\.?";
    private static final String MAYBE_WEEKDAY = "(?:" + WEEKDAY + " )?";
    private static final String DAY = "(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?";
    static final String MONTH = "(?<month>" + CalendarWords.MONTH + ")\\.?";
    static final String YEAR = "(?<year>\\d{4}|\\d{2})";
    private static final String MAYBE_YEAR = "(?:[ -]?'?" + YEAR + ")?";
    private static final String END_OF = "(?:the )?end (?:of )?(?:the )?";
    static final String MAYBE_END_OF = "(?:" + END_OF + "|in |during )?";
    private static final String SPAN = "(?<span>week|month|quarter|year)";
    static final String NUMBER = "(?<number>\\d{1,3}|" + NumberWords.WORD + ")";
    static final String UNIT =
            "(?<unit>(?:working |business |work)?days?|d|weeks?|wks?|w|fortnights?|months?|quarters?|years?|yrs?|y)";

    /** From 29 February 2096 the next one is eight years off. */
    private static final int LEAP_DAYS_APART_YEARS = 8;

    private static final int MONTH_DAYS_MAX = 31;

    private static final List<Form> FORMS = List.of(
            form("today|tonight|now|eod|cob|" + END_OF + "day", (said, now) -> inDays(0, now)),
            form("tomorrow|tmrw|tmr", (said, now) -> inDays(1, now)),
            form("yesterday", (said, now) -> inDays(-1, now)),
            form("(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})", DateFormats::yearFirst),
            form("(?<first>\\d{1,2})[-/.](?<second>\\d{1,2})(?:[-/.]" + YEAR + ")?", DateFormats::inNumbers),
            form(MAYBE_WEEKDAY + DAY + "(?: of)?[ -]?" + MONTH + MAYBE_YEAR, DateFormats::dayAndMonth),
            form(MAYBE_WEEKDAY + MONTH + "[ -]?" + DAY + "(?: '?" + YEAR + ")?", DateFormats::dayAndMonth),
            form(
                    "(?:the )?(?<part>start|beginning|early|mid|middle|late)(?: of | in |[ -])" + MONTH + MAYBE_YEAR,
                    DateFormats::partOfMonth),
            form(MAYBE_END_OF + MONTH + "(?: (?<year>\\d{4}))?", DateFormats::endOfMonth),
            form(MAYBE_END_OF + "(?<part>[qh])(?<number>[1-4])(?: of)?" + MAYBE_YEAR, DateFormats::endOfPart),
            form(MAYBE_END_OF + "(?<year>\\d{4})[ -]?(?<part>[qh])(?<number>[1-4])", DateFormats::endOfPart),
            form(
                    "(?<before>before )?(?:the )?(?<feast>(?:christmas|xmas|thanksgiving|new year(?:'?s)?)(?: day| eve)?)(?: (?<year>\\d{4}))?",
                    DateFormats::feast),
            form(END_OF + "(?<year>\\d{4})", DateFormats::endOfYear),
            form("eo(?<span>[wmqy])", DateFormats::endOfThis),
            form(END_OF + SPAN, DateFormats::endOfThis),
            form("(?:the )?" + SPAN + "[ -]end", DateFormats::endOfThis),
            form(MAYBE_END_OF + "(?:the|this|current|the current) " + SPAN, DateFormats::endOfThis),
            form(MAYBE_END_OF + "(?:the )?next " + SPAN, DateFormats::endOfNext),
            form(DAY + " (?:of )?(?<which>the|this|next) month", DateFormats::dayOfThisOrNextMonth),
            form("(?=the|\\d+[snrt])" + DAY, DateFormats::nextDayNumbered),
            form("\\d{1,2}", (said, now) -> Reading.unclear("Of which month? I need a day, " + DateAnswer.EXAMPLE)),
            form(
                    "(?:(?:this |the )?coming )?" + WEEKDAY,
                    (said, now) -> Reading.clear(now.today().with(TemporalAdjusters.next(weekday(said))))),
            form("this " + WEEKDAY, (said, now) -> Reading.clear(now.today().with(nextOrSame(weekday(said))))),
            form("next " + WEEKDAY, DateFormats::weekdayOfNextWeek),
            form("next week " + WEEKDAY, DateFormats::weekdayOfNextWeek),
            form(WEEKDAY + " (?:of )?next week", DateFormats::weekdayOfNextWeek),
            form(
                    "(?:in |within )?" + NUMBER + " ?" + UNIT + "'?s?'?(?: time)?(?: from (?:now|today))?",
                    DateFormats::after));

    private DateFormats() {}

    private static Form form(String pattern, BiFunction<Matcher, Situation, Reading<LocalDate>> meaning) {
        return new Form(Pattern.compile(pattern), meaning);
    }

    /** Reads {@linkplain TypedText#plain plain} text; empty if it is written in none of these ways. */
    static Optional<Reading<LocalDate>> read(String plain, Situation situation) {
        for (Form form : FORMS) {
            Matcher said = form.pattern.matcher(plain);
            if (said.matches()) {
                return Optional.of(form.meaning.apply(said, situation));
            }
        }
        return Optional.empty();
    }

    private static Reading<LocalDate> inDays(int days, Situation now) {
        return Reading.clear(now.today().plusDays(days));
    }

    private static Reading<LocalDate> yearFirst(Matcher said, Situation now) {
        return upcoming(said, now, year -> day(year, number(said, "month"), number(said, "day")));
    }

    private static Reading<LocalDate> inNumbers(Matcher said, Situation now) {
        int first = number(said, "first");
        int second = number(said, "second");
        boolean isEitherWay = first <= 12 && second <= 12 && first != second;
        Optional<Locale> locale = now.notation().locale();
        if (isLedByYear(said) && locale.filter(DateOrder::isYearFirst).isPresent()) {
            return orNoSuchDay(day(CalendarWords.year(said.group("first")), second, number(said, "year")));
        }
        if (isEitherWay && locale.isEmpty() && first > 0 && second > 0) {
            return DateOrder.eitherWay(first, second);
        }
        boolean isDayFirst = isEitherWay ? locale.filter(DateOrder::isDayFirst).isPresent() : first > 12;
        return upcoming(said, now, year -> isDayFirst ? day(year, second, first) : day(year, first, second));
    }

    /** "26-04-03", where years stand first. */
    private static boolean isLedByYear(Matcher said) {
        String year = said.group("year");
        return year != null
                && year.length() == 2
                && said.group("first").length() == 2
                && said.group().indexOf('.') < 0;
    }

    private static Reading<LocalDate> dayAndMonth(Matcher said, Situation now) {
        int month = month(said);
        Reading<LocalDate> date = upcoming(said, now, year -> day(year, month, number(said, "day")));
        return said.group("weekday") == null ? date : date.then(read -> fallingOn(weekday(said), read));
    }

    public static Reading<LocalDate> fallingOn(DayOfWeek weekday, LocalDate date) {
        return date.getDayOfWeek() == weekday
                ? Reading.clear(date)
                : Reading.unclear("The date and the day of the week don't agree: that day is "
                        + DateAnswer.english(date) + ". I need a day, " + DateAnswer.EXAMPLE);
    }

    private static Reading<LocalDate> partOfMonth(Matcher said, Situation now) {
        int day = switch (said.group("part")) {
            case "start", "beginning" -> 1;
            case "early" -> 10;
            case "late" -> MONTH_DAYS_MAX;
            default -> 15;
        };
        return upcoming(said, now, year -> {
            YearMonth month = YearMonth.of(year, month(said));
            return Optional.of(month.atDay(Math.min(day, month.lengthOfMonth())));
        });
    }

    private static Reading<LocalDate> endOfMonth(Matcher said, Situation now) {
        return upcoming(
                said, now, year -> Optional.of(YearMonth.of(year, month(said)).atEndOfMonth()));
    }

    /** Of a quarter or a half of the year. */
    private static Reading<LocalDate> endOfPart(Matcher said, Situation now) {
        int lastMonth = (said.group("part").equals("q") ? 3 : 6) * number(said, "number");
        return lastMonth > 12
                ? Reading.unclear("A year has two halves, H1 and H2. I need a day, " + DateAnswer.EXAMPLE)
                : upcoming(
                        said,
                        now,
                        year -> Optional.of(YearMonth.of(year, lastMonth).atEndOfMonth()));
    }

    private static Reading<LocalDate> feast(Matcher said, Situation now) {
        String feast = said.group("feast");
        boolean isEve = feast.endsWith(" eve");
        int daysBefore = (isEve ? 1 : 0) + (said.group("before") == null ? 0 : 1);
        boolean isNewYear = feast.startsWith("new");
        // New Year's Eve 2026 is of 2026, and so is Christmas.
        int yearsOn = isNewYear && isEve ? 1 : 0;
        return upcoming(
                said,
                now,
                year -> (isNewYear
                                ? day(year + yearsOn, 1, 1)
                                : feast.startsWith("thanks") ? thanksgiving(year) : day(year, 12, 25))
                        .map(day -> day.minusDays(daysBefore)));
    }

    /** The fourth Thursday of November. */
    private static Optional<LocalDate> thanksgiving(int year) {
        return day(year, 11, 1).map(first -> first.with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY)));
    }

    private static Reading<LocalDate> endOfYear(Matcher said, Situation now) {
        return upcoming(said, now, year -> day(year, 12, 31));
    }

    private static Reading<LocalDate> endOfThis(Matcher said, Situation now) {
        return Reading.clear(CalendarSpan.of(said.group("span")).lastDay(now.today()));
    }

    private static Reading<LocalDate> endOfNext(Matcher said, Situation now) {
        CalendarSpan span = CalendarSpan.of(said.group("span"));
        return Reading.clear(span.lastDay(span.next(now.today())));
    }

    private static Reading<LocalDate> dayOfThisOrNextMonth(Matcher said, Situation now) {
        YearMonth month =
                YearMonth.from(now.today()).plusMonths(said.group("which").equals("next") ? 1 : 0);
        return orNoSuchDay(day(month.getYear(), month.getMonthValue(), number(said, "day")));
    }

    private static Reading<LocalDate> nextDayNumbered(Matcher said, Situation now) {
        YearMonth month = YearMonth.from(now.today());
        return firstUpcoming(
                now,
                IntStream.rangeClosed(0, 2)
                        .mapToObj(month::plusMonths)
                        .map(in -> day(in.getYear(), in.getMonthValue(), number(said, "day"))));
    }

    private static Reading<LocalDate> weekdayOfNextWeek(Matcher said, Situation now) {
        return Reading.clear(inNextWeek(weekday(said), now.today()));
    }

    /** That day of the week after this one. */
    static LocalDate inNextWeek(DayOfWeek weekday, LocalDate today) {
        return today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(nextOrSame(weekday));
    }

    private static Reading<LocalDate> after(Matcher said, Situation now) {
        return Reading.clear(after(NumberWords.value(said.group("number")), said.group("unit"), now.today()));
    }

    /** So many days, weeks or the like after a day. */
    static LocalDate after(int number, String unit, LocalDate day) {
        if (unit.startsWith("work") || unit.startsWith("business")) {
            return afterWorkingDays(number, day);
        }
        return switch (unit.charAt(0)) {
            case 'd' -> day.plusDays(number);
            case 'w' -> day.plusWeeks(number);
            case 'f' -> day.plusWeeks(2L * number);
            case 'm' -> day.plusMonths(number);
            case 'q' -> day.plusMonths(3L * number);
            default -> day.plusYears(number);
        };
    }

    private static LocalDate afterWorkingDays(int number, LocalDate today) {
        return Stream.iterate(today.plusDays(1), day -> day.plusDays(1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .skip(Math.max(0, number - 1L))
                .findFirst()
                .orElse(today);
    }

    /** The day in the year that was said, or else the first one from today on. */
    static Reading<LocalDate> upcoming(Matcher said, Situation now, IntFunction<Optional<LocalDate>> inYear) {
        if (said.group("year") != null) {
            return orNoSuchDay(inYear.apply(CalendarWords.year(said.group("year"))));
        }
        int year = now.today().getYear();
        return firstUpcoming(
                now, IntStream.rangeClosed(year, year + LEAP_DAYS_APART_YEARS).mapToObj(inYear));
    }

    private static Reading<LocalDate> firstUpcoming(Situation now, Stream<Optional<LocalDate>> days) {
        return orNoSuchDay(days.flatMap(Optional::stream)
                .filter(day -> !day.isBefore(now.today()))
                .findFirst());
    }

    private static Reading<LocalDate> orNoSuchDay(Optional<LocalDate> day) {
        return day.map(Reading::clear)
                .orElseGet(() ->
                        Reading.unclear("There is no such day in the calendar. I need one, " + DateAnswer.EXAMPLE));
    }

    public static Optional<LocalDate> day(int year, int month, int day) {
        return month >= 1 && month <= 12 && YearMonth.of(year, month).isValidDay(day)
                ? Optional.of(LocalDate.of(year, month, day))
                : Optional.empty();
    }

    private static int number(Matcher said, String group) {
        return Integer.parseInt(said.group(group));
    }

    static int month(Matcher said) {
        return CalendarWords.month(said.group("month")).getValue();
    }

    static DayOfWeek weekday(Matcher said) {
        return CalendarWords.weekday(said.group("weekday"));
    }

    /** A way of writing a date, and what it means; the text must match as a whole. */
    private record Form(Pattern pattern, BiFunction<Matcher, Situation, Reading<LocalDate>> meaning) {}
}
