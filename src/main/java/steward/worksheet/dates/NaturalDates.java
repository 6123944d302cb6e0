package steward.worksheet.dates;

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
import steward.worksheet.text.TypedText;

/**
 * Reads dates that are relative to another date, with the natty library: "the Friday after next", "second Monday of May".
 *
 * <p>Natty finds dates where there are none ("room 204", "$1,500") and passes over words it does not know. So it is asked only about
 * the turns of phrase listed here, and believed only if it made one day of all of it.
 */
final class NaturalDates {

    private static final String WEEKDAY = "(?:" + CalendarWords.WEEKDAY + ")";
    private static final Pattern TURN_OF_PHRASE = Pattern.compile(String.join(
            "|",
            "(?:the )?day after tomorrow",
            "(?:the )?" + WEEKDAY + " after next",
            "(?:the )?(?:first|second|third|fourth|last|1st|2nd|3rd|4th) " + WEEKDAY + " (?:of|in) (?:(?:"
                    + CalendarWords.MONTH + ")(?: 20\\d\\d)?|(?:this|next) month)",
            "(?:\\d{1,3}|an?|one|two|three|four|five|six) (?:days?|weeks?|months?) (?:from|after) (?:tomorrow|(?:(?:this|next) )?"
                    + WEEKDAY + ")"));

    private static final Pattern PASSED_OVER = Pattern.compile("^(?:the|an?) ");
    private static final TimeZone UTC = TimeZone.getTimeZone(ZoneOffset.UTC);

    private NaturalDates() {}

    /** Reads {@linkplain TypedText#plain plain} text; empty if it is no date. */
    static Optional<LocalDate> read(String plain, LocalDate today) {
        return TURN_OF_PHRASE.matcher(plain).matches() ? oneDay(plain, parsed(plain, today)) : Optional.empty();
    }

    /** Always from noon, in a zone of our own, so that neither the machine's clock nor its zone has a say. */
    @SuppressWarnings("JavaUtilDate") // natty's own type
    private static List<DateGroup> parsed(String plain, LocalDate today) {
        Instant noon = today.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        return new Parser(UTC).parse(plain, Date.from(noon));
    }

    @SuppressWarnings("JavaUtilDate") // natty's own type
    private static Optional<LocalDate> oneDay(String plain, List<DateGroup> found) {
        return found.stream()
                .filter(group -> withoutArticle(group.getText()).equals(withoutArticle(plain)))
                .filter(group -> group.getDates().size() == 1 && !group.isRecurring())
                .map(group -> LocalDate.ofInstant(group.getDates().get(0).toInstant(), ZoneOffset.UTC))
                .findFirst();
    }

    private static String withoutArticle(String text) {
        return PASSED_OVER.matcher(text).replaceFirst("");
    }
}
