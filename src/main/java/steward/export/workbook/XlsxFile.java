package steward.export.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import steward.export.source.ExportedPlan;

/**
 * A plan as a workbook (XLSX): a sheet each for the plan, its contacts, its opportunities, its actions and its time log. The ROTI is
 * worked out by formulas, so that a rep can check it, and see what another figure would do to it.
 */
public final class XlsxFile {

    /** One that looks alike in all programs. */
    static final String FONT = "Arial";

    private static final double FONT_POINTS = 10;

    private final ExportedPlan exported;
    private final CellFormats formats;

    public XlsxFile(ExportedPlan exported) {
        this.exported = exported;
        this.formats = new CellFormats(exported);
    }

    public byte[] bytes() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try {
            Workbook book = new Workbook(written, "Steward", null);
            book.setGlobalDefaultFont(FONT, FONT_POINTS);
            List<Sheet> sheets = sheets(book);
            book.finish();
            return new FinishedWorkbook(written.toByteArray(), exported.at(), sheets).bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Sheet> sheets(Workbook book) {
        return List.of(
                new PlanSheet(exported, formats).in(book),
                new ContactsSheet(exported).in(book),
                new OpportunitiesSheet(exported, formats).in(book),
                new ActionsSheet(exported).in(book),
                new TimeLogSheet(exported).in(book));
    }
}
