package steward.export.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import steward.export.source.ExportedPlan;

/** A workbook as an office program opens it. */
final class OpenedWorkbook {

    /** How many digits a spreadsheet shows of a number. */
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);

    private final XSSFWorkbook book;

    private OpenedWorkbook(XSSFWorkbook book) {
        this.book = book;
    }

    static OpenedWorkbook of(ExportedPlan exported) {
        return of(new XlsxFile(exported).bytes());
    }

    static OpenedWorkbook of(byte[] bytes) {
        try {
            return new OpenedWorkbook(new XSSFWorkbook(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    XSSFWorkbook book() {
        return book;
    }

    XSSFSheet sheet(String name) {
        return book.getSheet(name);
    }

    /** The lines of a sheet as they read without working anything out. */
    List<String> lines(String sheet) {
        return StreamSupport.stream(sheet(sheet).spliterator(), false)
                .map(row -> String.join(
                        "|",
                        StreamSupport.stream(row.spliterator(), false)
                                .map(OpenedWorkbook::kept)
                                .toList()))
                .toList();
    }

    /** The cell to the right of the last one that says this. */
    Cell beside(String sheet, String label) {
        return cells(sheet)
                .filter(cell -> cell.getCellType() == CellType.STRING
                        && cell.getStringCellValue().equals(label))
                .map(cell -> cell.getRow().getCell(cell.getColumnIndex() + 1))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("Nothing says " + label));
    }

    /** The cells of a column under its heading, as many as there are. */
    List<Cell> under(String sheet, String heading, int count) {
        Row headings = sheet(sheet).getRow(0);
        int column = 0;
        while (!headings.getCell(column).getStringCellValue().equals(heading)) {
            column++;
        }
        List<Cell> cells = new ArrayList<>();
        for (int row = 1; row <= count; row++) {
            cells.add(sheet(sheet).getRow(row).getCell(column));
        }
        return cells;
    }

    /** All cells with a formula, of all sheets. */
    List<Cell> formulas() {
        return StreamSupport.stream(book.spliterator(), false)
                .flatMap(sheet -> cells(sheet.getSheetName()))
                .filter(cell -> cell.getCellType() == CellType.FORMULA)
                .toList();
    }

    Stream<Cell> cells(String sheet) {
        return StreamSupport.stream(sheet(sheet).spliterator(), false)
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false));
    }

    /** What a cell shows once all formulas are worked out anew: words, or a number rounded half up to so many decimals. */
    String workedOut(Cell cell, int decimals) {
        CellValue value = book.getCreationHelper().createFormulaEvaluator().evaluate(cell);
        return switch (value.getCellType()) {
            case NUMERIC -> rounded(value.getNumberValue(), decimals);
            case STRING -> value.getStringValue();
            default -> throw new AssertionError(cell.getAddress() + " comes to " + value.formatAsString());
        };
    }

    /** What a cell shows where nothing is worked out. */
    static String kept(Cell cell, int decimals) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return type == CellType.NUMERIC ? rounded(cell.getNumericCellValue(), decimals) : cell.getStringCellValue();
    }

    private static String kept(Cell cell) {
        if (cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)) {
            return cell.getLocalDateTimeCellValue().toLocalDate().toString();
        }
        String kept = kept(cell, 4);
        return cell.getCellType() == CellType.STRING ? kept : kept.replaceAll("\\.?0+$", "");
    }

    private static String rounded(double number, int decimals) {
        return new BigDecimal(number)
                .round(SHOWN)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
