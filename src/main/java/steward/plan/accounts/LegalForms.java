package steward.plan.accounts;

import java.util.List;
import java.util.Set;

/** What companies put behind their names to say of what kind they are: nobody tells two of them apart by it. */
final class LegalForms {

    private static final Set<String> FORMS = Set.of(
            "inc",
            "incorporated",
            "corp",
            "corporation",
            "co",
            "company",
            "llc",
            "llp",
            "lp",
            "ltd",
            "limited",
            "plc",
            "pty",
            "pte",
            "pvt",
            "gmbh",
            "mbh",
            "ag",
            "kg",
            "kgaa",
            "ohg",
            "ug",
            "ev",
            "se",
            "sa",
            "sas",
            "sasu",
            "sarl",
            "srl",
            "spa",
            "sl",
            "slu",
            "bv",
            "nv",
            "ab",
            "as",
            "asa",
            "aps",
            "oy",
            "oyj",
            "kk",
            "doo",
            "sro",
            "kft",
            "ltda",
            "holding",
            "holdings",
            "group");

    /** Those that are written with dots: "S.p.A.", "Sp. z o.o.", "S.A. de C.V.", and what joins two of them. */
    private static final Set<String> PIECES =
            Set.of("s", "p", "a", "b", "v", "n", "k", "l", "r", "c", "sp", "z", "o", "oo", "de", "cv", "and", "e", "d");

    private LegalForms() {}

    /** The plain words of a name without its legal form; all of them if it has no other words. */
    static String without(String name) {
        List<String> words = Names.words(name);
        int end = words.size();
        while (end > 1 && FORMS.contains(words.get(end - 1))) {
            end--;
        }
        int dotted = end;
        while (dotted > 1 && PIECES.contains(words.get(dotted - 1))) {
            dotted--;
        }
        boolean isDotted = end - dotted > 1;
        return String.join(" ", words.subList(0, isDotted ? dotted : end));
    }
}
