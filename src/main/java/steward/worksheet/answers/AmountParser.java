package steward.worksheet.answers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.worksheet.text.NumberWords;
import steward.worksheet.text.Numeral;
import steward.worksheet.values.Notation;

/**
 * Parses a reply that should be an amount of money: its numbers, its currency, and anything that makes it doubtful.
 *
 * <p>Word by word, from left to right, once; what is not known to be harmless is doubtful.
 */
final class AmountParser {

    private static final String SCALE = "(?:hundred|thousand|grand|lakh|lac|crore|million|billion)";

    /** A count in words is one only before a word it counts; a Han character is a word of its own. */
    private static final Pattern TOKEN = Pattern.compile("(?<number>" + Numeral.RUN + ")"
            + "|(?<half>half )?\\b(?<count>" + NumberWords.WORD + ") (?=" + SCALE + "\\b)"
            + "|(?<whole>(?<=\\d)[.,]-{1,2}(?!\\d))"
            + "|(?<sign>" + CurrencyWords.SIGN + ")"
            + "|(?<word>\\p{IsHan}|[\\p{L}&&\\P{IsHan}][\\p{L}\\p{M}&&\\P{IsHan}]*)"
            + "|(?<other>\\S)");

    private static final Pattern NEXT_WORD = Pattern.compile(" ?(\\p{IsHan}|[\\p{L}&&\\P{IsHan}]+)");

    /** Languages in which "mil" is a thousand. */
    private static final Set<String> MIL_IS_THOUSAND = Set.of("es", "pt", "ca", "gl");

    /** What stands between the two ends of a range. */
    private static final Set<String> RANGE = Set.of("-", "to", "and");

    private static final int HUNDRED = 2;
    private static final int TENTHS = 1;
    private static final BigDecimal FEW_BELOW = BigDecimal.valueOf(1_000);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** Words and signs around an amount that change nothing in it. */
    private static final Pattern HARMLESS = Pattern.compile("[~?'/.,:=]"
            + "|about|around|roughly|approx|approximately|circa|ca|some|say|maybe|probably|nearly|almost"
            + "|it|s|is|was|will|be|gonna|we|i|think|guess|a|an|the|our|my|in|of|de|for|per|this|last"
            + "|next|year|yr|annum|annual|annually|yearly|p|pa|total|revenue|sales|goal");

    private final Notation notation;
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> joint = new ArrayList<>();
    private boolean misread;
    private boolean foreign;
    private boolean negative;
    private boolean doubtful;
    private boolean hasCurrency;

    AmountParser(String plain, Notation notation) {
        this.notation = notation;
        Matcher token = TOKEN.matcher(plain);
        boolean afterNumber = false;
        while (token.find()) {
            int zeros = afterNumber ? zeros(token.group()) : 0;
            if (token.group("number") != null) {
                takeNumber(token.group("number"), isCounted(plain, token.end()));
            } else if (token.group("count") != null) {
                takeCount(token.group("count"), token.group("half") != null);
            } else if (zeros > 0) {
                takeZeros(zeros);
            } else if (token.group("whole") == null) {
                takeWord(token.group());
            }
            afterNumber = token.group("number") != null || token.group("count") != null || zeros == HUNDRED;
        }
    }

    /** Whether a word stands there that multiplies what is before it. */
    private boolean isCounted(String plain, int from) {
        Matcher next = NEXT_WORD.matcher(plain).region(from, plain.length());
        return next.lookingAt() && zeros(next.group(1)) > 0;
    }

    /** Before such a word nothing is written in thousands, so one or two digits behind a mark are decimals: "1,3 Mio". */
    private void takeNumber(String number, boolean isCounted) {
        (isCounted ? Numeral.readSmall(number, notation) : Numeral.read(number, notation))
                .ifPresentOrElse(this::take, () -> takeMisread(number));
    }

    private void take(BigDecimal number) {
        figures.add(new Figure(number, 0));
    }

    /** "10 20" and "80, 90" are two numbers; "1.200,50" is one, in another country's writing. */
    private void takeMisread(String number) {
        misread = true;
        for (String part : number.split("[.,']? +", -1)) {
            Numeral.read(part, notation).ifPresent(this::take);
        }
    }

    private void takeCount(String count, boolean half) {
        BigDecimal number = BigDecimal.valueOf(NumberWords.value(count));
        take(half ? number.multiply(HALF) : number);
    }

    private void takeZeros(int zeros) {
        int last = figures.size() - 1;
        if (last >= 0) {
            figures.set(last, figures.get(last).times(zeros));
        }
    }

    private int zeros(String word) {
        return switch (word) {
            case "hundred" -> HUNDRED;
            case "k", "thousand", "grand", "tsd", "bin" -> 3;
            case "mil" -> MIL_IS_THOUSAND.contains(notation.written().getLanguage()) ? 3 : 6;
            case "万" -> 4;
            case "lakh", "lakhs", "lac", "lacs" -> 5;
            case "m", "mm", "mn", "mio", "million", "millions", "millones", "milhões" -> 6;
            case "cr", "crore", "crores" -> 7;
            case "億", "亿" -> 8;
            case "b", "bn", "billion", "billions", "mrd" -> 9;
            case "trillion" -> 12;
            default -> 0;
        };
    }

    private void takeWord(String word) {
        if (CurrencyWords.means(word, notation)) {
            hasCurrency = true;
            return;
        }
        if (CurrencyWords.isCurrency(word)) {
            foreign = true;
            return;
        }
        if (figures.size() == 1) {
            joint.add(word);
        }
        if (HARMLESS.matcher(word).matches()) {
            return;
        }
        if (figures.isEmpty() && (word.equals("-") || word.equals("minus") || word.equals("negative"))) {
            negative = true;
        } else {
            doubtful = true;
        }
    }

    /** The amounts that could be read, in the order they stand. */
    List<BigDecimal> amounts() {
        return figures.stream().map(Figure::value).toList();
    }

    /** The digits of a figure below a thousand that has no currency and nothing that multiplies it; empty if it is none. */
    Optional<String> fewDigits() {
        return figures.size() != 1 || hasCurrency
                ? Optional.empty()
                : Optional.of(figures.get(0))
                        .filter(figure -> figure.zeros() == 0
                                && figure.value().scale() <= TENTHS
                                && figure.value().compareTo(FEW_BELOW) < 0)
                        .map(figure -> figure.value().toPlainString());
    }

    /** What lies halfway, if the amounts are the two ends of a range: of "800-900k", 850k. */
    Optional<BigDecimal> middle() {
        if (misread || figures.size() != 2 || !RANGE.contains(String.join(" ", joint))) {
            return Optional.empty();
        }
        Figure high = figures.get(1);
        Figure said = figures.get(0);
        Figure low = said.zeros() == 0 ? said.times(high.zeros()) : said;
        return low.value().compareTo(high.value()) < 0
                ? Optional.of(low.value().add(high.value()).multiply(HALF))
                : Optional.empty();
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

    /**
     * A number and what multiplies it.
     *
     * @param zeros how many zeros a word behind it has put to it already
     */
    private record Figure(BigDecimal value, int zeros) {
        Figure times(int more) {
            return new Figure(value.scaleByPowerOfTen(more), zeros + more);
        }
    }
}
