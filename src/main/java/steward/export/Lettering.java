package steward.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The letters that a document's font has: Latin, Greek, Cyrillic and Hebrew ones, and what is written with them. */
final class Lettering {

    /** What stands in the place of a letter that the font doesn't have. */
    static final String MISSING = "\u25A1";

    /** Changes nothing but how the letter before looks. */
    private static final int VARIATION_SELECTOR_16 = 0xFE0F;

    private final CmapLookup letters;

    private Lettering(CmapLookup letters) {
        this.letters = letters;
    }

    /** The letters of a font that the program carries. */
    static Lettering of(String file) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(open(file)))) {
            return new Lettering(font.getUnicodeCmapLookup());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream open(String file) {
        return Objects.requireNonNull(Lettering.class.getResourceAsStream(file), () -> "no font " + file);
    }

    /** A text with {@link #MISSING} for each letter that the font doesn't have; invisible characters are left out. */
    String drawable(String text) {
        return text.codePoints()
                .filter(point -> Character.getType(point) != Character.FORMAT && point != VARIATION_SELECTOR_16)
                .mapToObj(point -> has(point) ? Character.toString(point) : MISSING)
                .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
                .toString();
    }

    private boolean has(int point) {
        return Character.isWhitespace(point) || letters.getGlyphId(point) != 0;
    }
}
