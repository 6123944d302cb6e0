package steward.worksheet.text;

import java.util.regex.Pattern;

/** Normalizes what a rep typed before it is read: keyboards and phones write the same thing in many ways. */
public final class TypedText {

    private static final Pattern MORE_OR_LESS =
            Pattern.compile("(?:(?<=\\d[kmb%]?)|(?<=[^ -])(?: | ?- ?))ish\\b|(?<=[^ -]) or so\\b");

    private TypedText() {}

    /**
     * The text in lower case and on one line, with plain digits, spaces, dashes and quotes, without invisible characters and without the
     * full stop of a sentence.
     */
    public static String plain(String said) {
        StringBuilder plain = new StringBuilder(Math.min(said.length(), 200));
        said.codePoints().map(TypedText::halfWidth).forEach(c -> appendPlain(plain, c));
        int end = plain.length();
        while (end > 0 && " .!".indexOf(plain.charAt(end - 1)) >= 0) {
            end--;
        }
        return plain.substring(0, end);
    }

    /** {@linkplain #plain Plain} text without the words behind a number that only make it rough: "900k-ish", "33% or so". */
    public static String exact(String plain) {
        return MORE_OR_LESS.matcher(plain).replaceAll("");
    }

    /** Whether there is nothing to see: only spaces, or characters without a shape. */
    public static boolean isBlank(String said) {
        return said.codePoints().allMatch(c -> isSpace(c) || isInvisible(c));
    }

    /** The text without the spaces around it, the unusual ones too. */
    public static String strip(String said) {
        int start = 0;
        int end = said.length();
        while (start < end && isSpace(said.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(said.charAt(end - 1))) {
            end--;
        }
        return said.substring(start, end);
    }

    private static void appendPlain(StringBuilder plain, int c) {
        if (isSpace(c)) {
            if (plain.length() > 0 && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        } else if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
            plain.append(Character.digit(c, 10));
        } else if (!isInvisible(c)) {
            plain.appendCodePoint(Character.toLowerCase(plainSign(c)));
        }
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT || Character.isISOControl(c);
    }

    /** Japanese and Chinese keyboards write Latin letters, digits and signs in full width too. */
    private static int halfWidth(int c) {
        return c >= '！' && c <= '～' ? c - '！' + '!' : c;
    }

    private static int plainSign(int c) {
        return switch (c) {
            case '‐', '‑', '‒', '–', '—', '―', '−' -> '-';
            case '’', '‘', 'ʼ', '`', '´' -> '\'';
            case '⁄', '∕' -> '/';
            case '٫' -> '.';
            case '٬' -> ',';
            case '≈', '∼' -> '~';
            case '￥' -> '¥';
            case '￡' -> '£';
            default -> c;
        };
    }
}
