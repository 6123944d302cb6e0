package steward.nudges;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A reason to nudge a rep: something that they are to be told and were not yet.
 *
 * @param from the moment from which it is worth telling, on the rep's own clock
 * @param until the first day on which it is too late to tell
 */
record NudgeReason(Subject subject, LocalDateTime from, LocalDate until) {

    /** Something worth telling from a day on, however late. */
    NudgeReason(Subject subject, LocalDate from) {
        this(subject, from.atStartOfDay(), LocalDate.MAX);
    }

    boolean isTimely(LocalDateTime moment) {
        return moment.toLocalDate().isBefore(until);
    }
}
