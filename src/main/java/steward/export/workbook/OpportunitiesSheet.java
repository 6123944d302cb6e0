package steward.export.workbook;

import static steward.export.workbook.OpportunityColumn.ACTUAL;
import static steward.export.workbook.OpportunityColumn.EGP;
import static steward.export.workbook.OpportunityColumn.INCREASE;
import static steward.export.workbook.OpportunityColumn.LAST_YEAR;
import static steward.export.workbook.OpportunityColumn.MARGIN;
import static steward.export.workbook.OpportunityColumn.OUTCOME;
import static steward.export.workbook.OpportunityColumn.PROBABILITY;
import static steward.export.workbook.OpportunityColumn.PROTECTS;
import static steward.export.workbook.OpportunityColumn.RENEWAL;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import steward.export.source.ExportedPlan;
import steward.export.workbook.cells.CellFormats;
import steward.export.workbook.cells.FormulaResult;
import steward.export.workbook.cells.SheetRow;
import steward.plan.OpportunityOutcome;
import steward.plan.Plan;
import steward.roti.OpportunityValue;
import steward.roti.Roti;
import steward.worksheet.Worksheet;
import steward.worksheet.values.Increase;
import steward.worksheet.values.Money;
import steward.worksheet.values.Percent;

/** The opportunities, one a row, with what each is expected to earn; their sums; and the ROTI that they come to. */
final class OpportunitiesSheet {

    static final String NAME = "Opportunities";

    /** The line of the first opportunity: the headings are above it. */
    static final int FIRST = 2;

    private final ExportedPlan exported;
    private final Plan plan;
    private final Roti roti;
    private final CellFormats formats;

    OpportunitiesSheet(ExportedPlan exported, CellFormats formats) {
        this.exported = exported;
        this.plan = exported.plan();
        this.roti = exported.roti();
        this.formats = formats;
    }

    Sheet in(Workbook book) {
        Sheet sheet = new Sheet(book, NAME, OpportunityColumn.of(plan.year()));
        roti.opportunities().forEach(opportunity -> opportunity(sheet.line(), opportunity));
        if (roti.opportunities().isEmpty()) {
            sheet.line().note("No opportunity is listed yet.");
        }
        int last = sheet.lines();
        sheet.table(NAME);
        sheet.markLate(OpportunityColumn.WON_BY.letter(), "$" + OUTCOME.in(FIRST) + "=\"open\"");
        totals(sheet.line(), last);
        sheet.line();
        new RotiBlock(sheet, exported, formats, last).write();
        return sheet;
    }

    private void opportunity(SheetRow line, OpportunityValue opportunity) {
        int row = opportunity.row();
        line.text(plan.get(Worksheet.OPPORTUNITY, row).orElse(""))
                .orNotKnown(opportunity.lastYear().map(formats::amount), formats.money())
                .orNotKnown(opportunity.increase().map(Increase::amount).map(formats::amount), formats.money())
                .text(opportunity.isRenewal() ? "yes" : "no")
                .percent(opportunity.probability());
        margin(line, opportunity);
        line.formula(
                        egp(line.number()),
                        FormulaResult.orNotKnown(opportunity.egp().map(formats::amount)),
                        formats.money())
                .formula(protects(line.number()), protects(opportunity), formats.money())
                .dayOr(ExportedPlan.NOT_KNOWN, plan.get(Worksheet.TIMELINE, row))
                .orNotKnown(plan.get(Worksheet.ACTIVITY, row));
        outcome(line, opportunity.outcome());
    }

    /** Its own margin is a figure, the account's a look at the one further down. */
    private void margin(SheetRow line, OpportunityValue opportunity) {
        Optional<Percent> own = plan.get(Worksheet.OWN_MARGIN, opportunity.row());
        if (own.isPresent()) {
            line.percent(own);
        } else {
            line.formula(
                    RotiBlock.GROSS_MARGIN,
                    FormulaResult.orNotKnown(opportunity.margin().map(Percent::factor)),
                    opportunity.margin().map(CellFormats::percent).orElse(CellFormats.WHOLE_PERCENT));
        }
    }

    private static String egp(int line) {
        String outcome = OUTCOME.in(line);
        String won = ifKnown(ACTUAL.in(line), MARGIN.in(line));
        String open = ifKnown(INCREASE.in(line), PROBABILITY.in(line), MARGIN.in(line));
        return "IF(" + outcome + "=\"won\"," + won + ",IF(OR(" + outcome + "=\"lost\"," + RENEWAL.in(line)
                + "=\"yes\"),0," + open + "))";
    }

    private static String protects(int line) {
        return "IF(AND(" + RENEWAL.in(line) + "=\"yes\"," + OUTCOME.in(line) + "=\"open\"),"
                + ifKnown(LAST_YEAR.in(line), MARGIN.in(line)) + ",\"\")";
    }

    /** The product of some cells, or that it is not known yet. */
    private static String ifKnown(String... cells) {
        return "IF(COUNT(" + String.join(",", cells) + ")=" + cells.length + "," + String.join("*", cells) + ",\""
                + ExportedPlan.NOT_KNOWN + "\")";
    }

    private FormulaResult protects(OpportunityValue opportunity) {
        if (!opportunity.isRenewal() || !opportunity.outcome().isOpen()) {
            return FormulaResult.words("");
        }
        boolean known =
                opportunity.lastYear().isPresent() && opportunity.margin().isPresent();
        return known
                ? FormulaResult.number(formats.amount(opportunity.protectedProfit()))
                : FormulaResult.words(ExportedPlan.NOT_KNOWN);
    }

    private void outcome(SheetRow line, OpportunityOutcome outcome) {
        outcome.either(
                () -> line.text("open").text("").text(""),
                won -> line.text("won")
                        .number(formats.amount(won), formats.money())
                        .text(""),
                why -> line.text("lost").text("").text(why));
    }

    private void totals(SheetRow line, int last) {
        line.bold("All listed");
        total(line, LAST_YEAR, last, sum(OpportunityValue::lastYear));
        total(line, INCREASE, last, sum(opportunity -> opportunity.increase().map(Increase::amount)));
        line.text("").text("").text("");
        total(line, EGP, last, formats.amount(roti.egp()));
        total(line, PROTECTS, last, formats.amount(roti.protectedProfit()));
    }

    private BigDecimal sum(Function<OpportunityValue, Optional<Money>> part) {
        return roti.opportunities().stream()
                .flatMap(opportunity -> part.apply(opportunity).stream())
                .map(formats::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void total(SheetRow line, OpportunityColumn column, int last, BigDecimal result) {
        line.total("SUM(" + column.in(FIRST, last) + ")", FormulaResult.number(result), formats.money());
    }
}
