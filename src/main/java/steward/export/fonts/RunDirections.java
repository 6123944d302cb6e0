package steward.export.fonts;

import java.text.Bidi;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.IntStream;

/**
 * Which way each character of a paragraph runs, by the Unicode Bidirectional Algorithm: Java's, and its rule for brackets (N0), which
 * Java's lacks, so that both brackets of a pair run the same way.
 */
public final class RunDirections {

    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private final String text;
    private final Bidi bidi;
    private final boolean[] isRightToLeft;

    private RunDirections(String text, Bidi bidi) {
        this.text = text;
        this.bidi = bidi;
        this.isRightToLeft = new boolean[text.length()];
        for (int at = 0; at < text.length(); at++) {
            isRightToLeft[at] = bidi.getLevelAt(at) % 2 == 1;
        }
        if (bidi.isMixed()) {
            pairBrackets();
        }
    }

    /** Of a paragraph that runs as its first letter does. */
    public static RunDirections of(String text) {
        return new RunDirections(text, new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT));
    }

    /** Of one that runs from the left, whatever stands in it. */
    public static RunDirections fromTheLeft(String text) {
        return new RunDirections(text, new Bidi(text, Bidi.DIRECTION_LEFT_TO_RIGHT));
    }

    /** Of one that runs from the right, whatever stands in it. */
    static RunDirections fromTheRight(String text) {
        return new RunDirections(text, new Bidi(text, Bidi.DIRECTION_RIGHT_TO_LEFT));
    }

    /** Whether the paragraph itself does. */
    public boolean isFromTheRight() {
        return !bidi.baseIsLeftToRight();
    }

    public boolean isFromTheRight(int at) {
        return isRightToLeft[at];
    }

    /** How deep it stands in text that runs the other way: even if it runs from the left, as {@link Bidi#reorderVisually} takes it. */
    byte level(int at) {
        int level = bidi.getLevelAt(at);
        boolean isAsFound = (level % 2 == 1) == isRightToLeft[at];
        int base = bidi.getBaseLevel();
        return (byte) (isAsFound ? level : (base % 2 == 1) == isRightToLeft[at] ? base : base + 1);
    }

    private void pairBrackets() {
        Deque<Integer> open = new ArrayDeque<>();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (OPENING.indexOf(c) >= 0) {
                open.push(at);
            } else if (closesIt(c, open)) {
                pair(open.pop(), at);
            }
        }
    }

    private boolean closesIt(char c, Deque<Integer> open) {
        int kind = CLOSING.indexOf(c);
        return kind >= 0 && !open.isEmpty() && OPENING.indexOf(text.charAt(open.peek())) == kind;
    }

    /** They run as the paragraph does if a letter between them does; otherwise as those letters do, if what stands before does, too. */
    private void pair(int opening, int closing) {
        boolean paragraph = isFromTheRight();
        boolean runsAsTheParagraph =
                IntStream.range(opening + 1, closing).anyMatch(at -> isLetter(at) && isRightToLeft[at] == paragraph);
        boolean followsOther = IntStream.iterate(opening - 1, at -> at >= 0, at -> at - 1)
                .filter(this::isLetter)
                .mapToObj(at -> isRightToLeft[at] != paragraph)
                .findFirst()
                .orElse(false);
        boolean direction = (runsAsTheParagraph || !followsOther) ? paragraph : !paragraph;
        isRightToLeft[opening] = direction;
        isRightToLeft[closing] = direction;
    }

    private boolean isLetter(int at) {
        return Character.isLetter(text.charAt(at));
    }
}
