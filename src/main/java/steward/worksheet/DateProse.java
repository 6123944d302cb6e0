package steward.worksheet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.natty.DateGroup;
import org.natty.Parser;

/**
 * Dates in freer words, as the natty library reads them: "the Friday after next", "second Monday of May".
 *
 * <p>Natty finds dates where there are none ("room 204", "$1,500") and passes over words it does not know. So it only gets text in
 * which every word belongs to dates, and is believed only if it made one day of all of it.
 */
final class DateProse {

    private static final TimeZone UTC = TimeZone.getTimeZone(ZoneOffset.UTC);

    private static final Pattern WORDS_OF_DATES = Pattern.compile(
            "(?:(?:" + CalendarWords.WEEKDAY + "|" + CalendarWords.MONTH + "|"
                    + CalendarWords.NUMBER
                    + "|fifteen|twenty|thirty|first|second|third|fourth|fifth|last|days?|weeks?|months?|years?|fridays|mondays"
                    + "|next|this|following|after|from|now|today|tomorrow|in|of|the|on|at|noon|\\d{1,2} ?[ap]m|\\d{1,2}(?:st|nd|rd|th)|20\\d\\d)(?: |$))+");

    private static final Pattern PASSED_OVER = Pattern.compile("^(?:(?:the|an?|in|on) )+");

    private DateProse() {}

    /** Reads {@linkplain Typed#plain plain} text of a few words; empty if it is no date. */
    static Optional<LocalDate> read(String plain, LocalDate today) {
        if (!WORDS_OF_DATES.matcher(plain).matches()) {
            return Optional.empty();
        }
        List<DateGroup> groups = parsed(plain, today);
        return groups.stream()
                .filter(group -> groups.size() == 1 && isOneDay(group) && isAllOf(plain, group))
                .map(DateProse::day)
                .findFirst();
    }

    /** Always from noon, in a zone of our own, so that neither the machine's clock nor its zone has a say. */
    @SuppressWarnings("JavaUtilDate") // natty's own type
    private static List<DateGroup> parsed(String plain, LocalDate today) {
        Instant noon = today.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        return new Parser(UTC).parse(plain, Date.from(noon));
    }

    private static boolean isOneDay(DateGroup group) {
        return group.getDates().size() == 1 && !group.isRecurring() && !group.isDateInferred();
    }

    private static boolean isAllOf(String plain, DateGroup group) {
        return withoutPassedOver(plain).equals(withoutPassedOver(group.getText()));
    }

    private static String withoutPassedOver(String text) {
        return PASSED_OVER.matcher(text).replaceFirst("");
    }

    @SuppressWarnings("JavaUtilDate") // natty's own type
    private static LocalDate day(DateGroup group) {
        return LocalDate.ofInstant(group.getDates().get(0).toInstant(), ZoneOffset.UTC);
    }
}
