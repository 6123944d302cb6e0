package steward.message;

/** Why Steward speaks. */
public enum Purpose {
    QUESTION,
    REPLY,
    /** A reply that says which plan the talk is about from now on, though it asks nothing. */
    FOCUS
}
