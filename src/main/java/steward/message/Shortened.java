package steward.message;

/** A text cut to what there is room for, with an ellipsis that says so. */
public final class Shortened {

    private Shortened() {}

    /** The text itself if it fits; else its beginning and an ellipsis, {@code charactersMax} code points together. */
    public static String to(int charactersMax, String text) {
        if (text.codePointCount(0, text.length()) <= charactersMax) {
            return text;
        }
        if (charactersMax < 1) {
            return "";
        }
        return text.substring(0, text.offsetByCodePoints(0, charactersMax - 1)).stripTrailing() + "…";
    }
}
