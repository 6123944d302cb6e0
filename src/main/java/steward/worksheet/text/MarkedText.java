package steward.worksheet.text;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words marked up for a chat, as what they mean outside it: {@code *bold*} is bold, {@code :tada:} its emoji, {@code <@U1>} the person,
 * and an escaped ampersand an ampersand.
 */
public final class MarkedText {

    /** Without one of these there is nothing marked. */
    private static final Pattern MARK = Pattern.compile("[*_~`<&:]");

    /** Code, bold, struck out, italic. */
    private static final List<Pattern> MARKED = List.of(
            marked("```", "[\\s\\S]"), marked("`", "[^`\\n]"), marked("*", "."), marked("~", "."), marked("_", "."));

    private static final Pattern EMOJI = Pattern.compile(
            "(?<![\\p{L}\\p{N}]):([a-z0-9_+'-]*[a-z0-9+][a-z0-9_+'-]*)(?:::skin-tone-[2-6])?:(?!\\p{N})");

    private static final Pattern ONLY_DIGITS = Pattern.compile("\\d+");

    private MarkedText() {}

    /**
     * The words as they are meant.
     *
     * @param person what a person is called who is known by their id alone
     */
    public static String meant(String text, UnaryOperator<String> person) {
        if (!MARK.matcher(text).find()) {
            return text;
        }
        String plain = BracketedText.unwrapped(text, person);
        for (Pattern marked : MARKED) {
            plain = marked.matcher(plain).replaceAll("$1");
        }
        return EMOJI.matcher(plain).replaceAll(found -> Matcher.quoteReplacement(emoji(found.group(), found.group(1))));
    }

    /** A time of day looks like the name of an emoji; "100" is one. */
    private static String emoji(String found, String name) {
        return EmojiNames.character(name)
                .orElseGet(() -> ONLY_DIGITS.matcher(name).matches() ? found : name.replace('_', ' '));
    }

    /** Marks stand around words, neither within them nor beside a space: {@code 2 * 3}, {@code line_2_left} have none. */
    private static Pattern marked(String mark, String within) {
        String quoted = Pattern.quote(mark);
        return Pattern.compile("(?<![\\p{L}\\p{N}" + mark.charAt(0) + "])" + quoted + "(?![\\s" + mark.charAt(0) + "])("
                + within + "*?[^\\s" + mark.charAt(0) + "])" + quoted + "(?![\\p{L}\\p{N}" + mark.charAt(0) + "])");
    }
}
