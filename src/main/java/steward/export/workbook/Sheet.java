package steward.export.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

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
    private int lines;

    Sheet(Workbook book, String name, List<SheetColumn> columns) {
        this.sheet = book.newWorksheet(name);
        this.columns = List.copyOf(columns);
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

    private void headings() {
        SheetRow headings = line();
        for (int column = 0; column < columns.size(); column++) {
            sheet.width(column, columns.get(column).width());
            headings.heading(columns.get(column).heading());
        }
    }

    /** The next line, still empty. */
    SheetRow line() {
        lines++;
        return new SheetRow(sheet, columns, lines, results);
    }

    /** How many lines there are, the headings among them: the number of the last. */
    int lines() {
        return lines;
    }

    /** Lets a reader sort the lines under the headings, and choose among them. */
    void sortable() {
        sheet.setAutoFilter(0, 0, lines - 1, columns.size() - 1);
    }

    /** What the formula in a cell comes to. */
    Optional<FormulaResult> result(String cell) {
        return Optional.ofNullable(results.get(cell));
    }
}
