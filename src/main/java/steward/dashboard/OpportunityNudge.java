package steward.dashboard;

import java.util.List;
import steward.message.Message;
import steward.nudges.Sent;
import steward.plan.Plan;

/** The message about opportunities whose day to be won is over. */
public final class OpportunityNudge {

    private final Sent sent;
    private final List<Plan> plans;
    private final Reader reader;

    /** @param plans the rep's drafts and running plans as they are now */
    public OpportunityNudge(Sent sent, List<Plan> plans, Reader reader) {
        this.sent = sent;
        this.plans = List.copyOf(plans);
        this.reader = reader;
    }

    public Message message() {
        return Message.say("{}", sent + " " + plans + " " + reader);
    }
}
