package steward.plan;

import java.time.Instant;

/** A plan in a list: which it is and how it stands, without its answers. */
public record PlanCard(PlanId id, String account, int year, Status status, Instant updatedAt) {}
