package steward.export.fonts;

import java.util.ArrayList;
import java.util.List;
import steward.export.fonts.Outline.Point;

/**
 * A glyph of a document's own font.
 *
 * @param code what stands for it in the document
 * @param text what it is read as
 */
record Glyph(int code, String text, int advance, List<List<Point>> contours) {

    /** How typewriters made letters bold: struck again, so far to the right. */
    private static final List<Integer> STRUCK_AGAIN = List.of(Cluster.UNITS_PER_EM / 50, Cluster.UNITS_PER_EM / 25);

    static Glyph of(int code, Cluster cluster, boolean isStruckAgain) {
        List<List<Point>> once = cluster.strokes().stream()
                .flatMap(stroke -> cluster.face().outline(stroke.glyph()).contours().stream()
                        .map(contour -> moved(contour, stroke.right(), stroke.up())))
                .toList();
        if (!isStruckAgain || cluster.advance() == 0) {
            return new Glyph(code, cluster.text(), cluster.advance(), once);
        }
        List<List<Point>> bold = new ArrayList<>(once);
        STRUCK_AGAIN.forEach(right -> once.forEach(contour -> bold.add(moved(contour, right, 0))));
        return new Glyph(code, cluster.text(), cluster.advance(), bold);
    }

    /** What takes its place where it isn't used. */
    Glyph empty() {
        return new Glyph(code, text, advance, List.of());
    }

    private static List<Point> moved(List<Point> contour, int right, int up) {
        return contour.stream().map(point -> point.moved(right, up)).toList();
    }
}
