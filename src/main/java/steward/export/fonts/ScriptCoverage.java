package steward.export.fonts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Which scripts documents have letters for: the program's own, and those of fonts on the machine. */
public final class ScriptCoverage {

    /** By a letter of each. */
    private static final Map<String, String> SAMPLES = samples();

    private ScriptCoverage() {}

    private static Map<String, String> samples() {
        Map<String, String> samples = new LinkedHashMap<>();
        samples.put("Latin", "A");
        samples.put("Greek", "\u03A9");
        samples.put("Cyrillic", "\u0416");
        samples.put("Chinese", "\u4E2D");
        samples.put("Japanese", "\u3042");
        samples.put("Korean", "\uD55C");
        samples.put("Arabic", "\u0639");
        samples.put("Hebrew", "\u05D0");
        samples.put("Hindi", "\u0905");
        samples.put("Thai", "\u0E01");
        samples.put("Bengali", "\u0985");
        samples.put("Tamil", "\u0B85");
        samples.put("Telugu", "\u0C05");
        samples.put("Gujarati", "\u0A85");
        samples.put("Punjabi", "\u0A05");
        samples.put("Kannada", "\u0C85");
        samples.put("Malayalam", "\u0D05");
        samples.put("Sinhala", "\u0D85");
        samples.put("Khmer", "\u1780");
        samples.put("Lao", "\u0E81");
        samples.put("Burmese", "\u1000");
        samples.put("Georgian", "\u10D0");
        samples.put("Armenian", "\u0531");
        samples.put("Amharic", "\u1200");
        samples.put("Tibetan", "\u0F40");
        samples.put("Mongolian", "\u1820");
        samples.put("emoji", "\uD83D\uDE00");
        return samples;
    }

    public static List<String> there() {
        return those(ScriptCoverage::isThere);
    }

    public static List<String> missing() {
        return those(sample -> !isThere(sample));
    }

    private static List<String> those(Predicate<String> which) {
        return SAMPLES.entrySet().stream()
                .filter(script -> which.test(script.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isThere(String sample) {
        TextShaper letters = new TextShaper();
        var unused = letters.drawn(sample);
        return !letters.hasMissing();
    }
}
