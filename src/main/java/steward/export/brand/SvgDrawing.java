package steward.export.brand;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A drawing in SVG as logos are: shapes in plain colours, moved and turned. What else a drawing can hold, like letters, pictures and
 * gradients, is refused by its name rather than left out.
 */
final class SvgDrawing {

    private static final Set<String> SILENT = Set.of("title", "desc", "metadata", "defs", "style");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");
    private static final Pattern TRANSFORM = Pattern.compile("(\\w+)\\s*\\(([^)]*)\\)");
    private static final Pattern RGB = Pattern.compile("rgb\\(([^)]*)\\)");
    private static final Map<String, String> NAMED = Map.of(
            "black", "#000000", "white", "#ffffff", "red", "#ff0000", "green", "#008000", "blue", "#0000ff", "gray",
            "#808080", "orange", "#ffa500", "navy", "#000080");

    private final Element root;
    private final Rectangle2D.Double box;

    private SvgDrawing(Element root) {
        this.root = root;
        double[] view = numbers(root.getAttribute("viewBox"));
        this.box = view.length == 4
                ? new Rectangle2D.Double(view[0], view[1], view[2], view[3])
                : new Rectangle2D.Double(0, 0, size("width"), size("height"));
        if (box.width <= 0 || box.height <= 0) {
            throw new IllegalArgumentException("is an SVG that does not say how large it is (viewBox)");
        }
    }

    /**
     * Empty if it is none.
     *
     * @throws IllegalArgumentException if there is something in it that can't be drawn
     */
    static Optional<SvgDrawing> of(byte[] bytes) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            // A drawing may begin with a document type, but what that names elsewhere is not fetched.
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setExpandEntityReferences(false);
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Element root = builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement();
            return "svg".equals(root.getLocalName()) ? Optional.of(new SvgDrawing(root)) : Optional.empty();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            return Optional.empty();
        }
    }

    double width() {
        return box.width;
    }

    double height() {
        return box.height;
    }

    /** Draws it as large as is said, from the top left corner. */
    void draw(Graphics2D pen, double width) {
        double scale = width / box.width;
        pen.scale(scale, scale);
        pen.translate(-box.x, -box.y);
        children(root, pen, Map.of());
    }

    private void children(Element parent, Graphics2D pen, Map<String, String> inherited) {
        Map<String, String> style = style(parent, inherited);
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                draw(element, (Graphics2D) pen.create(), style);
            }
        }
    }

    private void draw(Element element, Graphics2D pen, Map<String, String> inherited) {
        String name = String.valueOf(element.getLocalName());
        // Drawing programs leave notes of their own.
        boolean isForeign =
                element.getNamespaceURI() != null && !element.getNamespaceURI().endsWith("/svg");
        if (SILENT.contains(name) || isForeign) {
            return;
        }
        pen.transform(transform(element.getAttribute("transform")));
        if (name.equals("g")) {
            children(element, pen, inherited);
            return;
        }
        Shape shape = shape(name, element).orElseThrow(() -> cannot("<" + name + ">"));
        paint(shape, pen, style(element, inherited));
    }

    private static IllegalArgumentException cannot(String what) {
        return new IllegalArgumentException(
                "holds " + what + ", which can't be drawn here: save it as PNG, or as SVG of plain shapes");
    }

    private static Optional<Shape> shape(String name, Element element) {
        return Optional.ofNullable(
                switch (name) {
                    case "path" -> SvgPath.of(element.getAttribute("d"));
                    case "rect" -> rectangle(element);
                    case "circle" -> ellipse(element, number(element, "r"), number(element, "r"));
                    case "ellipse" -> ellipse(element, number(element, "rx"), number(element, "ry"));
                    case "line" ->
                        new Line2D.Double(
                                number(element, "x1"),
                                number(element, "y1"),
                                number(element, "x2"),
                                number(element, "y2"));
                    case "polygon", "polyline" -> corners(element, name.equals("polygon"));
                    default -> null;
                });
    }

    private static Shape rectangle(Element element) {
        double across = number(element, element.hasAttribute("rx") ? "rx" : "ry") * 2;
        double down = number(element, element.hasAttribute("ry") ? "ry" : "rx") * 2;
        return new RoundRectangle2D.Double(
                number(element, "x"),
                number(element, "y"),
                number(element, "width"),
                number(element, "height"),
                across,
                down);
    }

    private static Shape ellipse(Element element, double rx, double ry) {
        return new Ellipse2D.Double(number(element, "cx") - rx, number(element, "cy") - ry, 2 * rx, 2 * ry);
    }

    private static Shape corners(Element element, boolean isClosed) {
        double[] points = numbers(element.getAttribute("points"));
        Path2D.Double path = new Path2D.Double();
        for (int at = 0; at + 1 < points.length; at += 2) {
            if (at == 0) {
                path.moveTo(points[0], points[1]);
            } else {
                path.lineTo(points[at], points[at + 1]);
            }
        }
        if (isClosed && points.length >= 2) {
            path.closePath();
        }
        return path;
    }

    // ── Colours ──────────────────────────────────────────────────────────────────────────────────────────

    /** What holds for an element: what is said at it, in either way, and else what holds around it. */
    private static Map<String, String> style(Element element, Map<String, String> inherited) {
        if (element.hasAttribute("class") || element.hasAttribute("clip-path") || element.hasAttribute("mask")) {
            throw cannot("styles by class, or masks");
        }
        Map<String, String> style = new HashMap<>(inherited);
        Stream.of("fill", "stroke", "stroke-width", "fill-rule", "fill-opacity", "stroke-opacity", "opacity")
                .filter(element::hasAttribute)
                .forEach(name -> style.put(name, element.getAttribute(name).strip()));
        for (String said : element.getAttribute("style").split(";", -1)) {
            String[] parts = said.split(":", 2);
            if (parts.length == 2) {
                style.put(parts[0].strip(), parts[1].strip());
            }
        }
        return style;
    }

    private static void paint(Shape shape, Graphics2D pen, Map<String, String> style) {
        if (shape instanceof Path2D path) {
            path.setWindingRule("evenodd".equals(style.get("fill-rule")) ? Path2D.WIND_EVEN_ODD : Path2D.WIND_NON_ZERO);
        }
        colour(style.getOrDefault("fill", "black"), share(style, "fill-opacity"))
                .ifPresent(fill -> {
                    pen.setColor(fill);
                    pen.fill(shape);
                });
        colour(style.getOrDefault("stroke", "none"), share(style, "stroke-opacity"))
                .ifPresent(line -> {
                    double[] width = numbers(style.getOrDefault("stroke-width", "1"));
                    pen.setColor(line);
                    pen.setStroke(new BasicStroke(width.length == 0 ? 1 : (float) width[0]));
                    pen.draw(shape);
                });
    }

    private static double share(Map<String, String> style, String name) {
        return Stream.of(name, "opacity")
                .map(each -> numbers(style.getOrDefault(each, "1")))
                .mapToDouble(numbers -> numbers.length == 0 ? 1 : Math.min(1, Math.max(0, numbers[0])))
                .reduce(1, (one, other) -> one * other);
    }

    private static Optional<Color> colour(String said, double opacity) {
        String plain = said.toLowerCase(Locale.ROOT);
        if (plain.equals("none") || plain.equals("transparent")) {
            return Optional.empty();
        }
        String digits = NAMED.getOrDefault(plain.equals("currentcolor") ? "black" : plain, plain);
        Matcher rgb = RGB.matcher(digits);
        int value;
        if (digits.matches("#[0-9a-f]{3}")) {
            value = Integer.parseInt(digits.replaceAll("[0-9a-f]", "$0$0").substring(1), 16);
        } else if (digits.matches("#[0-9a-f]{6}")) {
            value = Integer.parseInt(digits.substring(1), 16);
        } else if (rgb.matches() && numbers(rgb.group(1)).length == 3 && !digits.contains("%")) {
            double[] parts = numbers(rgb.group(1));
            value = ((int) parts[0] << 16) + ((int) parts[1] << 8) + (int) parts[2];
        } else {
            throw cannot("the colour " + said);
        }
        return Optional.of(new Color((value & 0xFFFFFF) | (int) Math.round(opacity * 255) << 24, true));
    }

    // ── Numbers ──────────────────────────────────────────────────────────────────────────────────────────

    private static AffineTransform transform(String said) {
        AffineTransform all = new AffineTransform();
        Matcher each = TRANSFORM.matcher(said);
        while (each.find()) {
            double[] by = numbers(each.group(2));
            switch (each.group(1) + by.length) {
                case "translate1" -> all.translate(by[0], 0);
                case "translate2" -> all.translate(by[0], by[1]);
                case "scale1" -> all.scale(by[0], by[0]);
                case "scale2" -> all.scale(by[0], by[1]);
                case "rotate1" -> all.rotate(Math.toRadians(by[0]));
                case "rotate3" -> all.rotate(Math.toRadians(by[0]), by[1], by[2]);
                case "matrix6" -> all.concatenate(new AffineTransform(by));
                default -> throw cannot("the transformation " + each.group(1));
            }
        }
        return all;
    }

    private double size(String name) {
        return number(root, name);
    }

    private static double number(Element element, String name) {
        double[] numbers = numbers(element.getAttribute(name));
        return numbers.length == 0 ? 0 : numbers[0];
    }

    private static double[] numbers(String said) {
        return NUMBER.matcher(said)
                .results()
                .map(MatchResult::group)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
