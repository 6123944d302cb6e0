package steward.worksheet.answers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.worksheet.text.Numeral;
import steward.worksheet.values.Notation;

/**
 * Parses a reply that should be an amount of money: its numbers, its currency, and anything that makes it doubtful.
 *
 * <p>Word by word, from left to right, once; what is not known to be harmless is doubtful.
 */
final class AmountParser {

    private static final Pattern TOKEN = Pattern.compile("(?<number>" + Numeral.RUN + ")|(?<sign>" + CurrencyWords.SIGN
            + ")|(?<word>\\p{L}[\\p{L}\\p{M}]*)|(?<other>\\S)");

    /** Words and signs around an amount that change nothing in it. */
    private static final Pattern HARMLESS = Pattern.compile("[~?'/.,:=]"
            + "|about|around|roughly|approx|approximately|circa|ca|some|say|maybe|probably|nearly|almost"
            + "|it|s|is|was|will|be|we|i|think|guess|a|an|the|our|my|in|of|for|per|this|last"
            + "|year|yr|annum|annual|annually|yearly|p|pa|total|revenue|sales|goal");

    private final Notation notation;
    private final List<BigDecimal> amounts = new ArrayList<>();
    private boolean misread;
    private boolean foreign;
    private boolean negative;
    private boolean doubtful;

    AmountParser(String plain, Notation notation) {
        this.notation = notation;
        Matcher token = TOKEN.matcher(plain);
        boolean afterNumber = false;
        while (token.find()) {
            String number = token.group("number");
            if (number != null) {
                takeNumber(number);
            } else if (afterNumber && zeros(token.group()) > 0) {
                takeZeros(zeros(token.group()));
            } else {
                takeWord(token.group());
            }
            afterNumber = number != null;
        }
    }

    private void takeNumber(String number) {
        Numeral.read(number, notation).ifPresentOrElse(amounts::add, () -> takeMisread(number));
    }

    /** "10 20" and "80, 90" are two numbers; "1.200,50" is one, in another country's writing. */
    private void takeMisread(String number) {
        misread = true;
        for (String part : number.split("[.,']? +", -1)) {
            Numeral.read(part, notation).ifPresent(amounts::add);
        }
    }

    private void takeZeros(int zeros) {
        int last = amounts.size() - 1;
        if (last >= 0) {
            amounts.set(last, amounts.get(last).scaleByPowerOfTen(zeros));
        }
    }

    private static int zeros(String word) {
        return switch (word) {
            case "k", "thousand", "grand" -> 3;
            case "lakh", "lakhs" -> 5;
            case "m", "mm", "mn", "mio", "mil", "million", "millions" -> 6;
            case "cr", "crore", "crores" -> 7;
            case "b", "bn", "billion", "billions" -> 9;
            case "trillion" -> 12;
            default -> 0;
        };
    }

    private void takeWord(String word) {
        if (CurrencyWords.means(word, notation) || HARMLESS.matcher(word).matches()) {
            return;
        }
        if (CurrencyWords.isCurrency(word)) {
            foreign = true;
        } else if (amounts.isEmpty() && (word.equals("-") || word.equals("minus") || word.equals("negative"))) {
            negative = true;
        } else {
            doubtful = true;
        }
    }

    /** The amounts that could be read, in the order they stand. */
    List<BigDecimal> amounts() {
        return amounts;
    }

    /** Whether some number is not written as this workspace writes numbers. */
    boolean isMisread() {
        return misread;
    }

    /** Whether another currency is named. */
    boolean isForeign() {
        return foreign;
    }

    boolean isNegative() {
        return negative;
    }

    /** Whether there are words that may change the amount. */
    boolean isDoubtful() {
        return doubtful;
    }
}
