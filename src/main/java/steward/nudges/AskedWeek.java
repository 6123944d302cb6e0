package steward.nudges;

import java.time.LocalDate;
import steward.rep.WorkingWeek;

/**
 * The week whose hours a nudge asks for.
 *
 * @param from its first day
 * @param to its last day: days off after the last working day belong to it
 * @param lastWorkday its last working day, on which hours are logged of which no more is known
 */
public record AskedWeek(LocalDate from, LocalDate to, LocalDate lastWorkday) {

    /** A nudge on the last working day of a week or later in it is about that week, another about the week before. */
    public static AskedWeek of(SentNudge sent, WorkingWeek week) {
        LocalDate day = sent.day();
        return endingOn(week.end(day).isAfter(day) ? week.beginning(day).minusDays(1) : day, week);
    }

    /** The week with this as its last working day, or as a day off after it. */
    static AskedWeek endingOn(LocalDate day, WorkingWeek week) {
        return new AskedWeek(week.beginning(day), week.nextBeginning(day).minusDays(1), week.end(day));
    }

    public AskedWeek before() {
        return new AskedWeek(from.minusWeeks(1), to.minusWeeks(1), lastWorkday.minusWeeks(1));
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** "this week", "last week", "that week", as a friend would say on a day. */
    public String called(LocalDate today) {
        if (holds(today)) {
            return "this week";
        }
        return holds(today.minusWeeks(1)) ? "last week" : "that week";
    }
}
