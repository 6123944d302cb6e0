package steward.export.workbook;

import java.util.Comparator;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import steward.export.source.ExportedPlan;
import steward.export.workbook.cells.CellFormats;
import steward.export.workbook.cells.SheetColumn;
import steward.export.workbook.cells.SheetRow;
import steward.plan.TimeEntry;

/** The time log, one entry a row, by day. */
final class TimeLogSheet {

    static final String NAME = "Time log";

    /** What stands under "Kind" of hours towards winning opportunities. */
    static final String GROWTH = "growth";

    /** What stands there of hours that serve the account as it is. */
    static final String UPKEEP = "upkeep";

    private static final List<SheetColumn> COLUMNS = List.of(
            SheetColumn.words("Day", 18),
            SheetColumn.numbers("Hours", 10),
            SheetColumn.words("Kind", 12),
            SheetColumn.words("Note", 80));

    private final ExportedPlan exported;

    TimeLogSheet(ExportedPlan exported) {
        this.exported = exported;
    }

    /** A formula for the sum of all hours of a kind, from any sheet. */
    static String sumOf(String kind) {
        return "SUMIF('" + NAME + "'!C:C,\"" + kind + "\",'" + NAME + "'!B:B)";
    }

    Sheet in(Workbook book) {
        Sheet sheet = new Sheet(book, NAME, COLUMNS);
        List<TimeEntry> entries = exported.plan().timeLog().stream()
                .sorted(Comparator.comparing(TimeEntry::day))
                .toList();
        entries.forEach(entry -> entry(sheet.line(), entry));
        if (entries.isEmpty()) {
            sheet.line().note("No time is logged yet.");
        }
        sheet.table("Time_log");
        return sheet;
    }

    private static void entry(SheetRow line, TimeEntry entry) {
        line.day(entry.day())
                .number(CellFormats.hours(entry.time()), CellFormats.HOURS)
                .text(entry.upkeep() ? UPKEEP : GROWTH)
                .text(entry.note());
    }
}
