package steward.message;

import java.util.ArrayList;
import java.util.List;

/**
 * A line or paragraph of text, part of it Steward's own words and part what reps typed.
 *
 * <p>Steward's own words are written with a little markup: {@code *bold*}, {@code _italic_}, {@code `code`}, and {@code {}} where a
 * literal goes. What a rep typed comes in only as a literal, and a literal is never read as markup, by Steward or by Slack.
 *
 * <pre>Words.of("Your goal for *{}* is {}.", account, money)</pre>
 */
public record Words(List<Span> spans) {

    /**
     * A stretch of text in one style.
     *
     * @param literal whether it may hold what a rep typed, and so must be shown as it is
     */
    public record Span(String text, Style style, boolean literal) {}

    public Words {
        spans = List.copyOf(spans);
    }

    /** Steward's own words, with literals where the template says {@code {}}. */
    public static Words of(String template, Object... literals) {
        return new Markup(template, literals).words();
    }

    /** Text shown exactly as it is. */
    public static Words literal(String text, Style style) {
        return new Words(List.of(new Span(text, style, true)));
    }

    public static Words literal(String text) {
        return literal(text, Style.PLAIN);
    }

    /** These words, then more. */
    public Words then(Words more) {
        List<Span> both = new ArrayList<>(spans);
        both.addAll(more.spans);
        return new Words(both);
    }

    public boolean isEmpty() {
        return spans.stream().allMatch(span -> span.text().isEmpty());
    }

    /** The text alone, without styles. */
    public String text() {
        StringBuilder text = new StringBuilder();
        spans.forEach(span -> text.append(span.text()));
        return text.toString();
    }

    /** At most this many characters (code points), the last of them an ellipsis if something had to go. */
    public Words shortened(int charactersMax) {
        List<Span> kept = new ArrayList<>();
        int left = charactersMax;
        for (Span span : spans) {
            String text = Shortened.to(left, span.text());
            kept.add(new Span(text, span.style(), span.literal()));
            if (!text.equals(span.text())) {
                break;
            }
            left -= text.codePointCount(0, text.length());
        }
        return new Words(kept);
    }
}
