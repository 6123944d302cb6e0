package steward.slack;

import java.util.Locale;

/** Made-up words, no two alike, by which accounts, actions and opportunities are found again in a message. */
public final class MadeUpWords {

    private static final String CONSONANTS = "bdfgklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final int SYLLABLES = CONSONANTS.length() * VOWELS.length();
    private static final int WORDS = SYLLABLES * SYLLABLES * SYLLABLES;
    /** Has no factor in common with the number of words, so that none comes twice. */
    private static final int STRIDE = 150_001;

    private int place;

    public String next() {
        place = (place + STRIDE) % WORDS;
        String word = syllable(place) + syllable(place / SYLLABLES) + syllable(place / SYLLABLES / SYLLABLES);
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String syllable(int number) {
        int syllable = number % SYLLABLES;
        return "" + CONSONANTS.charAt(syllable / VOWELS.length()) + VOWELS.charAt(syllable % VOWELS.length());
    }
}
