package steward.export.workbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import steward.export.source.ExportedPlan;
import steward.export.workbook.cells.CellFormats;
import steward.export.workbook.cells.SheetColumn;
import steward.export.workbook.cells.SheetRow;
import steward.plan.Action;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.Status;
import steward.plan.health.Health;
import steward.roti.OpportunityValue;
import steward.roti.Rate;
import steward.roti.Roti;
import steward.worksheet.Worksheet;
import steward.worksheet.values.Increase;

/** All plans of a rep as a workbook: a sheet that compares them, then their opportunities and their open actions. */
public final class PortfolioXlsxFile {

    private static final List<SheetColumn> ACCOUNTS = List.of(
            SheetColumn.words("Account", 30),
            SheetColumn.numbers("Year", 8),
            SheetColumn.words("Status", 10),
            SheetColumn.numbers("Health", 10),
            SheetColumn.numbers("Overdue", 11),
            SheetColumn.numbers("Revenue goal", 18),
            SheetColumn.numbers("EGP", 18),
            SheetColumn.numbers("Planned ROTI", 16),
            SheetColumn.numbers("Next-hour ROTI", 16),
            SheetColumn.numbers("Growth hours", 14),
            SheetColumn.numbers("Upkeep hours", 14));

    private static final int HEALTH = 3;

    private static final int OVERDUE = 4;

    private static final List<SheetColumn> OPPORTUNITIES = List.of(
            SheetColumn.words("Account", 24),
            SheetColumn.words("Opportunity", 50),
            SheetColumn.numbers("Year before", 18),
            SheetColumn.numbers("Increase", 18),
            SheetColumn.numbers("Probability", 12),
            SheetColumn.words("Won by", 18),
            SheetColumn.words("Outcome", 12));

    private static final List<SheetColumn> ACTIONS = List.of(
            SheetColumn.words("Account", 24),
            SheetColumn.words("Action", 64),
            SheetColumn.words("Due", 18),
            SheetColumn.words("With", 26),
            SheetColumn.words("Status", 12));

    private final List<ExportedPlan> plans;

    /** @param plans at least one */
    public PortfolioXlsxFile(List<ExportedPlan> plans) {
        this.plans = List.copyOf(plans);
    }

    public byte[] bytes() {
        return Workbooks.bytes(
                new BookTitle(
                        plans.size() == 1 ? "1 account plan" : plans.size() + " account plans",
                        plans.get(0).rep().name(),
                        plans.get(0).at(),
                        plans.get(0).notation().written(),
                        plans.get(0).brand()),
                book -> List.of(accounts(book), opportunities(book), actions(book)));
    }

    private Sheet accounts(Workbook book) {
        Sheet sheet = new Sheet(book, "Accounts", ACCOUNTS);
        plans.forEach(exported -> account(sheet.line(), exported));
        sheet.table("Accounts");
        sheet.mark(HEALTH, "AND(ISNUMBER($D2),$D2<50)", Mark.LATE);
        sheet.mark(HEALTH, "AND(ISNUMBER($D2),$D2>=50,$D2<75)", Mark.LOOK);
        sheet.mark(HEALTH, "AND(ISNUMBER($D2),$D2>=75)", Mark.GOOD);
        sheet.mark(OVERDUE, "AND(ISNUMBER($E2),$E2>0)", Mark.LATE);
        return sheet;
    }

    private static void account(SheetRow line, ExportedPlan exported) {
        Plan plan = exported.plan();
        Roti roti = exported.roti();
        CellFormats formats = new CellFormats(exported);
        line.text(plan.account())
                .number(BigDecimal.valueOf(plan.year()), CellFormats.COUNT)
                .text(exported.statusWord());
        health(line, exported);
        line.number(
                        BigDecimal.valueOf(plan.actions().stream()
                                .filter(action -> action.isOverdue(exported.today()))
                                .count()),
                        CellFormats.COUNT)
                .orNotKnown(plan.get(Worksheet.REVENUE_GOAL, 0).map(formats::amount), formats.money())
                .orNotKnown(
                        Optional.of(roti.egp()).filter(any -> roti.isKnown()).map(formats::amount), formats.money())
                .orNotKnown(anHour(roti.planned(), formats), formats.moneyAnHour())
                .orNotKnown(anHour(roti.nextHour(), formats), formats.moneyAnHour())
                .number(CellFormats.hours(roti.growth()), CellFormats.HOURS)
                .number(CellFormats.hours(roti.upkeep()), CellFormats.HOURS);
    }

    /** Only what runs has one. */
    private static void health(SheetRow line, ExportedPlan exported) {
        if (exported.plan().status() == Status.RUNNING) {
            Health health = Health.of(exported.plan(), exported.at(), exported.today());
            line.number(BigDecimal.valueOf(health.points()), CellFormats.COUNT);
        } else {
            line.text("");
        }
    }

    private static Optional<BigDecimal> anHour(Optional<Rate> rate, CellFormats formats) {
        return rate.map(known -> formats.amount(known.anHour()));
    }

    private Sheet opportunities(Workbook book) {
        Sheet sheet = new Sheet(book, OpportunitiesSheet.NAME, OPPORTUNITIES);
        plans.forEach(exported -> exported.roti()
                .opportunities()
                .forEach(opportunity -> opportunity(sheet.line(), exported, opportunity)));
        sheet.table(OpportunitiesSheet.NAME);
        sheet.markLate("F", "$G2=\"open\"");
        return sheet;
    }

    private static void opportunity(SheetRow line, ExportedPlan exported, OpportunityValue opportunity) {
        Plan plan = exported.plan();
        CellFormats formats = new CellFormats(exported);
        line.text(plan.account())
                .text(plan.get(Worksheet.OPPORTUNITY, opportunity.row()).orElse(""))
                .orNotKnown(opportunity.lastYear().map(formats::amount), formats.money())
                .orNotKnown(opportunity.increase().map(Increase::amount).map(formats::amount), formats.money())
                .percent(opportunity.probability())
                .dayOr(ExportedPlan.NOT_KNOWN, plan.get(Worksheet.TIMELINE, opportunity.row()))
                .text(opportunity.outcome().either(() -> "open", won -> "won", why -> "lost"));
    }

    private Sheet actions(Workbook book) {
        Sheet sheet = new Sheet(book, "Actions", ACTIONS);
        plans.forEach(exported -> exported.plan().actions().stream()
                .filter(Action::isOpen)
                .forEach(action -> sheet.line()
                        .text(exported.plan().account())
                        .text(action.what())
                        .dayOr(ExportedPlan.NOT_KNOWN, action.due())
                        .answer(exported, new Blank(Worksheet.ACTION_CONTACT, action.row()))
                        .text(action.isOverdue(exported.today()) ? "overdue" : "open")));
        sheet.table("Actions");
        sheet.markLate("C", "TRUE");
        return sheet;
    }
}
