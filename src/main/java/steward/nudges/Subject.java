package steward.nudges;

import steward.plan.Plan;
import steward.plan.PlanId;

/**
 * What a nudge is about.
 *
 * @param row the row of the action or the opportunity; 0 for the plan as a whole
 */
public record Subject(PlanId plan, int row) {

    static Subject whole(Plan plan) {
        return new Subject(plan.id(), 0);
    }

    boolean isWhole() {
        return row == 0;
    }

    /** Whether it is the other, or the whole of which that is a part. */
    boolean covers(Subject other) {
        return plan.equals(other.plan) && (isWhole() || row == other.row);
    }
}
