package steward.worksheet;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in a reply that should be an amount of money: its numbers, its currency, and anything that makes it doubtful.
 *
 * <p>Word by word, from left to right, once; what is not known to be harmless is doubtful.
 */
final class AmountScan {

    private static final Pattern TOKEN = Pattern.compile("(?<number>" + Numeral.RUN + ")|(?<sign>" + CurrencyWords.SIGN
            + ")|(?<word>\\p{L}[\\p{L}\\p{M}]*)|(?<other>\\S)");

    private static final Map<String, Integer> ZEROS = Map.ofEntries(
            entry("k", 3),
            entry("thousand", 3),
            entry("grand", 3),
            entry("lakh", 5),
            entry("lakhs", 5),
            entry("m", 6),
            entry("mm", 6),
            entry("mn", 6),
            entry("mio", 6),
            entry("mil", 6),
            entry("million", 6),
            entry("millions", 6),
            entry("cr", 7),
            entry("crore", 7),
            entry("crores", 7),
            entry("b", 9),
            entry("bn", 9),
            entry("billion", 9),
            entry("billions", 9),
            entry("trillion", 12));

    /** Words and signs around an amount that change nothing in it. */
    private static final Set<String> HARMLESS = Set.of(
            "~",
            "?",
            "our",
            "my",
            "'",
            "/",
            ".",
            ",",
            ":",
            "=",
            "about",
            "around",
            "roughly",
            "approx",
            "approximately",
            "circa",
            "ca",
            "some",
            "say",
            "maybe",
            "probably",
            "nearly",
            "almost",
            "it",
            "s",
            "is",
            "was",
            "will",
            "be",
            "we",
            "i",
            "think",
            "a",
            "an",
            "the",
            "in",
            "of",
            "for",
            "per",
            "this",
            "last",
            "year",
            "yr",
            "annum",
            "annual",
            "annually",
            "yearly",
            "p",
            "pa",
            "total",
            "revenue",
            "sales",
            "goal");

    private final Notation notation;
    private final List<BigDecimal> amounts = new ArrayList<>();
    private boolean misread;
    private boolean foreign;
    private boolean negative;
    private boolean doubtful;

    AmountScan(String plain, Notation notation) {
        this.notation = notation;
        Matcher token = TOKEN.matcher(plain);
        boolean afterNumber = false;
        while (token.find()) {
            String number = token.group("number");
            if (number != null) {
                takeNumber(number);
            } else if (afterNumber && ZEROS.containsKey(token.group())) {
                takeZeros(ZEROS.getOrDefault(token.group(), 0));
            } else {
                takeWord(token.group());
            }
            afterNumber = number != null;
        }
    }

    private void takeNumber(String number) {
        if (Numeral.read(number, notation).isPresent()) {
            amounts.add(Numeral.read(number, notation).orElseThrow());
            return;
        }
        // "10 20" and "80, 90" are two numbers, and "1.200,50" is one in another country's writing.
        misread = true;
        for (String part : number.split("[.,']? +", -1)) {
            Numeral.read(part, notation).ifPresent(amounts::add);
        }
    }

    private void takeZeros(int zeros) {
        if (!amounts.isEmpty()) {
            int last = amounts.size() - 1;
            amounts.set(last, amounts.get(last).scaleByPowerOfTen(zeros));
        }
    }

    private void takeWord(String word) {
        if (CurrencyWords.means(word, notation) || HARMLESS.contains(word)) {
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
