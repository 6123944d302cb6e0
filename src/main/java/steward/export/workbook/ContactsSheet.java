package steward.export.workbook;

import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import steward.export.source.ExportedPlan;
import steward.export.workbook.cells.SheetColumn;
import steward.export.workbook.cells.SheetRow;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Table;
import steward.worksheet.values.Person;

/** The people who decide or influence, one a row, by role; a role with nobody in it is not known yet. */
final class ContactsSheet {

    private static final List<SheetColumn> COLUMNS = List.of(
            SheetColumn.words("Role", 18),
            SheetColumn.words("Name", 24),
            SheetColumn.words("Position", 26),
            SheetColumn.words("Decision criteria", 48),
            SheetColumn.words("Strategy, purpose to meet", 48));

    private final ExportedPlan exported;
    private final Plan plan;

    ContactsSheet(ExportedPlan exported) {
        this.exported = exported;
        this.plan = exported.plan();
    }

    Sheet in(Workbook book) {
        Sheet sheet = new Sheet(book, "Contacts", COLUMNS);
        Worksheet.ROLES.forEach(role -> contacts(sheet, role));
        sheet.table("Contacts");
        return sheet;
    }

    private void contacts(Sheet sheet, Table role) {
        List<Integer> rows = plan.rows(role);
        rows.forEach(row -> contact(sheet.line(), role, row));
        if (rows.isEmpty()) {
            sheet.line()
                    .text(role.first().label())
                    .quiet(ExportedPlan.NOT_KNOWN)
                    .text("")
                    .text("")
                    .text("");
        }
    }

    private void contact(SheetRow line, Table role, int row) {
        Optional<Person> person = plan.get(role.first(), row).map(Person.class::cast);
        line.text(role.first().label())
                .text(person.map(Person::name).orElse(""))
                .text(person.map(Person::position).orElse(""));
        role.columns().stream()
                .skip(1)
                .map(column -> new Blank(column, row))
                .forEach(blank -> line.answer(exported, blank));
    }
}
