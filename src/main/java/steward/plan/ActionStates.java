package steward.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The state of each action, by row, while a journal is read: only {@link Journal} changes it. */
final class ActionStates {

    private final Map<Integer, Action.State> states = new HashMap<>();
    private final Map<Integer, Instant> doneAt = new HashMap<>();
    private final Map<Integer, String> whyDropped = new HashMap<>();
    private final Map<Integer, LocalDate> snoozedUntil = new HashMap<>();
    private final Map<Integer, Integer> cycles = new HashMap<>();

    /** An action got its first words in this cycle, or was carried over into it. */
    void begun(int row, int cycle) {
        cycles.putIfAbsent(row, Math.max(1, cycle));
    }

    void carried(int row, int cycle) {
        cycles.put(row, cycle);
    }

    void done(int row, Instant at) {
        states.put(row, Action.State.DONE);
        doneAt.put(row, at);
        whyDropped.remove(row);
    }

    /** @param why in the rep's words; empty if they gave none */
    void dropped(int row, String why) {
        states.put(row, Action.State.DROPPED);
        doneAt.remove(row);
        whyDropped.put(row, why);
    }

    void undone(int row) {
        states.remove(row);
        doneAt.remove(row);
        whyDropped.remove(row);
    }

    void snoozed(int row, LocalDate until) {
        snoozedUntil.put(row, until);
    }

    /** A new due date is a new promise: the rep wants to hear of it as of any. */
    void moved(int row) {
        snoozedUntil.remove(row);
    }

    Action.State state(int row) {
        return states.getOrDefault(row, Action.State.OPEN);
    }

    int cycle(int row) {
        return cycles.getOrDefault(row, 1);
    }

    Optional<Instant> doneAt(int row) {
        return Optional.ofNullable(doneAt.get(row));
    }

    String whyDropped(int row) {
        return whyDropped.getOrDefault(row, "");
    }

    Optional<LocalDate> snoozedUntil(int row) {
        return Optional.ofNullable(snoozedUntil.get(row));
    }
}
