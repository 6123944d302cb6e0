package steward.dashboard;

import java.util.List;
import steward.message.Message;
import steward.nudges.Sent;
import steward.plan.Plan;

/** The message that asks for the week's hours. */
public final class TimeNudge {

    private final Sent sent;
    private final List<Plan> plans;
    private final Reader reader;

    /** @param plans the rep's drafts and running plans as they are now */
    public TimeNudge(Sent sent, List<Plan> plans, Reader reader) {
        this.sent = sent;
        this.plans = List.copyOf(plans);
        this.reader = reader;
    }

    public Message message() {
        return Message.say("{}", sent + " " + plans + " " + reader);
    }
}
