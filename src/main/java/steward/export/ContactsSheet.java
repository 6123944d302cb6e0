package steward.export;

import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Table;
import steward.worksheet.values.Person;

/** The people who decide or influence, one a row, by role; a role with nobody in it is not known yet. */
final class ContactsSheet {

    private static final List<Column> COLUMNS = List.of(
            Column.words("Role", 18),
            Column.words("Name", 24),
            Column.words("Position", 26),
            Column.words("Decision criteria", 48),
            Column.words("Strategy, purpose to meet", 48));

    private final Original original;
    private final Plan plan;

    ContactsSheet(Original original) {
        this.original = original;
        this.plan = original.plan();
    }

    Sheet in(Workbook book) {
        Sheet sheet = new Sheet(book, "Contacts", COLUMNS);
        Worksheet.ROLES.forEach(role -> contacts(sheet, role));
        sheet.sortable();
        return sheet;
    }

    private void contacts(Sheet sheet, Table role) {
        List<Integer> rows = plan.rows(role);
        rows.forEach(row -> contact(sheet.line(), role, row));
        if (rows.isEmpty()) {
            sheet.line()
                    .text(role.first().label())
                    .quiet(Original.NOT_KNOWN)
                    .text("")
                    .text("")
                    .text("");
        }
    }

    private void contact(Line line, Table role, int row) {
        Optional<Person> person = plan.get(role.first(), row).map(Person.class::cast);
        line.text(role.first().label())
                .text(person.map(Person::name).orElse(""))
                .text(person.map(Person::position).orElse(""));
        role.columns().stream()
                .skip(1)
                .map(column -> new Blank(column, row))
                .forEach(blank -> line.answer(original, blank));
    }
}
