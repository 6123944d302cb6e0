package steward.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/**
 * A plan as a workbook (XLSX): a sheet each for the plan, its contacts, its opportunities, its actions and its time log. The ROTI is
 * worked out by formulas, so that a rep can check it, and see what another figure would do to it.
 */
final class XlsxFile {

    /** One that looks alike in all programs. */
    static final String FONT = "Arial";

    private static final double FONT_POINTS = 10;

    private final Original original;
    private final CellFormats formats;

    XlsxFile(Original original) {
        this.original = original;
        this.formats = new CellFormats(original);
    }

    byte[] bytes() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try {
            Workbook book = new Workbook(written, "Steward", null);
            book.setGlobalDefaultFont(FONT, FONT_POINTS);
            List<Sheet> sheets = sheets(book);
            book.finish();
            return new FinishedWorkbook(written.toByteArray(), original.at(), sheets).bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Sheet> sheets(Workbook book) {
        return List.of(
                new PlanSheet(original, formats).in(book),
                new ContactsSheet(original).in(book),
                new OpportunitiesSheet(original, formats).in(book),
                new ActionsSheet(original).in(book),
                new TimeLogSheet(original).in(book));
    }
}
