package steward.conversation.time;

import java.util.List;
import java.util.Optional;
import steward.message.Words;
import steward.plan.PlanCard;

/**
 * One entry of what a rep typed for the time log, as far as it could be read.
 *
 * @param said the entry as typed
 * @param complaint why it can't be logged as it stands, and what to write instead; empty if it can
 * @param spent what it says but for the account; empty if that can't be read
 * @param plans the plan that it is for, or those among which the rep has to choose
 * @param isSure whether it can hardly be anything but time to be logged, wherever it was typed
 */
record TimePart(String said, Words complaint, Optional<TimeDraft> spent, List<PlanCard> plans, boolean isSure) {

    TimePart {
        plans = List.copyOf(plans);
    }

    boolean isClear() {
        return complaint.isEmpty();
    }

    /** Whether only the account is missing. */
    boolean isAboutAccount() {
        return !isClear() && spent.isPresent();
    }
}
