package steward.plan;

/**
 * Which action of which plan.
 *
 * @param row its row on the worksheet, never given again
 */
public record ActionRef(PlanId plan, int row) {}
