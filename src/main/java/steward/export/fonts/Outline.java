package steward.export.fonts;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;

/** How a glyph is drawn: closed lines, as TrueType has them. */
record Outline(List<List<Point>> contours) {

    /** Into so many curves of the second degree one of the third is cut. */
    private static final int CUTS = 4;

    /**
     * @param on whether the line goes through it, rather than being bent towards it
     */
    record Point(int x, int y, boolean on) {

        Point moved(int right, int up) {
            return new Point(x + right, y + up, on);
        }
    }

    /** @param shape with its heights below zero, as on a screen */
    static Outline of(Shape shape) {
        List<List<Point>> contours = new ArrayList<>();
        List<Point> contour = new ArrayList<>();
        double[] at = new double[6];
        double[] from = new double[2];
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> {
                    contour = new ArrayList<>();
                    contours.add(contour);
                    contour.add(on(at[0], at[1]));
                    from = new double[] {at[0], at[1]};
                }
                case PathIterator.SEG_LINETO -> {
                    contour.add(on(at[0], at[1]));
                    from = new double[] {at[0], at[1]};
                }
                case PathIterator.SEG_QUADTO -> {
                    contour.add(off(at[0], at[1]));
                    contour.add(on(at[2], at[3]));
                    from = new double[] {at[2], at[3]};
                }
                case PathIterator.SEG_CUBICTO -> {
                    addCut(contour, from, at);
                    from = new double[] {at[4], at[5]};
                }
                default -> {
                    // What is closed ends where it began.
                }
            }
        }
        return new Outline(contours.stream()
                .map(Outline::withoutItsEnd)
                .filter(line -> line.size() > 2)
                .toList());
    }

    private static List<Point> withoutItsEnd(List<Point> contour) {
        int last = contour.size() - 1;
        return last > 0 && contour.get(0).equals(contour.get(last)) ? contour.subList(0, last) : contour;
    }

    private static Point on(double x, double y) {
        return new Point((int) Math.round(x), (int) -Math.round(y), true);
    }

    private static Point off(double x, double y) {
        return new Point((int) Math.round(x), (int) -Math.round(y), false);
    }

    /** Each piece is bent where its ends' directions meet. */
    private static void addCut(List<Point> contour, double[] from, double[] at) {
        for (int cut = 0; cut < CUTS; cut++) {
            double start = (double) cut / CUTS;
            double end = (cut + 1.0) / CUTS;
            double bend = (end - start) / 2;
            contour.add(off(
                    on(from[0], at[0], at[2], at[4], start) + bend * slope(from[0], at[0], at[2], at[4], start),
                    on(from[1], at[1], at[3], at[5], start) + bend * slope(from[1], at[1], at[3], at[5], start)));
            contour.add(on(on(from[0], at[0], at[2], at[4], end), on(from[1], at[1], at[3], at[5], end)));
        }
    }

    private static double on(double a, double b, double c, double d, double t) {
        double u = 1 - t;
        return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    }

    private static double slope(double a, double b, double c, double d, double t) {
        double u = 1 - t;
        return 3 * (u * u * (b - a) + 2 * u * t * (c - b) + t * t * (d - c));
    }
}
