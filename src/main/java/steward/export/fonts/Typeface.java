package steward.export.fonts;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import steward.export.fonts.Cluster.Stroke;

/** A font with the rules by which its letters are joined. Java hands them to HarfBuzz, which knows those of every script. */
final class Typeface {

    private static final FontRenderContext PAPER = new FontRenderContext(null, true, true);

    /** In place of a glyph that has nothing to show. */
    private static final int INVISIBLE_MIN = 0xFFFE;

    /** Only to bound memory; a document needs some hundreds. */
    private static final int OUTLINES_MAX = 4_000;

    private final Font font;
    private final Map<Integer, Outline> outlines = new ConcurrentHashMap<>();

    Typeface(Font font) {
        this.font = font.deriveFont((float) Cluster.UNITS_PER_EM);
    }

    boolean has(int point) {
        return font.canDisplay(point);
    }

    /** Whether it has an outline for it; emoji in colour have none. */
    boolean draws(int point) {
        return has(point)
                && shaped(Character.toString(point), false).stream()
                        .flatMap(cluster -> cluster.strokes().stream())
                        .anyMatch(stroke -> !outline(stroke.glyph()).contours().isEmpty());
    }

    /** A word in the clusters that it is drawn in, as they are read. */
    List<Cluster> shaped(String word, boolean rightToLeft) {
        GlyphVector glyphs = font.layoutGlyphVector(
                PAPER,
                word.toCharArray(),
                0,
                word.length(),
                rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
        List<Placed> drawn = placed(glyphs);
        TreeMap<Integer, Cluster> read = new TreeMap<>();
        for (int place = 0; place < drawn.size(); place++) {
            double end = place + 1 < drawn.size()
                    ? drawn.get(place + 1).start(glyphs)
                    : glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX();
            Placed placed = drawn.get(place);
            read.put(placed.letter(), placed.cluster(this, glyphs, end, textFrom(placed.letter(), drawn, word)));
        }
        return read.values().stream()
                .flatMap(cluster -> rightToLeft ? cluster.parts() : Stream.of(cluster))
                .toList();
    }

    private static String textFrom(int letter, List<Placed> drawn, String word) {
        int end = drawn.stream()
                .mapToInt(Placed::letter)
                .filter(other -> other > letter)
                .min()
                .orElse(word.length());
        return word.substring(letter, end);
    }

    /** The clusters from left to right. */
    private static List<Placed> placed(GlyphVector glyphs) {
        Map<Integer, Placed> byLetter = new TreeMap<>();
        for (int glyph = 0; glyph < glyphs.getNumGlyphs(); glyph++) {
            byLetter.computeIfAbsent(glyphs.getGlyphCharIndex(glyph), letter -> new Placed(letter, new ArrayList<>()))
                    .glyphs()
                    .add(glyph);
        }
        return byLetter.values().stream()
                .sorted(Comparator.comparing(placed -> placed.glyphs().get(0)))
                .toList();
    }

    /** A glyph's outline, the same each time. */
    Outline outline(int glyph) {
        if (outlines.size() >= OUTLINES_MAX) {
            outlines.clear();
        }
        return outlines.computeIfAbsent(
                glyph,
                code -> Outline.of(
                        font.createGlyphVector(PAPER, new int[] {code}).getGlyphOutline(0)));
    }

    /**
     * What is drawn for the letters from one of them on.
     *
     * @param glyphs by their places
     */
    private record Placed(int letter, List<Integer> glyphs) {

        /** Where its letter begins; its marks may hang over. */
        double start(GlyphVector vector) {
            return glyphs.stream()
                    .filter(glyph -> vector.getGlyphMetrics(glyph).getAdvanceX() > 0)
                    .mapToDouble(glyph -> vector.getGlyphPosition(glyph).getX())
                    .min()
                    .orElseGet(() -> vector.getGlyphPosition(glyphs.get(0)).getX());
        }

        Cluster cluster(Typeface face, GlyphVector vector, double end, String text) {
            double start = start(vector);
            List<Stroke> strokes = glyphs.stream()
                    .filter(glyph -> vector.getGlyphCode(glyph) < INVISIBLE_MIN)
                    .map(glyph -> stroke(vector, glyph, start))
                    .toList();
            return new Cluster(face, text, strokes, (int) Math.max(0, Math.round(end - start)));
        }

        private static Stroke stroke(GlyphVector vector, int glyph, double start) {
            Point2D at = vector.getGlyphPosition(glyph);
            return new Stroke(
                    vector.getGlyphCode(glyph), (int) Math.round(at.getX() - start), (int) -Math.round(at.getY()));
        }
    }
}
