package steward.plan;

/** Where in its life a plan is. */
public enum Status {
    DRAFT,
    RUNNING,
    CLOSED
}
