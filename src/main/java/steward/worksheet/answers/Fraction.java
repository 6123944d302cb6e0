package steward.worksheet.answers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.worksheet.text.NumberWords;
import steward.worksheet.text.TypedText;

/** A share in words, as people say one: "three in four", "9 out of 10", "a third". */
record Fraction(int part, int whole) {

    private static final String NUMBER = "(\\d{1,3}|" + NumberWords.WORD + ")";
    private static final Pattern ROUGHLY =
            Pattern.compile("^(?:about|around|roughly|approx|approximately|~|maybe|probably|say) ?");
    private static final Pattern ONE_IN = Pattern.compile(NUMBER + " (?:in|out of) " + NUMBER + "(?: chances?)?");
    private static final Pattern PARTS =
            Pattern.compile("(?:" + NUMBER + "[ -])?(half|thirds?|quarters?|fourths?|fifths?|tenths?)");

    /** Reads {@linkplain TypedText#plain plain} text; empty if it is no share of more than nothing and at most all. */
    static Optional<Fraction> read(String plain) {
        String text = ROUGHLY.matcher(plain).replaceFirst("");
        Matcher oneIn = ONE_IN.matcher(text);
        Matcher parts = PARTS.matcher(text);
        if (oneIn.matches()) {
            return share(NumberWords.value(oneIn.group(1)), NumberWords.value(oneIn.group(2)));
        }
        return parts.matches()
                ? share(parts.group(1) == null ? 1 : NumberWords.value(parts.group(1)), wholeOf(parts.group(2)))
                : Optional.empty();
    }

    private static Optional<Fraction> share(int part, int whole) {
        return part > 0 && part <= whole ? Optional.of(new Fraction(part, whole)) : Optional.empty();
    }

    private static int wholeOf(String parts) {
        return switch (parts.substring(0, 2)) {
            case "ha" -> 2;
            case "th" -> 3;
            case "qu", "fo" -> 4;
            case "fi" -> 5;
            default -> 10;
        };
    }

    /** Whether it is a percentage without decimals. */
    boolean isWholePercentage() {
        return 100 * part % whole == 0;
    }

    /** In percent, rounded half up. */
    BigDecimal percent() {
        return BigDecimal.valueOf(100L * part).divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP);
    }
}
