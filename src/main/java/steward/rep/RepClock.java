package steward.rep;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;

/** Converts between instants and a rep's local days and hours. */
public record RepClock(ZoneId zone, WorkingWeek week) {

    public static RepClock of(Rep rep) {
        return new RepClock(rep.zone(), rep.preferences().week());
    }

    public static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    public LocalDateTime read(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    /** The first day whose working hours begin after an instant: what was written down then is news on that day. */
    public LocalDate firstDayAfter(Instant instant) {
        LocalDateTime moment = read(instant);
        LocalDate day = moment.toLocalDate();
        return moment.toLocalTime().isBefore(week.from()) ? day : day.plusDays(1);
    }

    /** When, from now on, the clock first shows this moment or, where it leaps over it, a later one. */
    public Instant instant(LocalDateTime moment, Instant now) {
        ZoneOffsetTransition leap = zone.getRules().getTransition(moment);
        if (leap != null && leap.isGap()) {
            return leap.getInstant();
        }
        ZonedDateTime first = moment.atZone(zone);
        return (first.toInstant().isBefore(now) ? first.withLaterOffsetAtOverlap() : first).toInstant();
    }
}
