package steward.nudges;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A nudge to be sent now: a message that the rep did not ask for.
 *
 * @param day the rep's own day on which it is sent: there is one of a kind a day at most
 * @param subjects all that it is about, at least one: actions and opportunities by their dates, the earliest first
 * @param isMissed whether some of it fell due while the rep was away, or its plan paused
 */
public record Nudge(NudgeKind kind, LocalDate day, List<Subject> subjects, boolean isMissed) {

    /** The same, with one subject more. */
    Nudge and(Subject subject, boolean isSubjectMissed) {
        List<Subject> all = new ArrayList<>(subjects);
        all.add(subject);
        return new Nudge(kind, day, List.copyOf(all), isMissed || isSubjectMissed);
    }
}
