package steward.dashboard;

import java.util.List;
import steward.message.Message;
import steward.nudges.Sent;
import steward.plan.Plan;

/** The message at the end of a cycle. */
public final class CycleEndNudge {

    private final Sent sent;
    private final List<Plan> plans;
    private final Reader reader;

    /** @param plans the rep's drafts and running plans as they are now */
    public CycleEndNudge(Sent sent, List<Plan> plans, Reader reader) {
        this.sent = sent;
        this.plans = List.copyOf(plans);
        this.reader = reader;
    }

    public Message message() {
        return Message.say("{}", sent + " " + plans + " " + reader);
    }
}
