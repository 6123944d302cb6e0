package steward.worksheet;

import static java.util.Map.entry;

import java.util.Map;

/** Small numbers that people write as words when they talk of time: "two weeks", "twenty minutes". */
final class NumberWords {

    /** To find one in a sentence; digits are not among them. */
    static final String WORD =
            "(?:a )?couple of|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty"
                    + "|forty[ -]five|forty|fifty|sixty|ninety";

    private static final Map<String, Integer> VALUES = Map.ofEntries(
            entry("a", 1),
            entry("an", 1),
            entry("one", 1),
            entry("two", 2),
            entry("couple of", 2),
            entry("a couple of", 2),
            entry("three", 3),
            entry("four", 4),
            entry("five", 5),
            entry("six", 6),
            entry("seven", 7),
            entry("eight", 8),
            entry("nine", 9),
            entry("ten", 10),
            entry("eleven", 11),
            entry("twelve", 12),
            entry("fifteen", 15),
            entry("twenty", 20),
            entry("thirty", 30),
            entry("forty", 40),
            entry("forty five", 45),
            entry("forty-five", 45),
            entry("fifty", 50),
            entry("sixty", 60),
            entry("ninety", 90));

    private NumberWords() {}

    /** What a word found by {@link #WORD} stands for, or a number of a few digits. */
    static int value(String word) {
        return Character.isDigit(word.charAt(0)) ? Integer.parseInt(word) : VALUES.getOrDefault(word, 1);
    }
}
