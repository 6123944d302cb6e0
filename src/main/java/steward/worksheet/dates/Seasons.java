package steward.worksheet.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.worksheet.questions.Choice;
import steward.worksheet.questions.Reading;
import steward.worksheet.questions.Situation;

/**
 * Reads dates by the seasons and the holidays: "before summer", "by spring", "end of winter", "after the holidays".
 *
 * <p>A season is three whole months, half a year apart on the two halves of the globe. Alone it means its last day, as a month does; "by"
 * and "before" mean the day before it begins. Which holidays are meant is asked, unless they are named.
 */
public final class Seasons {

    static final String SEASON = "(?:spring|summer|autumn|fall|winter)";

    private static final String LEAD = "(?:(?<lead>before|by|until|till|after) )?";
    private static final Pattern FORM =
            Pattern.compile(LEAD + "(?:the |this |next |coming |in |during |end of |over )*(?<season>" + SEASON
                    + ")(?<holidays>(?:'?s)? (?:holidays?|break|vacations?))?(?: of)?(?: (?<year>\\d{4}))?");
    private static final Pattern HOLIDAYS = Pattern.compile(
            LEAD + "(?:the )?(?<kind>(?:christmas|xmas|year[- ]end|new year'?s?) )?(?:holidays?|holiday season|break)");
    private static final Pattern BARE = Pattern.compile("(?:the )?" + SEASON);

    private static final int MONTHS = 3;

    private Seasons() {}

    /** Whether words are a season and nothing else: at the end of a sentence that may be a thing as well. */
    public static boolean isBare(String plain) {
        return BARE.matcher(plain).matches();
    }

    /** Reads {@linkplain steward.worksheet.text.TypedText#plain plain} text; empty if it is no such date. */
    static Optional<Reading<LocalDate>> read(String plain, Situation now) {
        Matcher season = FORM.matcher(plain);
        if (season.matches()) {
            return Optional.of(season(season, now));
        }
        Matcher holidays = HOLIDAYS.matcher(plain);
        return holidays.matches() ? Optional.of(holidays(holidays, now)) : Optional.empty();
    }

    private static Reading<LocalDate> season(Matcher said, Situation now) {
        Month first = firstMonth(said.group("season"), now);
        String lead = said.group("lead") == null ? "" : said.group("lead");
        int year = said.group("year") == null ? 0 : Integer.parseInt(said.group("year"));
        YearMonth last = year == 0
                ? upcoming(first.plus(MONTHS - 1), now)
                : YearMonth.of(year, first).plusMonths(MONTHS - 1);
        if (lead.equals("after")) {
            return Reading.clear(last.plusMonths(1).atDay(1));
        }
        if (lead.isEmpty()) {
            return Reading.clear(last.atEndOfMonth());
        }
        LocalDate begins = last.minusMonths(MONTHS - 1L).atDay(1);
        return begins.isAfter(now.today())
                ? Reading.clear(begins.minusDays(1))
                : Reading.unclear(
                        "It is " + said.group("season")
                                + " already. Before it ends, or before the next one? I need a day, "
                                + DateAnswer.EXAMPLE,
                        List.of(
                                choice("Before it ends", last.atEndOfMonth()),
                                choice("Before the next", begins.plusYears(1).minusDays(1))));
    }

    private static Month firstMonth(String season, Situation now) {
        Month inTheNorth = switch (season) {
            case "spring" -> Month.MARCH;
            case "summer" -> Month.JUNE;
            case "winter" -> Month.DECEMBER;
            default -> Month.SEPTEMBER;
        };
        return now.notation().year().isSouthern() ? inTheNorth.plus(6) : inTheNorth;
    }

    /** The next such month that is not over. */
    private static YearMonth upcoming(Month month, Situation now) {
        YearMonth here = YearMonth.from(now.today());
        YearMonth found = YearMonth.of(here.getYear(), month);
        return found.isBefore(here) ? found.plusYears(1) : found;
    }

    private static Reading<LocalDate> holidays(Matcher said, Situation now) {
        boolean isAfter = "after".equals(said.group("lead"));
        LocalDate christmas = isAfter ? afterNewYear(now) : beforeChristmas(now);
        if (said.group("kind") != null) {
            return Reading.clear(christmas);
        }
        Month summer = firstMonth("summer", now);
        LocalDate summers = isAfter
                ? upcoming(summer.plus(MONTHS), now).atDay(1)
                : upcoming(summer, now).atDay(1).minusDays(1);
        return Reading.unclear(
                "Which holidays? I need a day, " + DateAnswer.EXAMPLE,
                Stream.of(
                                choice(isAfter ? "After New Year" : "Before Christmas", christmas),
                                choice(isAfter ? "After the summer" : "Before the summer", summers))
                        .filter(choice -> !LocalDate.parse(choice.says()).isBefore(now.today()))
                        .toList());
    }

    private static LocalDate beforeChristmas(Situation now) {
        LocalDate eve = LocalDate.of(now.today().getYear(), 12, 24);
        return eve.isBefore(now.today()) ? eve.plusYears(1) : eve;
    }

    /** The first day on which people are back. */
    private static LocalDate afterNewYear(Situation now) {
        LocalDate second = LocalDate.of(now.today().getYear() + 1, 1, 2);
        return second.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0
                ? second.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                : second;
    }

    private static Choice choice(String words, LocalDate day) {
        return new Choice(words + ": " + DateAnswer.english(day), day.toString());
    }
}
