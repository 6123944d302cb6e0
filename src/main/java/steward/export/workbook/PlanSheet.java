package steward.export.workbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import steward.export.source.BlankStatus;
import steward.export.source.ExportedPlan;
import steward.export.workbook.cells.CellFormats;
import steward.export.workbook.cells.FormulaResult;
import steward.export.workbook.cells.SheetColumn;
import steward.export.workbook.cells.SheetRow;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Step;

/**
 * Whose plan it is and how it stands, then what was answered outside the tables, step by step, under its number, and what was said at
 * the end of each cycle.
 */
final class PlanSheet {

    private static final String ROTI = OpportunitiesSheet.NAME + "!";

    /** Where the tables of a step stand. */
    private static final Map<Step, String> ELSEWHERE = Map.of(
            Worksheet.LOCAL_ANALYSIS, "on the sheet Contacts",
            Worksheet.ACCOUNT_PLAN, "the opportunities and the ROTI are on the sheet Opportunities",
            Worksheet.ACT, "on the sheet Actions");

    private final ExportedPlan exported;
    private final Plan plan;
    private final CellFormats formats;

    PlanSheet(ExportedPlan exported, CellFormats formats) {
        this.exported = exported;
        this.plan = exported.plan();
        this.formats = formats;
    }

    Sheet in(Workbook book) {
        Sheet sheet = new Sheet(
                book,
                "Plan",
                List.of(
                        SheetColumn.words("No.", 6),
                        SheetColumn.words("Account plan", 34),
                        SheetColumn.words(plan.account() + " " + plan.year(), 90)));
        about(sheet, "Account").text(plan.account());
        about(sheet, "Year").number(BigDecimal.valueOf(plan.year()), CellFormats.COUNT);
        about(sheet, "Edition").text("internal");
        about(sheet, "Rep").text(exported.rep().name());
        about(sheet, "Status").text(status());
        about(sheet, "As of").day(exported.today());
        Worksheet.STEPS.forEach(step -> step(sheet, step));
        IntStream.rangeClosed(1, plan.cycle()).forEach(cycle -> lookBack(sheet, cycle));
        return sheet;
    }

    private static SheetRow about(Sheet sheet, String what) {
        return sheet.line().text("").text(what);
    }

    private String status() {
        return switch (plan.status()) {
            case DRAFT -> "draft";
            case RUNNING -> running(plan.dayOfCycle(exported.today()));
            case CLOSED -> plan.whyClosed().isBlank() ? "closed" : "closed: " + plan.whyClosed();
        };
    }

    /** A store may come from a machine whose clock is ahead of this one's. */
    private String running(long day) {
        return day < 1
                ? "running, cycle " + plan.cycle() + " is still to begin"
                : "running, day " + day + " of cycle " + plan.cycle();
    }

    private void step(Sheet sheet, Step step) {
        sheet.line()
                .heading("")
                .heading("Step " + step.number() + ": " + step.title())
                .heading(ELSEWHERE.getOrDefault(step, ""));
        plan.blanks(step).filter(PlanSheet::isFact).forEach(blank -> fact(sheet.line(), blank));
    }

    /** What was said at the end of a cycle. */
    private void lookBack(Sheet sheet, int cycle) {
        Stream.of(Worksheet.CYCLE_WORKED, Worksheet.CYCLE_NOT_WORKED)
                .forEach(question -> plan.get(question, cycle)
                        .ifPresent(said -> about(sheet, "Cycle " + cycle + ": " + question.label())
                                .text(said)));
    }

    private static boolean isFact(Blank blank) {
        return blank.row() == 0 && blank.question().isNumbered();
    }

    private void fact(SheetRow line, Blank blank) {
        line.quiet(plan.number(blank).map(Object::toString).orElse(""))
                .text(blank.question().labelOfYear(exported.plan().year()));
        BlankStatus stands = exported.stands(blank);
        if (stands == BlankStatus.ANSWERED) {
            answer(line, blank);
        } else {
            line.quiet(stands.words());
        }
    }

    /** What the ROTI is worked out from is looked up beside it, so that it has one place to be changed in. */
    private void answer(SheetRow line, Blank blank) {
        Question<?> question = blank.question();
        if (question.equals(Worksheet.REVENUE_GOAL)) {
            plan.get(Worksheet.REVENUE_GOAL, 0).ifPresent(goal -> line.number(formats.amount(goal), formats.money()));
        } else if (question.equals(Worksheet.GROSS_MARGIN)) {
            plan.get(Worksheet.GROSS_MARGIN, 0)
                    .ifPresent(share -> line.formula(
                            ROTI + RotiBlock.GROSS_MARGIN,
                            FormulaResult.number(share.factor()),
                            CellFormats.percent(share)));
        } else if (question.equals(Worksheet.HOURS_REQUIRED)) {
            plan.get(Worksheet.HOURS_REQUIRED, 0)
                    .ifPresent(time -> line.formula(
                            ROTI + RotiBlock.HOURS_REQUIRED,
                            FormulaResult.number(CellFormats.hours(time)),
                            CellFormats.HOURS_ALONE));
        } else {
            line.text(words(blank));
        }
    }

    private String words(Blank blank) {
        // Lists have a line for each of their items.
        return Worksheet.LISTS.stream()
                .filter(list -> list.equals(blank.question()))
                .flatMap(list -> plan.get(list, 0).stream())
                .map(items -> String.join("\n", items))
                .findFirst()
                .or(() -> exported.shown(blank))
                .orElse("");
    }
}
