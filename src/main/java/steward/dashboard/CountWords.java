package steward.dashboard;

import java.util.List;

/** Writes counts as a sentence has them: "two actions". */
public final class CountWords {

    private static final List<String> WORDS = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private CountWords() {}

    public static String of(long count) {
        return count < WORDS.size() ? WORDS.get((int) count) : Long.toString(count);
    }

    /** "Two". */
    public static String atStart(long count) {
        String word = of(count);
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** "Two actions". */
    public static String actions(long count) {
        return atStart(count) + (count == 1 ? " action" : " actions");
    }
}
