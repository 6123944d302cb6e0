package steward.plan;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Compares names as people do: capitals, spaces and punctuation do not matter. */
public final class Names {

    private Names() {}

    /** The words of a name, plain: "acme", "glass". */
    public static List<String> words(String name) {
        return Stream.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", 0))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** A name with nothing but its plain words: "acme glass". */
    public static String plain(String name) {
        return String.join(" ", words(name));
    }
}
