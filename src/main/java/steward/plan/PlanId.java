package steward.plan;

/** A plan's own id, random so that it tells nothing and can't be guessed. */
public record PlanId(String text) {}
