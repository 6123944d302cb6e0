package steward.worksheet.time;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.worksheet.dates.ClockTime;
import steward.worksheet.questions.Reading;
import steward.worksheet.values.Hours;

/** Time spent as the clock shows it: "9 to 11" is two hours; a time of day alone, "14:00", does not say how long. */
final class ClockRange {

    private static final String TIME = "(\\d{1,2}(?:[:.][0-5]\\d)?)( ?[ap]m)?";
    private static final Pattern RANGE = Pattern.compile(
            "(?:from )?" + TIME + "(?: ?- ?| (?:to|till|until) )" + TIME + "|between " + TIME + " and " + TIME);
    private static final Pattern TIME_OF_DAY =
            Pattern.compile("(?:1[3-9]|2[0-3]):[0-5]\\d|(?:1[0-2]|0?[1-9])(?::[0-5]\\d)? ?[ap]\\.?m\\.?");

    /** No working day begins earlier: "2 to 3" without more may be hours as well. */
    private static final int EARLIEST_HOUR = 6;

    private ClockRange() {}

    /** Whether a text is a range of the clock, or a time of day. */
    static boolean isOne(String plain) {
        return RANGE.matcher(plain).matches() || TIME_OF_DAY.matcher(plain).matches();
    }

    /** Reads plain text; empty if it is neither a range of the clock nor a time of day. */
    static Optional<Reading<Hours>> read(String plain) {
        if (TIME_OF_DAY.matcher(plain).matches()) {
            return Optional.of(
                    Reading.unclear(
                            plain
                                    + " is a time of day. I need how long it took, like `1h30`, or from when to when, like `9 to 11`."));
        }
        Matcher range = RANGE.matcher(plain);
        if (!range.matches()) {
            return Optional.empty();
        }
        int first = range.group(1) == null ? 5 : 1;
        String from = range.group(first);
        String to = range.group(first + 2);
        String fromHalf = half(range.group(first + 1));
        String toHalf = half(range.group(first + 3));
        boolean isPlain = from.length() <= 2 && to.length() <= 2 && fromHalf.isEmpty() && toHalf.isEmpty();
        return Optional.of(
                isPlain && Integer.parseInt(from) < EARLIEST_HOUR
                        ? Reading.unclear("From " + from + " to " + to + " o'clock, or " + from + " to " + to
                                + " hours? Say how long it took, like `1h30`.")
                        : between(from + (fromHalf.isEmpty() ? inherited(from, to, toHalf) : fromHalf), to + toHalf));
    }

    private static String half(String half) {
        return half == null ? "" : half.strip();
    }

    /** "1 to 3 pm" begins after noon as well; "9 to 1 pm" does not. */
    private static String inherited(String from, String to, String half) {
        if (half.isEmpty()) {
            return "";
        }
        return ClockTime.read(from + half)
                .then(start -> ClockTime.read(to + half).then(end -> Reading.clear(start.isBefore(end) ? half : "am")))
                .either(inherited -> inherited, hint -> "");
    }

    private static Reading<Hours> between(String from, String to) {
        return ClockTime.read(from).then(start -> ClockTime.readAfter(start, to).then(end -> hours(start, end)));
    }

    private static Reading<Hours> hours(LocalTime from, LocalTime to) {
        return Reading.clear(new Hours(Duration.between(from, to).toMinutes()));
    }
}
