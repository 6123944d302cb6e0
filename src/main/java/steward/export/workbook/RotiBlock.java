package steward.export.workbook;

import static steward.export.workbook.OpportunityColumn.EGP;
import static steward.export.workbook.OpportunityColumn.OUTCOME;
import static steward.export.workbook.OpportunityColumn.PROTECTS;
import static steward.export.workbook.OpportunityColumn.RENEWAL;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import steward.export.source.ExportedPlan;
import steward.export.workbook.cells.CellFormats;
import steward.export.workbook.cells.FormulaResult;
import steward.export.workbook.cells.SheetRow;
import steward.roti.OpportunityValue;
import steward.roti.Rate;
import steward.roti.Roti;
import steward.worksheet.Worksheet;
import steward.worksheet.values.Hours;
import steward.worksheet.values.Percent;

/**
 * What an hour at the account earns, under its opportunities: line by line what it is, the figure, and how it comes about. The formulas
 * call the figures by their names, so that they read as the rule does.
 */
final class RotiBlock {

    static final String GROSS_MARGIN = "Gross_margin";
    static final String HOURS_REQUIRED = "Hours_required";

    private static final String NO_HOURS = "no hours yet";

    private final Sheet sheet;
    private final ExportedPlan exported;
    private final Roti roti;
    private final CellFormats formats;
    private final int last;

    /** @param last the last line of the opportunities */
    RotiBlock(Sheet sheet, ExportedPlan exported, CellFormats formats, int last) {
        this.sheet = sheet;
        this.exported = exported;
        this.roti = exported.roti();
        this.formats = formats;
        this.last = last;
    }

    /** Writes it at the end of the sheet. */
    void write() {
        sheet.line().heading("ROTI: what an hour earns").heading("");
        profit();
        hours();
        rates();
    }

    // ── Gross profit ─────────────────────────────────────────────────────────────────────────────────────

    private void profit() {
        Optional<Percent> margin = exported.plan().get(Worksheet.GROSS_MARGIN, 0);
        figure("Gross margin", GROSS_MARGIN).percent(margin).note("of every opportunity that has none of its own");
        amount(
                "EGP",
                "EGP",
                sum(EGP),
                roti.egp(),
                "increase × probability × margin; once won, actual increase × margin");
        amount("Open EGP", "Open_EGP", sumWhere("open"), roti.openEgp(), "the part neither won nor lost");
        amount("Gross profit won", "Profit_won", sumWhere("won"), roti.wonProfit(), "the part that is won");
        amount(
                "Protected by renewals",
                "Protected_profit",
                sum(PROTECTS),
                roti.protectedProfit(),
                "revenue in " + (exported.plan().year() - 1) + " × margin of what you defend: it earns nothing new");
        count(
                "Opportunities open",
                "Open_opportunities",
                "COUNTIFS(" + cells(OUTCOME) + ",\"open\"," + cells(RENEWAL) + ",\"no\")",
                roti.opportunities().stream().filter(OpportunityValue::isOpen).count(),
                "renewals to defend left out");
        count(
                "EGP not known",
                "EGP_not_known",
                "COUNTIF(" + cells(EGP) + ",\"" + ExportedPlan.NOT_KNOWN + "\")",
                roti.opportunities().stream()
                        .filter(opportunity -> opportunity.egp().isEmpty())
                        .count(),
                "opportunities that lack a figure: the ROTI waits for it");
    }

    private String sum(OpportunityColumn column) {
        return "SUM(" + cells(column) + ")";
    }

    private String sumWhere(String outcome) {
        return "SUMIF(" + cells(OUTCOME) + ",\"" + outcome + "\"," + cells(EGP) + ")";
    }

    private String cells(OpportunityColumn column) {
        return column.in(OpportunitiesSheet.FIRST, last);
    }

    // ── Hours ────────────────────────────────────────────────────────────────────────────────────────────

    private void hours() {
        figure("Hours required (T)", HOURS_REQUIRED)
                .orNotKnown(roti.required().map(CellFormats::hours), CellFormats.HOURS_ALONE)
                .note("what winning them will take");
        logged("Growth hours logged (L)", "Growth_hours", TimeLogSheet.GROWTH, roti.growth(), "towards winning them");
        logged(
                "Upkeep hours logged",
                "Upkeep_hours",
                TimeLogSheet.UPKEEP,
                roti.upkeep(),
                "beside it: they count for no ROTI");
        figure("L when T was set", "Hours_at_estimate")
                .number(CellFormats.hours(roti.whenEstimated()), CellFormats.HOURS_ALONE)
                .note("80 % of the hours from there to T may be used before another estimate is due");
        boolean due = roti.isEstimateDue() && !roti.isNothingOpen();
        figure("Estimate due", "Estimate_due")
                .formula(estimateDue(), FormulaResult.words(due ? "yes" : "no"), CellFormats.COUNT)
                .note("how many more hours will it take? T is L + that");
    }

    /** In whole minutes, since 0.8 × 56 h is a little more than 44.8 h where numbers are binary. */
    private static String estimateDue() {
        String allUsed = "10*ROUND(60*Growth_hours,0)>=8*ROUND(60*Hours_required,0)";
        String sinceUsed = "10*ROUND(60*(Growth_hours-Hours_at_estimate),0)"
                + ">=8*ROUND(60*(Hours_required-Hours_at_estimate),0)";
        return "IF(AND(Open_opportunities>0,ISNUMBER(Hours_required)),IF(AND(" + allUsed + "," + sinceUsed
                + "),\"yes\",\"no\"),\"no\")";
    }

    // ── Rates ────────────────────────────────────────────────────────────────────────────────────────────

    private void rates() {
        rate("Planned ROTI", "Planned_ROTI", ifKnown("EGP/Hours_required"), known(roti.planned()), "EGP ÷ T");
        rate(
                "Forecast ROTI",
                "Forecast_ROTI",
                ifKnown("EGP/MAX(Hours_required,Growth_hours)"),
                known(roti.forecast()),
                "EGP ÷ the larger of T and L");
        rate("Earned ROTI", "Earned_ROTI", earnedFormula(), earned(), "gross profit won ÷ L");
        rate(
                "Next-hour ROTI",
                "Next_hour_ROTI",
                nextHourFormula(),
                nextHour(),
                "open EGP ÷ (T − L), or 4 h or a tenth of T where fewer are left; while an estimate is due, ÷ the larger of T and L");
    }

    private static String ifKnown(String formula) {
        return "IF(AND(ISNUMBER(Hours_required),EGP_not_known=0)," + formula + ",\"" + ExportedPlan.NOT_KNOWN + "\")";
    }

    private FormulaResult known(Optional<Rate> rate) {
        return FormulaResult.orNotKnown(rate.filter(known -> roti.isKnown()).map(this::anHour));
    }

    private String earnedFormula() {
        String unknown =
                "COUNTIFS(" + cells(OUTCOME) + ",\"won\"," + cells(EGP) + ",\"" + ExportedPlan.NOT_KNOWN + "\")";
        return "IF(Growth_hours=0,\"" + NO_HOURS + "\",IF(" + unknown + "=0,Profit_won/Growth_hours,\""
                + ExportedPlan.NOT_KNOWN + "\"))";
    }

    private FormulaResult earned() {
        return roti.growth().isPositive()
                ? FormulaResult.orNotKnown(
                        roti.earned().filter(rate -> roti.isEarnedKnown()).map(this::anHour))
                : FormulaResult.words(NO_HOURS);
    }

    private static String nextHourFormula() {
        String due = "Open_EGP/MAX(Hours_required,Growth_hours)";
        String left = "Open_EGP/MAX(Hours_required-Growth_hours,ROUNDUP(ROUND(60*Hours_required,0)/10,0)/60,4)";
        return "IF(Open_opportunities=0,\"nothing open\","
                + ifKnown("IF(Estimate_due=\"yes\"," + due + "," + left + ")") + ")";
    }

    private FormulaResult nextHour() {
        return roti.isNothingOpen() ? FormulaResult.words("nothing open") : known(roti.nextHour());
    }

    private BigDecimal anHour(Rate rate) {
        return formats.amount(rate.amount()).divide(CellFormats.hours(rate.hours()), MathContext.DECIMAL64);
    }

    // ── Lines ────────────────────────────────────────────────────────────────────────────────────────────

    private void amount(String label, String name, String formula, BigDecimal result, String how) {
        figure(label, name)
                .formula(formula, FormulaResult.number(formats.amount(result)), formats.money())
                .note(how);
    }

    private void count(String label, String name, String formula, long result, String how) {
        figure(label, name)
                .formula(formula, FormulaResult.number(BigDecimal.valueOf(result)), CellFormats.COUNT)
                .note(how);
    }

    private void logged(String label, String name, String kind, Hours result, String how) {
        figure(label, name)
                .formula(
                        TimeLogSheet.sumOf(kind),
                        FormulaResult.number(CellFormats.hours(result)),
                        CellFormats.HOURS_ALONE)
                .note(how);
    }

    private void rate(String label, String name, String formula, FormulaResult result, String how) {
        figure(label, name).formula(formula, result, formats.moneyAnHour()).note(how);
    }

    private SheetRow figure(String label, String name) {
        return sheet.line().bold(label).named(name);
    }
}
