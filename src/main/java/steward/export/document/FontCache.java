package steward.export.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import steward.export.fonts.FontCoverage;

/**
 * The fonts that the program carries, read once and kept.
 *
 * <p>They come without their rules for ligatures: the writer compiles these anew for each word, which takes a third of the time that a
 * plan does, and a plan reads as well without.
 */
final class FontCache {

    private static final Map<String, byte[]> READ = new ConcurrentHashMap<>();

    private static final byte[] LIGATURES = "GSUB".getBytes(StandardCharsets.US_ASCII);

    /** Where the directory of a font's tables begins, and how long each of its lines is. */
    private static final int DIRECTORY = 12;

    private static final int LINE = 16;

    private FontCache() {}

    static InputStream open(String file) {
        return new ByteArrayInputStream(READ.computeIfAbsent(file, FontCache::read));
    }

    private static byte[] read(String file) {
        try (InputStream in = FontCoverage.open(file)) {
            byte[] font = in.readAllBytes();
            hideLigatures(font);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table under a name that nobody knows is passed over. */
    private static void hideLigatures(byte[] font) {
        int tables = Byte.toUnsignedInt(font[4]) << 8 | Byte.toUnsignedInt(font[5]);
        for (int line = DIRECTORY; line < DIRECTORY + tables * LINE; line += LINE) {
            if (Arrays.equals(font, line, line + LIGATURES.length, LIGATURES, 0, LIGATURES.length)) {
                font[line] = 'x';
            }
        }
    }
}
