package steward.worksheet.dates;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.worksheet.questions.Reading;
import steward.worksheet.text.TypedText;

/** A time of day as people write it: "9", "9:00", "17.30", "5pm", "noon". */
public final class ClockTime {

    private static final String EXAMPLE = "I need a time of day, like `9:00` or `5pm`.";
    private static final int HOURS_A_HALF_DAY = 12;

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,2})(?:[:.h]?([0-5]\\d)|h|:)?(?: ?([ap])\\.?m?\\.?)?(?: o'?clock)?");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("H:mm", Locale.ENGLISH);

    private ClockTime() {}

    /** "9:00", "17:30". */
    public static String shown(LocalTime time) {
        return SHOWN.format(time);
    }

    public static Reading<LocalTime> read(String said) {
        String plain = plain(said);
        if (plain.equals("noon") || plain.equals("midday")) {
            return Reading.clear(LocalTime.NOON);
        }
        Matcher matcher = FORM.matcher(plain);
        return matcher.matches()
                ? time(matcher).map(Reading::clear).orElseGet(() -> Reading.unclear(EXAMPLE))
                : Reading.unclear(EXAMPLE);
    }

    /** A time that is to come after another on the same day: after 9, "5" is five in the afternoon. */
    public static Reading<LocalTime> readAfter(LocalTime earlier, String said) {
        return read(said).then(time -> {
            boolean isPlain = isHalfOfDaySaid(said) || !earlier.isBefore(LocalTime.NOON);
            LocalTime later = time.isAfter(earlier) || isPlain ? time : inTheAfternoon(time);
            return later.isAfter(earlier)
                    ? Reading.clear(later)
                    : Reading.unclear("That is not after " + shown(earlier) + ", when your day begins.");
        });
    }

    private static boolean isHalfOfDaySaid(String said) {
        Matcher matcher = FORM.matcher(plain(said));
        return matcher.matches() && matcher.group(3) != null;
    }

    private static LocalTime inTheAfternoon(LocalTime time) {
        return time.getHour() < HOURS_A_HALF_DAY ? time.plusHours(HOURS_A_HALF_DAY) : time;
    }

    private static Optional<LocalTime> time(Matcher matcher) {
        int hour = Integer.parseInt(matcher.group(1));
        int minute = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        if (matcher.group(3) == null) {
            return hour < 2 * HOURS_A_HALF_DAY ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
        }
        int afternoon = matcher.group(3).equals("p") ? HOURS_A_HALF_DAY : 0;
        return hour >= 1 && hour <= HOURS_A_HALF_DAY
                ? Optional.of(LocalTime.of(hour % HOURS_A_HALF_DAY + afternoon, minute))
                : Optional.empty();
    }

    private static String plain(String said) {
        return TypedText.plain(said).replaceFirst("^at ", "");
    }
}
