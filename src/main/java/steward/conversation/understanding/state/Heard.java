package steward.conversation.understanding.state;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a rep typed, in the forms in which it is looked at.
 *
 * @param said as typed
 * @param text the same with plain spaces and apostrophes, without the formatting around all of it
 * @param plain that in lower case, on one line, without the full stop of a sentence
 * @param bare that without the words that are only polite
 * @param sentence the text without its last stop, but with its capitals
 */
public record Heard(String said, String text, String plain, String bare, String sentence) {

    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\t\\x0B\\f\\u200B\\uFEFF]+");
    private static final Pattern LINES = Pattern.compile(" *[\\r\\n]+ *");
    private static final Pattern APOSTROPHES = Pattern.compile("[’‘ʼ`´](?=\\p{L})");
    private static final Pattern FORMATTED = Pattern.compile("([`*_~]{1,3})([^`*_~].*?)\\1", Pattern.DOTALL);
    private static final Pattern WIDE_SLASH = Pattern.compile("^／(?=\\p{L})");
    private static final Pattern STOPS = Pattern.compile("(?<![\\s.!…。！])[\\s.!…。！]+$");
    private static final Pattern POLITE_BEFORE = Pattern.compile(
            "^(?:(?:ok(?:ay)?|hey|hi|hello|well|so|um+|uh+|oh|ah|and|but|please|pls|plz|sorry|thanks|thank you|quick question|question|steward"
                    + "|just|wait|honestly|sure|yes|right)(?:[,:;.!…-]+ *| +but +| +(?=please|pls))|(?:please|pls|plz|hey|ok|okay|so|um|uh|hm+|er|erm|and|oh|but) +"
                    + "|(?:sorry|wait) +(?=(?:what|who|where|when|why|how|is|are|can|could|do|does) ))+");
    private static final Pattern POLITE_BEHIND =
            Pattern.compile("(?:,? (?:please|pls|plz|thanks|thank you|thx|steward))+$");

    private static final Pattern PLEASE =
            Pattern.compile(",? (?:please|pls|plz|thanks|thx)$", Pattern.CASE_INSENSITIVE);

    public static Heard of(String said) {
        String text = unwrapped(LINES.matcher(SPACES.matcher(said).replaceAll(" "))
                .replaceAll("\n")
                .strip());
        String lower = text.toLowerCase(Locale.ROOT).replace('\n', ' ');
        String plain = STOPS.matcher(lower).replaceFirst("");
        String stripped = POLITE_BEFORE.matcher(plain).replaceFirst("");
        String bare =
                STOPS.matcher(POLITE_BEHIND.matcher(stripped).replaceFirst("")).replaceFirst("");
        return new Heard(
                said,
                text,
                plain,
                bare.isEmpty() ? plain : bare,
                STOPS.matcher(text).replaceFirst(""));
    }

    private static String unwrapped(String text) {
        Matcher formatted = FORMATTED.matcher(text);
        String inner = formatted.matches()
                ? formatted.group(2).strip()
                : WIDE_SLASH.matcher(text).replaceFirst("/");
        return APOSTROPHES.matcher(inner).replaceAll("'");
    }

    /** The sentence without a please or a thanks at its end. */
    public String sentenceWithoutPlease() {
        return PLEASE.matcher(sentence).replaceFirst("");
    }

    public boolean endsWithQuestionMark() {
        return plain.endsWith("?") || plain.endsWith("？");
    }

    public int wordCount() {
        return plain.isEmpty() ? 0 : plain.split(" ", -1).length;
    }
}
