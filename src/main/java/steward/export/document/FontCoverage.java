package steward.export.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Knows which characters a document can show: those that its font has, Latin, Greek and Cyrillic ones among them, and that are written from
 * left to right.
 */
final class FontCoverage {

    /** What stands in the place of a letter that the font doesn't have. */
    static final String MISSING = "\u25A1";

    /** Changes nothing but how the letter before looks. */
    private static final int VARIATION_SELECTOR_16 = 0xFE0F;

    private final CmapLookup letters;

    private FontCoverage(CmapLookup letters) {
        this.letters = letters;
    }

    /** The letters of a font that the program carries. */
    static FontCoverage of(String file) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(open(file)))) {
            return new FontCoverage(font.getUnicodeCmapLookup());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream open(String file) {
        return Objects.requireNonNull(FontCoverage.class.getResourceAsStream(file), () -> "no font " + file);
    }

    /** A text with {@link #MISSING} for each letter that can't be shown; invisible characters are left out. */
    String drawable(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(point -> Character.getType(point) != Character.FORMAT && point != VARIATION_SELECTOR_16)
                .mapToObj(point -> has(point) ? Character.toString(point) : MISSING)
                .collect(Collectors.joining());
    }

    /** Whether all of a text can be shown. */
    boolean has(String text) {
        return text.codePoints().allMatch(this::has);
    }

    private boolean has(int point) {
        return Character.isWhitespace(point) || (letters.getGlyphId(point) != 0 && !isFromRightToLeft(point));
    }

    private static boolean isFromRightToLeft(int point) {
        byte direction = Character.getDirectionality(point);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
