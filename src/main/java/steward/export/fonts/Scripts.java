package steward.export.fonts;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Scripts by their names. */
final class Scripts {

    /** Those whose letters don't change with their neighbours, and are too many to be given numbers of their own. */
    static final Set<UnicodeScript> EAST_ASIAN = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO);

    private Scripts() {}

    /** "Devanagari". */
    static String name(UnicodeScript script) {
        return Arrays.stream(script.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    /** What a character belongs to, as readers know it: "Chinese", "Tibetan", "symbols". */
    static String nameOf(int point) {
        UnicodeScript script = UnicodeScript.of(point);
        return switch (script) {
            case HAN -> "Chinese";
            case HIRAGANA, KATAKANA -> "Japanese";
            case HANGUL -> "Korean";
            case COMMON, INHERITED, UNKNOWN -> "symbols";
            default -> name(script);
        };
    }
}
