package steward.dashboard;

import java.util.List;
import steward.message.Message;
import steward.plan.Plan;

/** The Home tab: the rep's accounts and what they are worth, what is due, and this week's hours. */
public final class HomeMessage {

    private final List<Plan> plans;
    private final Reader reader;

    /** @param plans the rep's drafts and running plans */
    public HomeMessage(List<Plan> plans, Reader reader) {
        this.plans = List.copyOf(plans);
        this.reader = reader;
    }

    /** One page of it, the first is 1. */
    public Message page(int page) {
        return Message.say("{}", plans + " " + reader + page);
    }
}
