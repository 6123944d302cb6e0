package steward.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the rep will do, or did, in the 90 days.
 *
 * @param row its row on the worksheet
 * @param cycle the cycle it lives in, from 1
 * @param due the day it is due; absent while not known
 * @param snoozedUntil the day from which the rep wants to hear of it again, if they want to hear later
 * @param doneAt when it was done, if it was
 * @param whyDropped in the rep's words; empty if it was not dropped, or they gave no reason
 */
public record Action(
        int row,
        int cycle,
        String what,
        Optional<LocalDate> due,
        State state,
        Optional<LocalDate> snoozedUntil,
        Optional<Instant> doneAt,
        String whyDropped) {

    /** What became of it. */
    public enum State {
        OPEN,
        DONE,
        DROPPED
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether its day is over and it is still to be done. */
    public boolean isOverdue(LocalDate today) {
        return isOpen() && due.filter(day -> day.isBefore(today)).isPresent();
    }
}
