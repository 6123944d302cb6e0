package steward.conversation.turn;

/** What a rep can say at any question other than an answer to it. */
public enum Command {
    ANSWER,
    BACK,
    SKIP,
    HELP,
    EDIT,
    KEEP,
    ADD,
    REMOVE,
    RESTORE,
    MARGIN,
    FORM,
    STATUS,
    SUMMARY,
    PAUSE,
    RESUME,
    SWITCH,
    CANCEL,
    THANKS
}
