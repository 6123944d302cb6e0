package steward.export.workbook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.ConditionalFormattingExpressionRule;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.XmlEscapeHelper;
import steward.export.brand.Brand;
import steward.export.office.Paper;
import steward.export.workbook.cells.FormulaResult;
import steward.export.workbook.cells.SheetColumn;
import steward.export.workbook.cells.SheetRow;

/**
 * One sheet of a workbook, written line by line from the top: headings that stay in sight and are printed on every page, and as wide as
 * a page across is.
 */
final class Sheet {

    private static final float SIDE_INCHES = 0.4f;
    private static final int FOOTER_POINTS = 8;
    private static final Short AS_MANY_PAGES_AS_IT_TAKES = 0;

    private final Worksheet sheet;
    private final List<SheetColumn> columns;
    private final Map<String, FormulaResult> results = new HashMap<>();

    /** How wide its columns are, by their places. */
    private final Map<Integer, Integer> widths = new HashMap<>();

    private int lines;

    Sheet(Workbook book, String name, List<SheetColumn> columns) {
        this.sheet = book.newWorksheet(name);
        this.columns = told(columns);
        headings();
        sheet.freezePane(0, 1);
        sheet.repeatRows(0);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToHeight(AS_MANY_PAGES_AS_IT_TAKES);
        sheet.leftMargin(SIDE_INCHES);
        sheet.rightMargin(SIDE_INCHES);
        sheet.footer("&P / &N", Position.CENTER, Workbooks.FONT, FOOTER_POINTS);
    }

    /** A table's columns are called by their headings, each by its own. */
    private static List<SheetColumn> told(List<SheetColumn> columns) {
        Set<String> taken = new HashSet<>();
        return columns.stream().map(column -> column.unlike(taken)).toList();
    }

    private void headings() {
        SheetRow headings = line();
        for (int column = 0; column < columns.size(); column++) {
            widths.put(column, columns.get(column).widthAtFirst());
            headings.heading(columns.get(column).heading());
        }
    }

    /** Says whose it is: by the colour of its tab, and on each printed page. */
    void mark(Brand brand) {
        sheet.setTabColor(brand.colour());
        if (!brand.company().isEmpty()) {
            // A sign that begins a code of the header stands for itself if it is there twice.
            sheet.header(brand.company().replace("&", "&&"), Position.RIGHT, Workbooks.FONT, FOOTER_POINTS);
        }
    }

    /** The next line, still empty. */
    SheetRow line() {
        lines++;
        return new SheetRow(sheet, columns, lines, results, widths);
    }

    /** How many lines there are, the headings among them: the number of the last. */
    int lines() {
        return lines;
    }

    /**
     * Makes a table of the lines so far, with a filter at each heading: for readers to sort, to choose among, and to go on with. Without any
     * it has one to begin with.
     *
     * @param name what formulas may call it; its own in the whole book
     */
    void table(String name) {
        if (lines == 1) {
            line().text("");
        }
        String[] headings = columns.stream().map(SheetColumn::heading).toArray(String[]::new);
        sheet.range(0, 0, lines - 1, columns.size() - 1)
                .createTable(headings)
                .setName(name)
                .setDisplayName(name)
                .styleInfo()
                .setStyleName("TableStyleLight1")
                .setShowRowStripes(false);
    }

    /**
     * Marks the cells of a column, in the lines so far, for as long as something is true of them.
     *
     * @param column from 0
     * @param formula what is true, told of the second line
     */
    void mark(int column, String formula, Mark mark) {
        sheet.range(1, column, lines - 1, column)
                .style()
                .fillColor(mark.fill())
                .fontColor(mark.words())
                .set(new ConditionalFormattingExpressionRule(XmlEscapeHelper.escape(formula), false));
    }

    /** Marks a column of days for what is still open after them. */
    void markLate(String column, String isOpen) {
        String day = "$" + column + "2";
        mark(column.charAt(0) - 'A', "AND(" + isOpen + ",ISNUMBER(" + day + ")," + day + "<TODAY())", Mark.LATE);
    }

    /** For the paper of where those are who print it. */
    void cutTo(Locale locale) {
        sheet.paperSize(Paper.isLetterIn(locale) ? PaperSize.LETTER_PAPER : PaperSize.A4_PAPER);
        widths.forEach(sheet::width);
    }

    String name() {
        return sheet.getName();
    }

    /** From its first cell to its last: "A1:G12". */
    String cells() {
        return "A1:" + lastColumn() + lines;
    }

    /** The same, as the print area names it. */
    String printed() {
        return "$A$1:$" + lastColumn() + "$" + lines;
    }

    private char lastColumn() {
        return (char) ('A' + columns.size() - 1);
    }

    /** What the formula in a cell comes to. */
    Optional<FormulaResult> result(String cell) {
        return Optional.ofNullable(results.get(cell));
    }
}
