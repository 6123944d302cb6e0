package steward.message;

import java.util.ArrayList;
import java.util.List;
import steward.message.Words.Span;

/** Reads the little markup that Steward's own words are written in. */
final class Markup {

    private final String template;
    private final Object[] literals;
    private final List<Span> spans = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private Style style = Style.PLAIN;

    Markup(String template, Object... literals) {
        this.template = template;
        this.literals = literals;
    }

    Words words() {
        int used = 0;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '{' && template.startsWith("{}", i)) {
                add(run.toString(), false);
                add(String.valueOf(literals[used++]), true);
                i++;
            } else if (isMark(c)) {
                add(run.toString(), false);
                style = style == markedBy(c) ? Style.PLAIN : markedBy(c);
            } else {
                run.append(c);
            }
        }
        add(run.toString(), false);
        if (used != literals.length || style != Style.PLAIN) {
            throw new IllegalArgumentException("Unbalanced words: " + template);
        }
        return new Words(spans);
    }

    /** Inside code everything but the closing backtick is text. */
    private boolean isMark(char c) {
        return c == '`' || (style != Style.CODE && (c == '*' || c == '_'));
    }

    private static Style markedBy(char c) {
        return switch (c) {
            case '*' -> Style.BOLD;
            case '_' -> Style.ITALIC;
            default -> Style.CODE;
        };
    }

    private void add(String text, boolean literal) {
        if (!text.isEmpty()) {
            spans.add(new Span(text, style, literal));
        }
        run.setLength(0);
    }
}
