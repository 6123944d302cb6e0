package steward.export.brand;

import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the data of an SVG path (SVG 1.1, 8.3): letters that say what is drawn, and the numbers that each of them takes. */
final class SvgPath {

    private static final Pattern TOKEN =
            Pattern.compile("([MmZzLlHhVvCcSsQqTtAa])|([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)");

    /** The two flags of an arc may stand without anything between them and what follows. */
    private static final Pattern FLAG = Pattern.compile("[\\s,]*([01])");

    private final Path2D.Double path = new Path2D.Double();
    private final String data;
    private final Matcher tokens;
    private Point2D.Double at = new Point2D.Double();
    private Point2D.Double start = at;
    private Point2D.Double control = at;
    private int position;

    private SvgPath(String data) {
        this.data = data;
        this.tokens = TOKEN.matcher(data);
    }

    /** @throws IllegalArgumentException if it is no such data */
    static Path2D of(String data) {
        SvgPath read = new SvgPath(data);
        read.read();
        return read.path;
    }

    private void read() {
        char command = ' ';
        char before = ' ';
        while (tokens.find(position)) {
            if (tokens.group(1) != null) {
                command = tokens.group(1).charAt(0);
                position = tokens.end();
            } else if (command == ' ' || command == 'Z' || command == 'z') {
                throw new IllegalArgumentException("no path");
            }
            draw(command, before);
            before = Character.toUpperCase(command);
            // More pairs after a move are lines.
            command = command == 'M' ? 'L' : command == 'm' ? 'l' : command;
        }
    }

    private void draw(char command, char before) {
        boolean isRelative = Character.isLowerCase(command);
        Point2D.Double from = isRelative ? at : new Point2D.Double();
        switch (Character.toUpperCase(command)) {
            case 'M' -> {
                at = point(from);
                start = at;
                path.moveTo(at.x, at.y);
            }
            case 'L' -> lineTo(point(from));
            case 'H' -> lineTo(new Point2D.Double(from.x + number(), at.y));
            case 'V' -> lineTo(new Point2D.Double(at.x, from.y + number()));
            case 'C' -> curve(point(from), point(from), point(from));
            case 'S' -> curve(before == 'C' || before == 'S' ? mirrored() : at, point(from), point(from));
            case 'Q' -> quad(point(from), point(from));
            case 'T' -> quad(before == 'Q' || before == 'T' ? mirrored() : at, point(from));
            case 'A' -> arc(number(), number(), number(), flag(), flag(), point(from));
            default -> {
                path.closePath();
                at = start;
            }
        }
    }

    private void lineTo(Point2D.Double to) {
        path.lineTo(to.x, to.y);
        at = to;
    }

    private void curve(Point2D.Double first, Point2D.Double second, Point2D.Double to) {
        path.curveTo(first.x, first.y, second.x, second.y, to.x, to.y);
        control = second;
        at = to;
    }

    private void quad(Point2D.Double by, Point2D.Double to) {
        path.quadTo(by.x, by.y, to.x, to.y);
        control = by;
        at = to;
    }

    private Point2D.Double mirrored() {
        return new Point2D.Double(2 * at.x - control.x, 2 * at.y - control.y);
    }

    /** By the centre of its ellipse (SVG 1.1, F.6.5). */
    private void arc(double rx, double ry, double degrees, boolean isLarge, boolean isSweep, Point2D.Double to) {
        double a = Math.abs(rx);
        double b = Math.abs(ry);
        if (a == 0 || b == 0 || at.equals(to)) {
            lineTo(to);
            return;
        }
        double turn = Math.toRadians(degrees);
        double halfX = (at.x - to.x) / 2;
        double halfY = (at.y - to.y) / 2;
        double x = Math.cos(turn) * halfX + Math.sin(turn) * halfY;
        double y = -Math.sin(turn) * halfX + Math.cos(turn) * halfY;
        double grown = Math.sqrt(Math.max(1, x * x / (a * a) + y * y / (b * b)));
        a *= grown;
        b *= grown;
        double square = (a * a * b * b - a * a * y * y - b * b * x * x) / (a * a * y * y + b * b * x * x);
        double away = (isLarge == isSweep ? -1 : 1) * Math.sqrt(Math.max(0, square));
        double centreX = away * a * y / b;
        double centreY = -away * b * x / a;
        double from = Math.toDegrees(Math.atan2((y - centreY) / b, (x - centreX) / a));
        double extent = Math.toDegrees(Math.atan2((-y - centreY) / b, (-x - centreX) / a)) - from;
        extent += isSweep && extent < 0 ? 360 : !isSweep && extent > 0 ? -360 : 0;
        AffineTransform placed = AffineTransform.getTranslateInstance((at.x + to.x) / 2, (at.y + to.y) / 2);
        placed.rotate(turn);
        placed.translate(centreX, centreY);
        Arc2D.Double arc = new Arc2D.Double(-a, -b, 2 * a, 2 * b, -from, -extent, Arc2D.OPEN);
        path.append(placed.createTransformedShape(arc), true);
        at = to;
    }

    private Point2D.Double point(Point2D.Double from) {
        double x = number();
        return new Point2D.Double(from.x + x, from.y + number());
    }

    private double number() {
        if (!tokens.find(position) || tokens.group(2) == null) {
            throw new IllegalArgumentException("no path");
        }
        position = tokens.end();
        return Double.parseDouble(tokens.group(2));
    }

    private boolean flag() {
        Matcher flag = FLAG.matcher(data).region(position, data.length());
        if (!flag.lookingAt()) {
            throw new IllegalArgumentException("no path");
        }
        position = flag.end();
        return flag.group(1).equals("1");
    }
}
