package steward.plan;

import java.time.Instant;

/** A plan in a list: which it is and how it stands, without its answers. */
public record PlanCard(PlanId id, String account, int year, Status status, Instant updatedAt) {

    /** Whether it is written or runs. */
    public boolean isLive() {
        return status != Status.CLOSED;
    }
}
