package steward.export.source;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Table;

/**
 * What of a plan's past its calendars need to know: how often each day changed, and which were handed out.
 *
 * <p>What was handed out is noted in the journal when it is. A file that is read into a calendar only adds and changes: what is over has to be
 * said there as cancelled if, and only if, the calendar may have it.
 *
 * @param rows of each action and opportunity, by its name
 * @param whole of what concerns the plan as a whole
 * @param taken the days that were handed out, by their names
 */
public record CalendarHistory(Map<String, Revision> rows, Revision whole, Map<String, LocalDate> taken) {

    private static final Set<Kind> ABOUT_THE_PLAN = EnumSet.of(
            Kind.STARTED,
            Kind.RENAMED,
            Kind.CYCLE_STARTED,
            Kind.CYCLE_TAKEN_BACK,
            Kind.CLOSED,
            Kind.RESUMED,
            Kind.DELETED,
            Kind.UNDELETED);

    private static final Set<Kind> ABOUT_ACTIONS = EnumSet.of(Kind.DONE, Kind.DROPPED, Kind.UNDONE, Kind.CARRIED);

    private static final Set<Kind> ABOUT_OPPORTUNITIES = EnumSet.of(Kind.WON, Kind.LOST, Kind.STILL_OPEN);

    /**
     * How far a day has come.
     *
     * @param sequence how often it has changed: it only ever rises
     * @param at when it changed last
     */
    public record Revision(int sequence, Instant at) {

        static final Revision NONE = new Revision(0, Instant.EPOCH);

        static Revision of(Plan plan, Predicate<Entry> isAboutIt) {
            List<Entry> changes = plan.entries().stream().filter(isAboutIt).toList();
            return changes.isEmpty()
                    ? NONE
                    : new Revision(
                            changes.size() - 1, changes.get(changes.size() - 1).at());
        }

        /** Of something that changes whenever either does. */
        public Revision and(Revision other) {
            return new Revision(sequence + other.sequence, at.isAfter(other.at) ? at : other.at);
        }
    }

    public static CalendarHistory of(Plan plan) {
        Map<String, Revision> rows = new HashMap<>();
        for (int row = 1; row < plan.nextRow(Worksheet.ACTIONS); row++) {
            rows.put("action-" + row, Revision.of(plan, about(Worksheet.ACTIONS, row, ABOUT_ACTIONS)));
        }
        for (int row = 1; row < plan.nextRow(Worksheet.OPPORTUNITIES); row++) {
            rows.put("opportunity-" + row, Revision.of(plan, about(Worksheet.OPPORTUNITIES, row, ABOUT_OPPORTUNITIES)));
        }
        Revision whole = Revision.of(plan, entry -> ABOUT_THE_PLAN.contains(entry.kind()));
        return new CalendarHistory(Map.copyOf(rows), whole, taken(plan));
    }

    private static Predicate<Entry> about(Table table, int row, Set<Kind> deeds) {
        Set<Kind> changes = EnumSet.of(Kind.ANSWERED, Kind.SKIPPED, Kind.CLEARED, Kind.ROW_REMOVED, Kind.ROW_RESTORED);
        return entry -> entry.row() == row
                && (deeds.contains(entry.kind())
                        || (changes.contains(entry.kind())
                                && (entry.question().equals(table.key())
                                        || entry.question().startsWith(table.key() + "."))));
    }

    private static Map<String, LocalDate> taken(Plan plan) {
        Map<String, LocalDate> taken = new HashMap<>();
        plan.entries().stream()
                .filter(entry -> entry.kind() == Kind.CALENDAR_TAKEN)
                .flatMap(entry -> Stream.of(entry.value().split(" ")))
                .map(day -> day.split("=", 2))
                .forEach(day -> taken.put(day[0], LocalDate.parse(day[1])));
        return Map.copyOf(taken);
    }

    /** Days as the journal keeps that they were handed out. */
    public static String kept(Map<String, LocalDate> days) {
        return days.entrySet().stream()
                .map(day -> day.getKey() + "=" + day.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** Of an action or an opportunity, by its name. */
    public Revision of(String row) {
        return whole.and(rows.getOrDefault(row, Revision.NONE));
    }
}
