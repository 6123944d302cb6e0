package steward.export.workbook;

import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import steward.export.joint.JointPlan;
import steward.export.workbook.cells.SheetColumn;

/** A joint plan as a workbook: a sheet each for its goals, its actions and the people in it. */
public final class JointXlsxFile {

    private final JointPlan plan;

    public JointXlsxFile(JointPlan plan) {
        this.plan = plan;
    }

    public byte[] bytes() {
        return Workbooks.bytes(
                new BookTitle(
                        plan.account() + " " + plan.year() + ": joint plan",
                        plan.rep(),
                        plan.at(),
                        plan.locale(),
                        plan.brand()),
                book -> List.of(goals(book), actions(book), people(book)));
    }

    private Sheet goals(Workbook book) {
        Sheet sheet = new Sheet(
                book,
                "Goals",
                List.of(
                        SheetColumn.words(plan.account() + " " + plan.year() + ": what we want to reach together", 80),
                        SheetColumn.words("By", 18),
                        SheetColumn.words("Status", 12)));
        plan.goals()
                .forEach(goal -> sheet.line()
                        .text(goal.what())
                        .dayOr("", goal.by())
                        .text(goal.isReached() ? "reached" : "open"));
        sheet.table("Goals");
        return sheet;
    }

    private Sheet actions(Workbook book) {
        Sheet sheet = new Sheet(
                book,
                "Actions",
                List.of(
                        SheetColumn.words("What we do", 64),
                        SheetColumn.words("Due", 18),
                        SheetColumn.words("For the seller", 26),
                        SheetColumn.words("For " + plan.account(), 26),
                        SheetColumn.words("Status", 12)));
        plan.actions()
                .forEach(action -> sheet.line()
                        .text(action.what())
                        .dayOr("", action.due())
                        .text(action.ours())
                        .text(action.theirs())
                        .text(action.isDone() ? "done" : "open"));
        sheet.table("Actions");
        return sheet;
    }

    private Sheet people(Workbook book) {
        Sheet sheet =
                new Sheet(book, "People", List.of(SheetColumn.words("Name", 30), SheetColumn.words("Position", 40)));
        Optional.of(plan.rep())
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> sheet.line().text(name).text("for the seller"));
        plan.partners().forEach(person -> sheet.line().text(person.name()).text(person.position()));
        sheet.table("People");
        return sheet;
    }
}
