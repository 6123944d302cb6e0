package steward.rep;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A rep's own settings: working hours, what an hour of theirs costs, muted nudges, days away.
 *
 * @param breakEven what an hour of theirs costs, in minor units; absent if they did not say
 * @param week when they work
 * @param muted the names of the nudges that they don't want
 * @param awayUntil the day from which they are back; absent if they are here
 */
public record Preferences(
        Optional<Long> breakEven, WorkingWeek week, Set<String> muted, Optional<LocalDate> awayUntil) {

    /** Those of a rep who has said nothing. */
    public static final Preferences NONE =
            new Preferences(Optional.empty(), WorkingWeek.STANDARD, Set.of(), Optional.empty());

    public Preferences {
        muted = Collections.unmodifiableSet(new TreeSet<>(muted));
    }

    public Preferences withBreakEven(Optional<Long> newBreakEven) {
        return new Preferences(newBreakEven, week, muted, awayUntil);
    }

    public Preferences withWeek(WorkingWeek newWeek) {
        return new Preferences(breakEven, newWeek, muted, awayUntil);
    }

    public Preferences withMuted(Set<String> newMuted) {
        return new Preferences(breakEven, week, newMuted, awayUntil);
    }

    public Preferences withAwayUntil(Optional<LocalDate> newAwayUntil) {
        return new Preferences(breakEven, week, muted, newAwayUntil);
    }

    /** The first day, from the given one on, on which the rep is at work and not away. */
    public LocalDate firstWorkday(LocalDate day) {
        LocalDate here = awayUntil.filter(day::isBefore).orElse(day);
        return week.isWorkday(here) ? here : week.workdaysAfter(here, 1);
    }
}
