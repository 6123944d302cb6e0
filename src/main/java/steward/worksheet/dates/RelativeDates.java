package steward.worksheet.dates;

import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.worksheet.questions.Reading;
import steward.worksheet.questions.Situation;
import steward.worksheet.text.NumberWords;
import steward.worksheet.text.TypedText;

/** Reads dates that are counted from another date: "the Friday after next", "second Monday of May", "a week from Friday". */
final class RelativeDates {

    private static final Pattern DAY_AFTER_TOMORROW = Pattern.compile("(?:the )?day after tomorrow");
    private static final Pattern AFTER_NEXT = Pattern.compile("(?:the )?" + DateFormats.WEEKDAY + " after next");
    private static final Pattern IN_MONTH =
            Pattern.compile("(?:the )?(?<nth>first|second|third|fourth|last|1st|2nd|3rd|4th) "
                    + DateFormats.WEEKDAY + " (?:of|in) (?:" + DateFormats.MONTH
                    + "(?: (?<year>\\d{4}))?|(?<which>the|this|next) month)");
    private static final Pattern FROM =
            Pattern.compile("(?:in )?" + DateFormats.NUMBER + " ?" + DateFormats.UNIT + " (?:from|after) (?<from>.+)");

    private RelativeDates() {}

    /** Reads {@linkplain TypedText#plain plain} text; empty if it is no such date. */
    static Optional<Reading<LocalDate>> read(String plain, Situation situation) {
        LocalDate today = situation.today();
        if (DAY_AFTER_TOMORROW.matcher(plain).matches()) {
            return Optional.of(Reading.clear(today.plusDays(2)));
        }
        Matcher afterNext = AFTER_NEXT.matcher(plain);
        if (afterNext.matches()) {
            return Optional.of(Reading.clear(DateFormats.inNextWeek(DateFormats.weekday(afterNext), today)
                    .plusWeeks(1)));
        }
        Matcher inMonth = IN_MONTH.matcher(plain);
        if (inMonth.matches()) {
            return Optional.of(inMonth(inMonth, situation));
        }
        Matcher from = FROM.matcher(plain);
        return from.matches() ? from(from, situation) : Optional.empty();
    }

    private static Reading<LocalDate> inMonth(Matcher said, Situation now) {
        if (said.group("which") == null) {
            return DateFormats.upcoming(
                    said, now, year -> Optional.of(nth(said, LocalDate.of(year, DateFormats.month(said), 1))));
        }
        return Reading.clear(
                nth(said, now.today().plusMonths(said.group("which").equals("next") ? 1 : 0)));
    }

    private static LocalDate nth(Matcher said, LocalDate inMonth) {
        DayOfWeek weekday = DateFormats.weekday(said);
        return switch (said.group("nth")) {
            case "first", "1st" -> inMonth.with(dayOfWeekInMonth(1, weekday));
            case "second", "2nd" -> inMonth.with(dayOfWeekInMonth(2, weekday));
            case "third", "3rd" -> inMonth.with(dayOfWeekInMonth(3, weekday));
            case "fourth", "4th" -> inMonth.with(dayOfWeekInMonth(4, weekday));
            default -> inMonth.with(lastInMonth(weekday));
        };
    }

    private static Optional<Reading<LocalDate>> from(Matcher said, Situation now) {
        String from = said.group("from");
        int number = NumberWords.value(said.group("number"));
        String unit = said.group("unit");
        return DateFormats.read(from, now)
                .or(() -> read(from, now))
                .map(reading -> reading.then(day -> Reading.clear(DateFormats.after(number, unit, day))));
    }
}
