package steward.message;

/** Why a message is sent. */
public enum Purpose {
    QUESTION,
    REPLY,
    /** A reply that says which plan the talk is about from now on, though it asks nothing. */
    FOCUS,
    /** Steward speaks unasked: about what is due, or to be asked now. */
    NUDGE,
    /** A file that the rep asked for. Its body says which; it is made when it is sent, so that it holds what is true then. */
    FILE
}
