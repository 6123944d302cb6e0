package steward.export;

/** For whom a plan is written out. */
public enum Edition {
    /** All that is in the plan, for the rep and those they trust; marked so. */
    INTERNAL,
    /** What both sides do together, for the customer's table: goals, actions and people, none of the rep's own figures and thoughts. */
    CUSTOMER
}
