package steward.conversation.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.plan.TimeEntry;
import steward.worksheet.values.Hours;

/**
 * Time to be logged: an entry as it was read, before it is in a plan's log.
 *
 * @param upkeep whether it served the account as it is, rather than growth
 * @param note what it went into; empty if the rep did not say
 */
record TimeDraft(LocalDate day, Hours time, boolean upkeep, String note) {

    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d) (growth|upkeep) (\\d{1,4})(?: (.*))?", Pattern.DOTALL);

    static TimeDraft of(TimeEntry entry) {
        return new TimeDraft(entry.day(), entry.time(), entry.upkeep(), entry.note());
    }

    /** What {@link #written} wrote; empty if it is nothing of the kind. */
    static Optional<TimeDraft> ofWritten(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        return matcher.matches()
                ? Optional.of(new TimeDraft(
                        LocalDate.parse(matcher.group(1)),
                        new Hours(Long.parseLong(matcher.group(3))),
                        matcher.group(2).equals("upkeep"),
                        matcher.group(4) == null ? "" : matcher.group(4)))
                : Optional.empty();
    }

    /** As a button says it: the same however much later it is tapped. */
    String written() {
        return (day + (upkeep ? " upkeep " : " growth ") + time.minutes() + " " + note).strip();
    }

    TimeEntry entry(int number, Instant at) {
        return new TimeEntry(number, day, time, upkeep, note, at);
    }
}
