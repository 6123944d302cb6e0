package steward.conversation.turn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;

/** What a rep did to a plan, turn by turn, as far as it may be taken back. What was written at one moment was done at once. */
public final class UndoHistory {

    private static final Set<Kind> TAKEN_BACK_SINGLY = Set.of(
            Kind.STARTED,
            Kind.IMPORTED,
            Kind.RENAMED,
            Kind.DELETED,
            Kind.ANSWERED,
            Kind.SKIPPED,
            Kind.ROW_ADDED,
            Kind.ROW_REMOVED,
            Kind.ROW_RESTORED,
            Kind.LOGGED,
            Kind.UNLOGGED,
            Kind.DONE,
            Kind.DROPPED,
            Kind.UNDONE,
            Kind.SNOOZED,
            Kind.WON,
            Kind.LOST,
            Kind.STILL_OPEN,
            Kind.CYCLE_STARTED,
            Kind.POSED,
            Kind.UNPOSED,
            Kind.CLOSED);

    private static final Pattern RANGE = Pattern.compile("(\\d+)-(\\d+)");

    private final Plan plan;

    public UndoHistory(Plan plan) {
        this.plan = plan;
    }

    /**
     * What was done at once: the entries of the plan from one place on, up to another.
     *
     * @param isFinal whether it began a cycle that can't be taken back: what came before it has its end there
     */
    public record Deed(Plan plan, int from, int to, Instant at, boolean isFinal) {

        public boolean has(Kind kind) {
            return entries().stream().anyMatch(entry -> entry.kind() == kind);
        }

        public List<Entry> entries() {
            return plan.entries().subList(from, to);
        }
    }

    /** All of them, in their order. Undo itself is none, and of a deleted plan there is only the deleting. */
    public List<Deed> all() {
        List<Deed> deeds = new ArrayList<>();
        for (int from = 0; from < plan.entries().size(); from = end(from)) {
            Deed deed = deed(from, end(from));
            boolean isUndo = deed.has(Kind.TAKEN_BACK);
            boolean isThere = !plan.isDeleted() || deed.has(Kind.DELETED);
            if (!isUndo
                    && isThere
                    && deed.entries().stream().anyMatch(entry -> TAKEN_BACK_SINGLY.contains(entry.kind()))) {
                deeds.add(deed);
            }
        }
        return List.copyOf(deeds);
    }

    /** All that was done at the moment at which an entry was written. */
    public Deed around(int place) {
        int from = place;
        while (from > 0 && at(from - 1).equals(at(place))) {
            from--;
        }
        return deed(from, end(from));
    }

    /** A part of what was done at a moment. */
    public Deed part(int from, int to) {
        return deed(from, Math.min(to, end(from)));
    }

    /** Whether all that it did is taken back, at once or in parts. */
    public boolean isTakenBack(Deed deed) {
        List<Matcher> ranges = plan.entries().stream()
                .filter(entry -> entry.kind() == Kind.TAKEN_BACK)
                .map(entry -> RANGE.matcher(entry.value()))
                .filter(Matcher::matches)
                .toList();
        return IntStream.range(deed.from(), deed.to())
                .filter(place ->
                        TAKEN_BACK_SINGLY.contains(plan.entries().get(place).kind()))
                .allMatch(place -> ranges.stream()
                        .anyMatch(range ->
                                Integer.parseInt(range.group(1)) <= place && place < Integer.parseInt(range.group(2))));
    }

    private Deed deed(int from, int to) {
        boolean isFinal = plan.cycle() > 1
                && plan.entries().subList(from, to).stream().anyMatch(entry -> entry.kind() == Kind.CYCLE_STARTED);
        return new Deed(plan, from, to, at(from), isFinal);
    }

    private int end(int from) {
        int end = from;
        while (end < plan.entries().size() && at(end).equals(at(from))) {
            end++;
        }
        return end;
    }

    private Instant at(int place) {
        return plan.entries().get(place).at();
    }
}
