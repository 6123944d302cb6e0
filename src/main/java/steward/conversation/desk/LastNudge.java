package steward.conversation.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import steward.nudges.NudgeKind;
import steward.nudges.Sent;
import steward.plan.Plan;
import steward.plan.Since;

/** What has become of a plan since the rep was last sent a nudge of some kind about it. */
public final class LastNudge {

    private LastNudge() {}

    /** Empty if there was none. */
    public static Optional<Since> about(Desk desk, NudgeKind kind, Plan plan) {
        return desk.nudges().stream()
                .map(Nudged::sent)
                .filter(sent -> sent.kind() == kind
                        && sent.subjects().stream()
                                .anyMatch(subject -> subject.plan().equals(plan.id())))
                .map(Sent::at)
                .max(Comparator.<Instant>naturalOrder())
                .map(at -> new Since(plan, at));
    }
}
