package steward.export.fonts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Knows which characters a document's font shows as they are: Latin, Greek and Cyrillic ones among them, written from left to right. */
public final class FontCoverage {

    public static final String REGULAR = "/liberation/LiberationSans-Regular.ttf";
    public static final String BOLD = "/liberation/LiberationSans-Bold.ttf";

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

    /** A font that the program carries, by its path from here. */
    public static InputStream open(String file) {
        return Objects.requireNonNull(FontCoverage.class.getResourceAsStream(file), () -> "no font " + file);
    }

    boolean has(int point) {
        return Character.isWhitespace(point)
                || (letters.getGlyphId(point) != 0
                        && !BidiText.isRightToLeft(point)
                        && Character.getType(point) != Character.PRIVATE_USE);
    }
}
