package steward.message;

/** How a stretch of text stands out. */
public enum Style {
    PLAIN,
    BOLD,
    ITALIC,
    CODE
}
