package steward.plan;

/** Whether a plan is a draft, runs, or is closed. */
public enum Status {
    DRAFT,
    RUNNING,
    CLOSED
}
