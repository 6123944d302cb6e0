package steward.plan.accounts;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Compares names as people do: capitals, spaces and punctuation do not matter, but for what is part of a word as in C++ and C#. */
public final class Names {

    /** Letters with the marks on them, and what may end a word without being punctuation. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:[+#]+(?![\\p{L}\\p{M}\\p{N}]))?");

    private Names() {}

    /** The words of a name, plain: "acme", "glass". */
    public static List<String> words(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        return WORD.matcher(composed.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** A name with nothing but its plain words: "acme glass". */
    public static String plain(String name) {
        return String.join(" ", words(name));
    }
}
