package steward.worksheet.text;

/** Small numbers that people write as words when they talk of time: "two weeks", "twenty minutes". */
public final class NumberWords {

    /** To find one in a sentence; digits are not among them. */
    public static final String WORD =
            "(?:a )?couple of|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty"
                    + "|forty[ -]five|forty|fifty|sixty|ninety";

    private NumberWords() {}

    /** What a word found by {@link #WORD} stands for, or a number of a few digits. */
    public static int value(String word) {
        return switch (word) {
            case "a", "an", "one" -> 1;
            case "two", "couple of", "a couple of" -> 2;
            case "three" -> 3;
            case "four" -> 4;
            case "five" -> 5;
            case "six" -> 6;
            case "seven" -> 7;
            case "eight" -> 8;
            case "nine" -> 9;
            case "ten" -> 10;
            case "eleven" -> 11;
            case "twelve" -> 12;
            case "fifteen" -> 15;
            case "twenty" -> 20;
            case "thirty" -> 30;
            case "forty" -> 40;
            case "forty five", "forty-five" -> 45;
            case "fifty" -> 50;
            case "sixty" -> 60;
            case "ninety" -> 90;
            default -> Integer.parseInt(word);
        };
    }
}
