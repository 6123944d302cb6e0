package steward.nudges;

import java.time.LocalDate;
import java.util.List;

/**
 * A nudge to be sent now: a message that the rep did not ask for.
 *
 * @param day the rep's own day on which it is sent: there is one of a kind a day at most
 * @param subjects all that it is about, at least one: actions and opportunities by their dates, the earliest first
 */
public record Nudge(NudgeKind kind, LocalDate day, List<Subject> subjects) {}
