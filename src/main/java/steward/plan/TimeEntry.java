package steward.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import steward.worksheet.values.Hours;

/**
 * Time that a rep spent on an account on one day.
 *
 * <p>Kept in the journal as the day, the word {@code growth} or {@code upkeep}, and the minutes: {@code 2026-03-03 growth 90}.
 *
 * @param number its number in the plan's time log, from 1, never given again
 * @param day the rep's own day
 * @param upkeep whether it served the account as it is, rather than towards winning an opportunity
 * @param note what it went into, in the rep's words; empty if they did not say
 * @param at when it was logged, or last changed
 */
public record TimeEntry(int number, LocalDate day, Hours time, boolean upkeep, String note, Instant at) {

    private static final int PARTS = 3;

    /** The entry that a journal entry of the kind {@link Kind#LOGGED} logs. */
    public static TimeEntry of(Entry entry) {
        String[] kept = entry.value().split(" ", PARTS);
        return new TimeEntry(
                entry.row(),
                LocalDate.parse(kept[0]),
                new Hours(Long.parseLong(kept[2])),
                kept[1].equals("upkeep"),
                entry.said(),
                entry.at());
    }

    /** The entry that was logged last under a number in a plan, whether it still stands or was taken out. */
    public static Optional<TimeEntry> last(Plan plan, int number) {
        return plan.entries().stream()
                .filter(entry -> entry.kind() == Kind.LOGGED && entry.row() == number)
                .reduce((earlier, later) -> later)
                .map(TimeEntry::of);
    }

    /** The entry for the journal that logs this, or changes what was logged under its number. */
    public Entry logged() {
        String value = day + (upkeep ? " upkeep " : " growth ") + time.minutes();
        return new Entry(Kind.LOGGED, "", number, value, note, at);
    }

    /** The entry for the journal that takes this out. */
    public Entry unlogged(Instant now) {
        return new Entry(Kind.UNLOGGED, "", number, "", "", now);
    }

    /** The time of several entries together. */
    public static Hours sum(Stream<TimeEntry> entries) {
        return entries.map(TimeEntry::time).reduce(Hours.NONE, Hours::plus);
    }
}
