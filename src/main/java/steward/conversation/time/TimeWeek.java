package steward.conversation.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which week of the log a rep wants to see. */
final class TimeWeek {

    private static final Pattern NUMBERED = Pattern.compile("week (?:(\\d{4})-?)?w?(\\d{1,2})");
    private static final Pattern OF_DAY = Pattern.compile("week (?:of )?(\\d{4}-\\d\\d-\\d\\d)");

    private TimeWeek() {}

    /** The Monday of the week that the words name: none is this week. Empty if they name no week. */
    static Optional<LocalDate> monday(String words, LocalDate today) {
        String text = words.toLowerCase(Locale.ROOT);
        Matcher numbered = NUMBERED.matcher(text);
        Matcher ofDay = OF_DAY.matcher(text);
        try {
            if (numbered.matches()) {
                int year = numbered.group(1) == null ? today.getYear() : Integer.parseInt(numbered.group(1));
                return Optional.of(ofWeek(year, Integer.parseInt(numbered.group(2))));
            }
            if (ofDay.matches()) {
                return Optional.of(monday(LocalDate.parse(ofDay.group(1))));
            }
        } catch (DateTimeException e) {
            // There is no such week or day in the calendar: the words name none.
            return Optional.empty();
        }
        return switch (text) {
            case "", "week", "this week" -> Optional.of(monday(today));
            case "last week", "week before" -> Optional.of(monday(today.minusWeeks(1)));
            default -> Optional.empty();
        };
    }

    private static LocalDate ofWeek(int year, int week) {
        LocalDate inYear = LocalDate.of(year, 1, 4);
        IsoFields.WEEK_OF_WEEK_BASED_YEAR
                .rangeRefinedBy(inYear)
                .checkValidValue(week, IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        return monday(inYear).plusWeeks(week - 1L);
    }

    /** The Monday of the week that a day falls in. */
    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
