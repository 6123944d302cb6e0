package steward.conversation.understanding.meaning;

/** What a rep can say at any question other than an answer to it. */
public enum Command {
    BACK,
    HELP,
    EDIT,
    KEEP,
    KEEP_ALL,
    ADD,
    REMOVE,
    UNDO,
    MARGIN,
    FORM,
    STATUS,
    SUMMARY,
    RESUME,
    SWITCH,
    RENAME,
    GO_TO,
    SKIP_SECTION,
    RESTART,
    CANCEL
}
