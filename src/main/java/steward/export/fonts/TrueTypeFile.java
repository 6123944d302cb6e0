package steward.export.fonts;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import steward.export.fonts.Outline.Point;

/** A font of its own for one document, with what is drawn in it and nothing else (OpenType specification, 1.9). */
final class TrueTypeFile {

    /** Those of Liberation Sans, so that lines stand as far apart as without this font. */
    private static final int ASCENT = 1854;

    private static final int DESCENT = -434;
    private static final int LINE_GAP = 67;

    private static final int REGULAR = 400;
    private static final int BOLD = 700;
    private static final int MAGIC = 0x5F0F3CF5;
    private static final int CHECKSUM = 0xB1B0AFBA;
    private static final int ON_CURVE = 1;

    private final String name;
    private final boolean bold;
    private final List<Glyph> glyphs;

    /** @param glyphs by their codes; the first of the file is none of them, and the others come in this order */
    TrueTypeFile(String name, boolean bold, List<Glyph> glyphs) {
        this.name = name;
        this.bold = bold;
        this.glyphs = glyphs;
    }

    byte[] bytes() {
        Map<String, byte[]> tables = new TreeMap<>();
        Table outlines = new Table();
        Table places = new Table();
        places.u32(0);
        places.u32(0);
        for (Glyph glyph : glyphs) {
            glyph(outlines, glyph);
            places.u32(outlines.size());
        }
        tables.put("OS/2", forWindows());
        tables.put("cmap", codes());
        tables.put("glyf", outlines.bytes());
        tables.put("head", head());
        tables.put("hhea", lines());
        tables.put("hmtx", advances());
        tables.put("loca", places.bytes());
        tables.put("maxp", limits());
        tables.put("name", names());
        tables.put(
                "post",
                new Table()
                        .u32(0x0002_0000)
                        .zeros(28)
                        .u16(glyphs.size() + 1)
                        .zeros(2 * glyphs.size() + 2)
                        .bytes());
        return file(tables);
    }

    private static void glyph(Table table, Glyph glyph) {
        if (glyph.contours().isEmpty()) {
            return;
        }
        List<Point> points = points(glyph);
        table.u16(glyph.contours().size());
        table.u16(points.stream().mapToInt(Point::x).min().orElse(0));
        table.u16(points.stream().mapToInt(Point::y).min().orElse(0));
        table.u16(points.stream().mapToInt(Point::x).max().orElse(0));
        table.u16(points.stream().mapToInt(Point::y).max().orElse(0));
        int end = -1;
        for (List<Point> contour : glyph.contours()) {
            end += contour.size();
            table.u16(end);
        }
        table.u16(0);
        points.forEach(point -> table.u8(point.on() ? ON_CURVE : 0));
        int last = 0;
        for (Point point : points) {
            table.u16(point.x() - last);
            last = point.x();
        }
        last = 0;
        for (Point point : points) {
            table.u16(point.y() - last);
            last = point.y();
        }
        table.even();
    }

    private static List<Point> points(Glyph glyph) {
        return glyph.contours().stream().flatMap(List::stream).toList();
    }

    /** Which code is which glyph: a segment for each row of codes without a gap (format 4). */
    private byte[] codes() {
        Table ends = new Table();
        Table starts = new Table();
        Table deltas = new Table();
        int segments = 0;
        for (int first = 0, next; first < glyphs.size(); first = next) {
            next = first + 1;
            while (next < glyphs.size()
                    && glyphs.get(next).code() == glyphs.get(next - 1).code() + 1) {
                next++;
            }
            ends.u16(glyphs.get(next - 1).code());
            starts.u16(glyphs.get(first).code());
            deltas.u16(first + 1 - glyphs.get(first).code());
            segments++;
        }
        ends.u16(0xFFFF);
        starts.u16(0xFFFF);
        deltas.u16(1);
        segments++;
        int power = Integer.highestOneBit(segments);
        return new Table()
                .u16(0)
                .u16(1)
                .u16(3)
                .u16(1)
                .u32(12)
                .u16(4)
                .u16(16 + 8 * segments)
                .u16(0)
                .u16(2 * segments)
                .u16(2 * power)
                .u16(Integer.numberOfTrailingZeros(power))
                .u16(2 * (segments - power))
                .add(ends.bytes())
                .u16(0)
                .add(starts.bytes())
                .add(deltas.bytes())
                .zeros(2 * segments)
                .bytes();
    }

    private byte[] head() {
        return new Table()
                .u32(0x0001_0000)
                .u32(0x0001_0000)
                .u32(0)
                .u32(MAGIC)
                .u16(0x0003)
                .u16(Cluster.UNITS_PER_EM)
                .zeros(16)
                .u16(edge(true, true))
                .u16(edge(false, true))
                .u16(edge(true, false))
                .u16(edge(false, false))
                .u16(bold ? 1 : 0)
                .u16(8)
                .u16(2)
                .u16(1)
                .u16(0)
                .bytes();
    }

    private int edge(boolean isAcross, boolean isLeast) {
        var edges = glyphs.stream()
                .flatMap(glyph -> points(glyph).stream())
                .mapToInt(point -> isAcross ? point.x() : point.y());
        return (isLeast ? edges.min() : edges.max()).orElse(0);
    }

    private byte[] lines() {
        return new Table()
                .u32(0x0001_0000)
                .u16(ASCENT)
                .u16(DESCENT)
                .u16(LINE_GAP)
                .u16(glyphs.stream().mapToInt(Glyph::advance).max().orElse(0))
                .u16(edge(true, true))
                .u16(0)
                .u16(edge(true, false))
                .u16(1)
                .zeros(14)
                .u16(glyphs.size() + 1)
                .bytes();
    }

    private byte[] advances() {
        Table table = new Table().u16(Cluster.UNITS_PER_EM / 2).u16(0);
        for (Glyph glyph : glyphs) {
            table.u16(glyph.advance());
            table.u16(points(glyph).stream().mapToInt(Point::x).min().orElse(0));
        }
        return table.bytes();
    }

    private byte[] limits() {
        return new Table()
                .u32(0x0001_0000)
                .u16(glyphs.size() + 1)
                .u16(glyphs.stream()
                        .mapToInt(glyph -> points(glyph).size())
                        .max()
                        .orElse(0))
                .u16(glyphs.stream()
                        .mapToInt(glyph -> glyph.contours().size())
                        .max()
                        .orElse(0))
                .zeros(4)
                .u16(2)
                .zeros(14)
                .bytes();
    }

    private byte[] forWindows() {
        return new Table()
                .u16(3)
                .u16(Cluster.UNITS_PER_EM / 2)
                .u16(bold ? BOLD : REGULAR)
                .u16(5)
                .zeros(54)
                .u16(bold ? 0x20 : 0x40)
                .u16(glyphs.isEmpty() ? 0 : glyphs.get(0).code())
                .u16(glyphs.isEmpty() ? 0 : glyphs.get(glyphs.size() - 1).code())
                .u16(ASCENT)
                .u16(DESCENT)
                .u16(LINE_GAP)
                .u16(ASCENT)
                .u16(-DESCENT)
                .zeros(8)
                .u16(1082)
                .u16(1409)
                .u16(0)
                .u16(' ')
                .u16(1)
                .bytes();
    }

    /** Its family, style, whole name and name in PostScript. */
    private byte[] names() {
        Table table = new Table();
        Table words = new Table();
        String style = bold ? "Bold" : "Regular";
        List<String> names = List.of(name, style, name + " " + style, name + "-" + style);
        int[] kinds = {1, 2, 4, 6};
        table.u16(0).u16(kinds.length).u16(6 + 12 * kinds.length);
        for (int place = 0; place < kinds.length; place++) {
            byte[] letters = names.get(place).getBytes(StandardCharsets.UTF_16BE);
            table.u16(3).u16(1).u16(0x409).u16(kinds[place]).u16(letters.length).u16(words.size());
            words.add(letters);
        }
        return table.add(words.bytes()).bytes();
    }

    private static byte[] file(Map<String, byte[]> tables) {
        int power = Integer.highestOneBit(tables.size());
        Table file = new Table()
                .u32(0x0001_0000)
                .u16(tables.size())
                .u16(16 * power)
                .u16(Integer.numberOfTrailingZeros(power))
                .u16(16 * (tables.size() - power));
        int offset = 12 + 16 * tables.size();
        int headAt = 0;
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            headAt = table.getKey().equals("head") ? offset : headAt;
            file.add(table.getKey().getBytes(StandardCharsets.US_ASCII))
                    .u32(sum(table.getValue()))
                    .u32(offset)
                    .u32(table.getValue().length);
            offset += table.getValue().length + padding(table.getValue());
        }
        tables.values().forEach(table -> file.add(table).zeros(padding(table)));
        byte[] bytes = file.bytes();
        byte[] check = new Table().u32(CHECKSUM - sum(bytes)).bytes();
        System.arraycopy(check, 0, bytes, headAt + 8, check.length);
        return bytes;
    }

    private static int padding(byte[] table) {
        return -table.length & 3;
    }

    private static int sum(byte[] table) {
        int sum = 0;
        for (int at = 0; at < table.length; at++) {
            sum += (table[at] & 0xFF) << (24 - 8 * (at & 3));
        }
        return sum;
    }

    /** Numbers one behind the other, the greater byte first. */
    private static final class Table {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Table u8(int value) {
            bytes.write(value);
            return this;
        }

        Table u16(int value) {
            return u8(value >> 8).u8(value);
        }

        Table u32(int value) {
            return u16(value >> 16).u16(value);
        }

        Table zeros(int count) {
            return add(new byte[count]);
        }

        Table add(byte[] more) {
            bytes.writeBytes(more);
            return this;
        }

        void even() {
            zeros(-bytes.size() & 3);
        }

        int size() {
            return bytes.size();
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }
    }
}
