package steward.slack.blocks;

import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.composition.TextObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import steward.message.Shortened;
import steward.message.Style;
import steward.message.Words;
import steward.message.Words.Span;

/**
 * Words as Slack's text objects, styled where that is safe.
 *
 * <p>Steward's own words become Slack's markup. A literal joins them only if nothing in it could be taken for markup, a mention, a link
 * or an emoji; with any other, all the words stand as plain text, without their styles.
 */
public final class Mrkdwn {

    public static final int CHARACTERS_MAX = 3000;

    /**
     * All but letters, digits, tame punctuation and pictures; and a dot, a hyphen or a colon, unless what follows rules out an address, a
     * list or an emoji's name. Escaping takes care of the ampersand.
     */
    private static final Pattern RISKY =
            Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{So}\\x{1F3FB}-\\x{1F3FF}\\x{200D}\\x{FE0F}"
                    + " ,'’‘“”\"()%$€£+;?!/=–—·…&#.:-]"
                    + "|\\.(?![0-9 ]|\\z)|-(?![\\p{L}\\p{N} ]|\\z)|:(?! |\\z)");

    private Mrkdwn() {}

    /** These words as one text: styled if all of it is safe, else plain. */
    public static TextObject one(Words words) {
        return styled(words).orElseGet(() -> plain(words.text(), CHARACTERS_MAX));
    }

    /** These words as one styled text; empty if part of them would not be safe as markup, or if they are too long. */
    public static Optional<TextObject> styled(Words words) {
        List<Span> spans = merged(words);
        StringBuilder text = new StringBuilder();
        spans.forEach(span -> text.append(marked(span)));
        return spans.stream().allMatch(Mrkdwn::isSafe)
                        && !text.toString().isBlank()
                        && length(text.toString()) <= CHARACTERS_MAX
                ? Optional.of(markdown(text.toString()))
                : Optional.empty();
    }

    /** Text shown exactly as it is, shortened to what there is room for. */
    public static PlainTextObject plain(String text, int charactersMax) {
        return PlainTextObject.builder()
                .text(Shortened.to(charactersMax, text))
                .emoji(false)
                .build();
    }

    /** Text that Slack shows as it is where it reads markup, as long as it turns no characters into marks. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Escaped text of at most so many characters (code points), cut between characters, never inside an escape. */
    public static String escaped(int charactersMax, String text) {
        int room = charactersMax;
        String escaped = escaped(text);
        while (length(escaped) > charactersMax) {
            room -= Math.max(1, (length(escaped) - charactersMax) / 5);
            escaped = escaped(Shortened.to(room, text));
        }
        return escaped;
    }

    /** Neighbours of one style and origin as one span, so that no marks stand back to back. */
    private static List<Span> merged(Words words) {
        List<Span> merged = new ArrayList<>();
        for (Span span : words.spans()) {
            int last = merged.size() - 1;
            if (last >= 0 && merged.get(last).style() == span.style() && isSafe(merged.get(last)) && isSafe(span)) {
                Span before = merged.get(last);
                merged.set(last, new Span(before.text() + span.text(), span.style(), false));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    private static boolean isSafe(Span span) {
        return !span.literal() || !RISKY.matcher(span.text()).find();
    }

    /** Marks must touch the words they mark, so blanks at the ends stay outside. */
    private static String marked(Span span) {
        String text = span.text();
        String core = text.strip();
        if (core.isEmpty()) {
            return text;
        }
        int start = text.indexOf(core);
        return text.substring(0, start)
                + mark(span.style())
                + escaped(core)
                + mark(span.style())
                + text.substring(start + core.length());
    }

    private static String mark(Style style) {
        return switch (style) {
            case PLAIN -> "";
            case BOLD -> "*";
            case ITALIC -> "_";
            case CODE -> "`";
        };
    }

    private static TextObject markdown(String text) {
        // Verbatim: Slack adds no links of its own.
        return MarkdownTextObject.builder().text(text).verbatim(true).build();
    }

    /** The characters (code points) in a text, as Slack counts them. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
