package steward.export;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import steward.plan.Action;
import steward.plan.Blank;
import steward.worksheet.Worksheet;

/** What the rep will do, or did, one action a row. */
final class ActionsSheet {

    private static final List<Column> COLUMNS = List.of(
            Column.numbers("Cycle", 8),
            Column.words("Action", 64),
            Column.words("Due", 18),
            Column.words("With", 26),
            Column.words("Status", 12),
            Column.words("Done on", 18),
            Column.words("Why dropped", 36));

    private final Original original;

    ActionsSheet(Original original) {
        this.original = original;
    }

    Sheet in(Workbook book) {
        Sheet sheet = new Sheet(book, "Actions", COLUMNS);
        List<Action> actions = original.plan().actions();
        actions.forEach(action -> action(sheet.line(), action));
        if (actions.isEmpty()) {
            sheet.line().text("").note("No action is listed yet.");
        }
        sheet.sortable();
        return sheet;
    }

    private void action(Line line, Action action) {
        Blank contact = new Blank(Worksheet.ACTION_CONTACT, action.row());
        line.number(BigDecimal.valueOf(action.cycle()), CellFormats.COUNT)
                .text(action.what())
                .dayOr(action.isOpen() ? Original.NOT_KNOWN : "", action.due())
                .answer(original, contact)
                .text(action.state().name().toLowerCase(Locale.ROOT))
                .dayOr("", action.doneAt().map(original::dayOf))
                .text(action.whyDropped());
    }
}
