package steward.export.fonts;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * TextShaper that are drawn as one, since their shapes depend on each other: a consonant with its vowels, a letter with its marks.
 *
 * @param text the letters as they are read
 * @param strokes how it is drawn, from left to right
 * @param advance how far it is to the next one
 */
record Cluster(Typeface face, String text, List<Stroke> strokes, int advance) {

    /** Of how many units a font's height is made. */
    static final int UNITS_PER_EM = 2048;

    /**
     * One glyph of a font, and where it stands.
     *
     * @param right in units, from where the cluster begins
     * @param up in units, above the line
     */
    record Stroke(int glyph, int right, int up) {}

    /**
     * A part for each letter of one that is written from right to left, side by side: readers turn round what stands in a line, but not what one
     * part of it is read as. The first has all that is drawn.
     */
    Stream<Cluster> parts() {
        int[] letters = text.codePoints().toArray();
        int width = advance / letters.length;
        int others = width * (letters.length - 1);
        return IntStream.range(0, letters.length)
                .mapToObj(place -> place == 0
                        ? new Cluster(face, letter(letters[0]), movedLeft(others), advance - others)
                        : new Cluster(face, letter(letters[place]), List.of(), width));
    }

    private static String letter(int point) {
        return Character.toString(point);
    }

    private List<Stroke> movedLeft(int units) {
        return strokes.stream()
                .map(stroke -> new Stroke(stroke.glyph(), stroke.right() - units, stroke.up()))
                .toList();
    }

    /** Whether it belongs to a script that is written from right to left. */
    boolean isRightToLeft() {
        return BidiText.isRightToLeft(text.codePointAt(0));
    }
}
