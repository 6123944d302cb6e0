package steward.export.workbook.cells;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import steward.export.source.ExportedPlan;

/**
 * The result of a formula, as a number or as words in its place.
 *
 * @param number the number, exact
 * @param otherwise the words in its place where there is none
 */
public record FormulaResult(Optional<BigDecimal> number, String otherwise) {

    /** How many digits a spreadsheet keeps of a number, and one more. */
    private static final MathContext KEPT = MathContext.DECIMAL64;

    public static FormulaResult number(BigDecimal number) {
        return new FormulaResult(Optional.of(number), "");
    }

    public static FormulaResult words(String words) {
        return new FormulaResult(Optional.empty(), words);
    }

    public static FormulaResult orNotKnown(Optional<BigDecimal> number) {
        return new FormulaResult(number, ExportedPlan.NOT_KNOWN);
    }

    /** As it stands in a cell. */
    public String text() {
        return number.map(exact -> exact.round(KEPT).toPlainString()).orElse(otherwise);
    }
}
