package steward.export.workbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import steward.export.source.ExportedPlan;
import steward.export.workbook.cells.CellFormats;
import steward.export.workbook.cells.SheetColumn;
import steward.export.workbook.cells.SheetRow;
import steward.plan.Action;
import steward.plan.Blank;
import steward.worksheet.Worksheet;

/** What the rep will do, or did, one action a row. */
final class ActionsSheet {

    private static final List<SheetColumn> COLUMNS = List.of(
            SheetColumn.numbers("Cycle", 8),
            SheetColumn.words("Action", 64),
            SheetColumn.words("Due", 18),
            SheetColumn.words("With", 26),
            SheetColumn.words("Status", 12),
            SheetColumn.words("Done on", 18),
            SheetColumn.words("Why dropped", 36));

    private final ExportedPlan exported;

    ActionsSheet(ExportedPlan exported) {
        this.exported = exported;
    }

    Sheet in(Workbook book) {
        Sheet sheet = new Sheet(book, "Actions", COLUMNS);
        List<Action> actions = exported.plan().actions();
        actions.forEach(action -> action(sheet.line(), action));
        if (actions.isEmpty()) {
            sheet.line().text("").note("No action is listed yet.");
        }
        sheet.table("Actions");
        sheet.markLate("C", "$E2=\"open\"");
        return sheet;
    }

    private void action(SheetRow line, Action action) {
        Blank contact = new Blank(Worksheet.ACTION_CONTACT, action.row());
        line.number(BigDecimal.valueOf(action.cycle()), CellFormats.COUNT)
                .text(action.what())
                .dayOr(action.isOpen() ? ExportedPlan.NOT_KNOWN : "", action.due())
                .answer(exported, contact)
                .text(action.state().name().toLowerCase(Locale.ROOT))
                .dayOr("", action.doneAt().map(exported::dayOf))
                .text(action.whyDropped());
    }
}
