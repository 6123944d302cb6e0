package steward.plan;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import steward.worksheet.Worksheet;

/** What has changed in a plan since a moment: the plan as it was then beside the plan as it is. */
public final class PlanChanges {

    private final Plan before;
    private final Plan now;

    /** @param moment what was written at that very moment was there already */
    public PlanChanges(Plan plan, Instant moment) {
        this.before = plan.asOf((int) plan.entries().stream()
                .takeWhile(entry -> !entry.at().isAfter(moment))
                .count());
        this.now = plan;
    }

    public Plan before() {
        return before;
    }

    public Plan now() {
        return now;
    }

    /** Whether something of a kind happened to a row. */
    public boolean has(Kind kind, int row) {
        return indexes()
                .anyMatch(index -> entry(index).kind() == kind && entry(index).row() == row);
    }

    /** Whether the rep has said how an opportunity stands: it was won or lost, or is open with the chance that they said. */
    public boolean isLookedAt(int row) {
        return !now.outcome(row).isOpen() || indexes().anyMatch(index -> isConfirmed(index, row));
    }

    /** The plan as it was when the rep last said how an opportunity stands; empty if they have not. */
    public Optional<Plan> lastLookedAt() {
        OptionalInt last = indexes()
                .filter(index ->
                        isEnded(index) || isConfirmed(index, entry(index).row()))
                .max();
        return last.isPresent() ? Optional.of(now.asOf(last.getAsInt() + 1)) : Optional.empty();
    }

    private IntStream indexes() {
        return IntStream.range(before.entries().size(), now.entries().size());
    }

    private Entry entry(int index) {
        return now.entries().get(index);
    }

    private boolean isEnded(int index) {
        return entry(index).kind() == Kind.WON || entry(index).kind() == Kind.LOST;
    }

    /** Whether an entry says of an open opportunity that it is open still, or how likely it is. */
    private boolean isConfirmed(int index, int row) {
        Entry entry = entry(index);
        boolean chance = entry.kind() == Kind.ANSWERED && entry.question().equals(Worksheet.PROBABILITY.key());
        boolean stillOpen = entry.kind() == Kind.STILL_OPEN
                && now.asOf(index).outcome(entry.row()).isOpen();
        return entry.row() == row && (chance || stillOpen);
    }
}
