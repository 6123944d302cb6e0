package steward.dashboard;

import java.util.List;
import steward.message.Message;
import steward.nudges.Sent;
import steward.plan.Plan;

/** The message at day 30 and 60 of a cycle. */
public final class CheckpointNudge {

    private final Sent sent;
    private final List<Plan> plans;
    private final Reader reader;

    /** @param plans the rep's drafts and running plans as they are now */
    public CheckpointNudge(Sent sent, List<Plan> plans, Reader reader) {
        this.sent = sent;
        this.plans = List.copyOf(plans);
        this.reader = reader;
    }

    public Message message() {
        return Message.say("{}", sent + " " + plans + " " + reader);
    }
}
