package steward.rep;

import java.time.LocalDate;
import java.time.Month;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A rep's own settings: working hours, what an hour of theirs costs, muted nudges, days away, the end of their fiscal
 * year, what opens their calendar.
 *
 * @param breakEven what an hour of theirs costs, in minor units; absent if they did not say
 * @param week when they work
 * @param muted the names of the nudges that they don't want
 * @param awayUntil the day from which they are back; absent if they are here
 * @param fiscalYearEnd the month that their company's fiscal year ends in; absent if they did not say
 * @param calendar what opens the calendar of all their plans; absent if they have no such address
 */
public record Preferences(
        Optional<Long> breakEven,
        WorkingWeek week,
        Set<String> muted,
        Optional<LocalDate> awayUntil,
        Optional<Month> fiscalYearEnd,
        Optional<CalendarKey> calendar) {

    /** Those of a rep who has said nothing. */
    public static final Preferences NONE = new Preferences(
            Optional.empty(), WorkingWeek.STANDARD, Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public Preferences {
        muted = Collections.unmodifiableSet(new TreeSet<>(muted));
    }

    public Preferences withBreakEven(Optional<Long> newBreakEven) {
        return new Preferences(newBreakEven, week, muted, awayUntil, fiscalYearEnd, calendar);
    }

    public Preferences withWeek(WorkingWeek newWeek) {
        return new Preferences(breakEven, newWeek, muted, awayUntil, fiscalYearEnd, calendar);
    }

    public Preferences withMuted(Set<String> newMuted) {
        return new Preferences(breakEven, week, newMuted, awayUntil, fiscalYearEnd, calendar);
    }

    public Preferences withAwayUntil(Optional<LocalDate> newAwayUntil) {
        return new Preferences(breakEven, week, muted, newAwayUntil, fiscalYearEnd, calendar);
    }

    public Preferences withFiscalYearEnd(Optional<Month> newFiscalYearEnd) {
        return new Preferences(breakEven, week, muted, awayUntil, newFiscalYearEnd, calendar);
    }

    public Preferences withCalendar(Optional<CalendarKey> newCalendar) {
        return new Preferences(breakEven, week, muted, awayUntil, fiscalYearEnd, newCalendar);
    }

    /** The first day, from the given one on, on which the rep is at work and not away. */
    public LocalDate firstWorkday(LocalDate day) {
        LocalDate here = awayUntil.filter(day::isBefore).orElse(day);
        return week.isWorkday(here) ? here : week.workdaysAfter(here, 1);
    }
}
