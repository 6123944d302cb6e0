package steward.conversation.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.worksheet.dates.CalendarWords;

/** Days that an entry is repeated on, "Mon-Fri 2h Acme", "Acme 1h Mon, Tue and Wed": each gets one of its own. */
final class SeveralDays {

    private static final String DAY = "(?<![\\p{L}\\p{N}])(?:" + CalendarWords.WEEKDAY + ")(?![\\p{L}\\p{N}])";

    private static final Pattern RANGE = Pattern.compile(
            "(?:from )?(" + DAY + ")(?: ?[-–—] ?| (?:to|through|thru|till|until) )(" + DAY + ")",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LIST =
            Pattern.compile(DAY + "(?:(?:, ?| ?(?:and|&|\\+|/) ?|, ?and )" + DAY + ")+", Pattern.CASE_INSENSITIVE);

    private static final Pattern ONE = Pattern.compile(DAY, Pattern.CASE_INSENSITIVE);

    /** Days in one word, so that no comma cuts an entry between them. */
    private static final Pattern JOINED = Pattern.compile("days:([0-9_-]+)");

    private SeveralDays() {}

    /** The text with the days of each entry in one word. */
    static String joined(String text, LocalDate today) {
        String ranged =
                RANGE.matcher(text).replaceAll(found -> range(found, today).orElse(found.group()));
        return LIST.matcher(ranged)
                .replaceAll(found -> word(ONE.matcher(found.group())
                        .results()
                        .map(day -> last(day.group(), today))
                        .sorted()
                        .toList()));
    }

    /** Past a Sunday it could be either week's. */
    private static Optional<String> range(MatchResult found, LocalDate today) {
        LocalDate end = last(found.group(2), today);
        LocalDate start = last(found.group(1), end);
        DayOfWeek first = start.getDayOfWeek();
        return first.compareTo(end.getDayOfWeek()) < 0
                ? Optional.of(word(start.datesUntil(end.plusDays(1)).toList()))
                : Optional.empty();
    }

    private static LocalDate last(String weekday, LocalDate today) {
        return today.with(TemporalAdjusters.previousOrSame(CalendarWords.weekday(weekday.toLowerCase(Locale.ROOT))));
    }

    private static String word(List<LocalDate> days) {
        return "days:" + days.stream().map(LocalDate::toString).collect(Collectors.joining("_"));
    }

    /** The entry, or one for each of its days. */
    static Stream<String> each(String entry) {
        Matcher days = JOINED.matcher(entry);
        return days.find()
                ? Stream.of(days.group(1).split("_", 0)).map(day -> days.replaceFirst(day))
                : Stream.of(entry);
    }

    /** Whether an entry has a range of days that can't be told. */
    static boolean isUnclear(String entry) {
        return RANGE.matcher(entry).find();
    }
}
