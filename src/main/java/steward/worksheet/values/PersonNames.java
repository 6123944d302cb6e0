package steward.worksheet.values;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a name is made of besides names: titles, particles, and positions where nobody is named. */
public final class PersonNames {

    private static final Pattern TITLES = Pattern.compile(
            "^(?:(?:dr|mrs?|ms|mx|prof|dipl|ing|mag|sra?|srta|dott|sig|fr|hr|mme|mlle|st)\\.?(?:[ -](?:ing|ssa)\\.)?|m\\."
                    + "|miss|sir|dame|lord|lady|professor|doctor|herr|frau|madame|monsieur|señora?|senora?|señorita|don|doña|pani?)(?= )",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "vom", "de", "der", "den", "del", "della", "da", "di", "do", "dos", "das", "du", "la", "le",
            "el", "al", "bin", "ibn", "ten", "ter", "te", "zu", "zum", "zur", "af", "av", "d'", "'t", "'s");

    private static final Pattern ARTICLE =
            Pattern.compile("^(?:the|a|an|their|our|some|el|der|die|le|la|il|o) ", Pattern.CASE_INSENSITIVE);

    private static final Pattern POSITION = Pattern.compile(
            "\\b(?:c[efioti]o|cmo|cpo|cro|cso|vp|svp|evp|director|manager|head|buyer|lead|engineer|officer|president|chief|owner|controller|purchasing|treasurer|partner|leader|supervisor|analyst|consultant|geschäftsführer(?:in)?|leiter(?:in)?|einkauf|directeur|directrice|responsable|gerente|jefe|jefa|diretor|direttore|kierownik|prezes)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private PersonNames() {}

    /** Whether words name what somebody does: "head of R&D". */
    public static boolean hasPosition(String words) {
        return POSITION.matcher(words).find();
    }

    /** Whether a name is only what somebody does: "the CFO", "Head of purchasing". */
    static boolean isUnnamed(String name) {
        return ARTICLE.matcher(name).find() || POSITION.matcher(name).lookingAt();
    }

    /** A name without titles or an article before it. */
    static String bare(String name) {
        String rest = ARTICLE.matcher(name).find() && isUnnamed(name)
                ? ARTICLE.matcher(name).replaceFirst("")
                : name;
        String shorter = withoutTitle(rest);
        while (!shorter.equals(rest)) {
            rest = shorter;
            shorter = withoutTitle(rest);
        }
        return rest;
    }

    private static String withoutTitle(String name) {
        return TITLES.matcher(name).replaceFirst("").strip();
    }

    /** What one calls somebody: "Ellen" of "Dr. Ellen Vance", "Ms. Vance" where that is all; empty if nobody is named. */
    static Optional<String> calledBy(String name) {
        if (isUnnamed(name)) {
            return Optional.empty();
        }
        String bare = bare(name);
        List<String> words = words(bare);
        boolean isFamilyName = words.size() == 1 && !bare.equals(name);
        return Optional.of(isFamilyName || isParticle(words.get(0)) ? name : words.get(0));
    }

    /** Whether a name begins as only a family name does: "van der Berg". */
    public static boolean isFamilyName(String name) {
        List<String> words = words(name);
        return words.size() > 1 && Character.isLowerCase(words.get(0).codePointAt(0)) && isParticle(words.get(0));
    }

    private static boolean isParticle(String word) {
        return PARTICLES.contains(word.toLowerCase(Locale.ROOT));
    }

    private static List<String> words(String name) {
        return Arrays.asList(name.strip().split("[\\s\\p{Z}]+", 0));
    }
}
