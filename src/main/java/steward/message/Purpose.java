package steward.message;

/** Why Steward speaks. */
public enum Purpose {
    QUESTION,
    NUDGE,
    REPLY
}
