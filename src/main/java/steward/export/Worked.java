package steward.export;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * What a formula comes to.
 *
 * @param number the number, exact
 * @param otherwise the words in its place where there is none
 */
record Worked(Optional<BigDecimal> number, String otherwise) {

    /** How many digits a spreadsheet keeps of a number, and one more. */
    private static final MathContext KEPT = MathContext.DECIMAL64;

    static Worked number(BigDecimal number) {
        return new Worked(Optional.of(number), "");
    }

    static Worked words(String words) {
        return new Worked(Optional.empty(), words);
    }

    static Worked orNotKnown(Optional<BigDecimal> number) {
        return new Worked(number, Original.NOT_KNOWN);
    }

    /** As it stands in a cell. */
    String text() {
        return number.map(exact -> exact.round(KEPT).toPlainString()).orElse(otherwise);
    }
}
