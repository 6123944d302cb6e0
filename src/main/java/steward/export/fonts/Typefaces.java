package steward.export.fonts;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The fonts that the program carries, each read when a document first needs it; what they lack may be on the machine. */
final class Typefaces {

    private static final String EAST_ASIAN = "DroidSansFallbackFull";
    private static final String EMOJI = "NotoEmoji-Regular";
    private static final String SMALLEST = "NotoSansHebrew-Regular";

    /** Those that have a bold one beside them. */
    private static final Map<UnicodeScript, String> CARRIED = carried();

    private static final Map<String, Optional<Typeface>> READ = new ConcurrentHashMap<>();

    private Typefaces() {}

    /** What shows a character; empty if nothing here does. */
    static Optional<Typeface> having(int point) {
        return candidates(point).stream()
                .flatMap(file -> read(file).stream())
                .filter(face -> face.has(point))
                .findFirst()
                .or(() -> MachineFonts.having(point));
    }

    /** The bold one of the same family, if there is one. */
    static Optional<Typeface> boldOf(Typeface face) {
        return READ.entrySet().stream()
                .filter(read -> read.getValue().filter(face::equals).isPresent())
                .map(read -> read.getKey().replace("-Regular", "-Bold"))
                .filter(file -> Typefaces.class.getResource(resource(file)) != null)
                .findFirst()
                .flatMap(Typefaces::read);
    }

    private static Map<UnicodeScript, String> carried() {
        Map<UnicodeScript, String> carried = new EnumMap<>(UnicodeScript.class);
        for (UnicodeScript script : List.of(
                UnicodeScript.ARABIC,
                UnicodeScript.HEBREW,
                UnicodeScript.DEVANAGARI,
                UnicodeScript.THAI,
                UnicodeScript.BENGALI,
                UnicodeScript.TAMIL,
                UnicodeScript.TELUGU,
                UnicodeScript.GUJARATI,
                UnicodeScript.GURMUKHI,
                UnicodeScript.KANNADA,
                UnicodeScript.MALAYALAM,
                UnicodeScript.SINHALA,
                UnicodeScript.KHMER,
                UnicodeScript.LAO,
                UnicodeScript.MYANMAR,
                UnicodeScript.GEORGIAN,
                UnicodeScript.ARMENIAN,
                UnicodeScript.ETHIOPIC)) {
            carried.put(script, "NotoSans" + Scripts.name(script) + "-Regular");
        }
        for (UnicodeScript script : Scripts.EAST_ASIAN) {
            carried.put(script, EAST_ASIAN);
        }
        carried.put(UnicodeScript.HANGUL, "StewardHangul-Regular");
        return carried;
    }

    /** That of its script; of what all scripts share, the likeliest first. */
    private static List<String> candidates(int point) {
        String own = CARRIED.get(UnicodeScript.of(point));
        if (own != null) {
            return List.of(own);
        }
        Set<String> files = new LinkedHashSet<>(List.of(EMOJI, EAST_ASIAN));
        files.addAll(CARRIED.values());
        return List.copyOf(files);
    }

    private static Optional<Typeface> read(String file) {
        return READ.computeIfAbsent(file, Typefaces::readNow);
    }

    private static Optional<Typeface> readNow(String file) {
        try (InputStream font = FontCoverage.open(resource(file))) {
            JavaFonts.withoutThoseOfTheMachine(() -> FontCoverage.open(resource(SMALLEST)));
            return Optional.of(new Typeface(Font.createFont(Font.TRUETYPE_FONT, font)));
        } catch (FontFormatException | IOException | LinkageError | InternalError e) {
            // A Java that can't draw is no reason to have no document; what is missing is said on it.
            return Optional.empty();
        }
    }

    private static String resource(String file) {
        return file + ".ttf";
    }
}
