package steward.conversation.session;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import steward.nudges.NudgeKind;
import steward.nudges.SentNudge;
import steward.plan.Plan;
import steward.plan.PlanChanges;

/** What has changed in a plan since the rep was last sent a nudge of some kind about it. */
public final class LastNudge {

    private LastNudge() {}

    /** Empty if there was none. */
    public static Optional<PlanChanges> about(RepSession session, NudgeKind kind, Plan plan) {
        return session.nudges().stream()
                .map(NudgeMessage::sent)
                .filter(sent -> sent.kind() == kind
                        && sent.subjects().stream()
                                .anyMatch(subject -> subject.plan().equals(plan.id())))
                .map(SentNudge::at)
                .max(Comparator.<Instant>naturalOrder())
                .map(at -> new PlanChanges(plan, at));
    }
}
