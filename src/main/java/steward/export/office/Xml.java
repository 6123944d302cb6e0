package steward.export.office;

/** What may stand in XML, whichever document it is in. */
public final class Xml {

    private static final int REPLACEMENT = 0xFFFD;

    private Xml() {}

    /** A text with a replacement sign for every character that XML 1.0 doesn't allow (its production 2, {@code Char}). */
    public static String legal(String text) {
        return text.codePoints()
                .map(point -> isLegal(point) ? point : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isLegal(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= ' ' && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
