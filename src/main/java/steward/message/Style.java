package steward.message;

/** How a piece of text is emphasized. */
public enum Style {
    PLAIN,
    BOLD,
    ITALIC,
    CODE
}
