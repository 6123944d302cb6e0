package steward.export.workbook;

import java.util.List;
import org.dhatim.fastexcel.Workbook;
import steward.export.source.ExportedPlan;
import steward.export.workbook.cells.CellFormats;

/**
 * A plan as a workbook (XLSX): a sheet each for the plan, its contacts, its opportunities, its actions and its time log. The ROTI is
 * worked out by formulas, so that a rep can check it, and see what another figure would do to it.
 */
public final class XlsxFile {

    private final ExportedPlan exported;
    private final CellFormats formats;

    public XlsxFile(ExportedPlan exported) {
        this.exported = exported;
        this.formats = new CellFormats(exported);
    }

    public byte[] bytes() {
        return Workbooks.bytes(
                new BookTitle(
                        exported.plan().account() + " " + exported.plan().year() + ": account plan",
                        exported.rep().name(),
                        exported.at(),
                        exported.notation().written(),
                        exported.brand()),
                this::sheets);
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
