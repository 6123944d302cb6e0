package steward.rep;

import static java.time.temporal.TemporalAdjusters.next;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The days and hours at which a rep works, on their own clock.
 *
 * @param days at least one, in the order of the week from Monday
 * @param from when a working day begins
 * @param to when it is over: after {@code from}, on the same day
 */
public record WorkingWeek(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    /** Monday to Friday, nine to five. */
    public static final WorkingWeek STANDARD =
            new WorkingWeek(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(17, 0));

    public WorkingWeek {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("A week needs a working day.");
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A working day ends after it begins, not " + from + " to " + to);
        }
        days = Collections.unmodifiableSet(EnumSet.copyOf(days));
    }

    public WorkingWeek withDays(Set<DayOfWeek> newDays) {
        return new WorkingWeek(newDays, from, to);
    }

    public WorkingWeek withHours(LocalTime newFrom, LocalTime newTo) {
        return new WorkingWeek(days, newFrom, newTo);
    }

    public boolean isWorkday(LocalDate day) {
        return days.contains(day.getDayOfWeek());
    }

    /** The first moment, from the given one on, at which the rep is at work. */
    public LocalDateTime firstMoment(LocalDateTime from) {
        LocalDate day = from.toLocalDate();
        LocalDateTime opening = day.atTime(this.from);
        if (isWorkday(day) && from.isBefore(day.atTime(to))) {
            return from.isBefore(opening) ? opening : from;
        }
        return workdaysAfter(day, 1).atTime(this.from);
    }

    /** The working day that many working days after a day. */
    public LocalDate workdaysAfter(LocalDate day, int count) {
        LocalDate found = day;
        for (int left = count; left > 0; ) {
            found = found.plusDays(1);
            if (isWorkday(found)) {
                left--;
            }
        }
        return found;
    }

    /** The first working day of the working week that a day falls in, days off after its last working day included. */
    public LocalDate beginning(LocalDate day) {
        return day.with(previousOrSame(firstDay()));
    }

    /** The first working day of the next working week. */
    public LocalDate nextBeginning(LocalDate day) {
        return day.with(next(firstDay()));
    }

    /** The last working day of the working week that a day falls in. */
    public LocalDate end(LocalDate day) {
        LocalDate last = nextBeginning(day).minusDays(1);
        while (!isWorkday(last)) {
            last = last.minusDays(1);
        }
        return last;
    }

    /** The day on which a working week begins: after the longest rest. Of equal rests, the first from Monday on counts. */
    private DayOfWeek firstDay() {
        DayOfWeek first = days.iterator().next();
        for (DayOfWeek day : days) {
            if (daysOffBefore(day) > daysOffBefore(first)) {
                first = day;
            }
        }
        return first;
    }

    private int daysOffBefore(DayOfWeek day) {
        int off = 0;
        while (!days.contains(day.minus(off + 1))) {
            off++;
        }
        return off;
    }
}
