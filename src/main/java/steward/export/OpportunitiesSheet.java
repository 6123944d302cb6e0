package steward.export;

import static steward.export.OpportunityColumn.ACTUAL;
import static steward.export.OpportunityColumn.EGP;
import static steward.export.OpportunityColumn.INCREASE;
import static steward.export.OpportunityColumn.LAST_YEAR;
import static steward.export.OpportunityColumn.MARGIN;
import static steward.export.OpportunityColumn.OUTCOME;
import static steward.export.OpportunityColumn.PROBABILITY;
import static steward.export.OpportunityColumn.PROTECTS;
import static steward.export.OpportunityColumn.RENEWAL;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import steward.plan.Fate;
import steward.plan.Plan;
import steward.roti.Roti;
import steward.roti.Stake;
import steward.worksheet.Worksheet;
import steward.worksheet.values.Increase;
import steward.worksheet.values.Money;
import steward.worksheet.values.Percent;

/** The opportunities, one a row, with what each is expected to earn; their sums; and the ROTI that they come to. */
final class OpportunitiesSheet {

    static final String NAME = "Opportunities";

    /** The line of the first opportunity: the headings are above it. */
    static final int FIRST = 2;

    private final Original original;
    private final Plan plan;
    private final Roti roti;
    private final CellFormats formats;

    OpportunitiesSheet(Original original, CellFormats formats) {
        this.original = original;
        this.plan = original.plan();
        this.roti = original.roti();
        this.formats = formats;
    }

    Sheet in(Workbook book) {
        Sheet sheet = new Sheet(book, NAME, OpportunityColumn.all());
        roti.stakes().forEach(stake -> opportunity(sheet.line(), stake));
        if (roti.stakes().isEmpty()) {
            sheet.line().note("No opportunity is listed yet.");
        }
        int last = sheet.lines();
        totals(sheet.line(), last);
        sheet.line();
        new RotiBlock(sheet, original, formats, last).write();
        return sheet;
    }

    private void opportunity(Line line, Stake stake) {
        int row = stake.row();
        line.text(plan.get(Worksheet.OPPORTUNITY, row).orElse(""))
                .orNotKnown(stake.lastYear().map(formats::amount), formats.money())
                .orNotKnown(stake.increase().map(Increase::amount).map(formats::amount), formats.money())
                .text(stake.isRenewal() ? "yes" : "no")
                .percent(stake.probability());
        margin(line, stake);
        line.formula(egp(line.number()), Worked.orNotKnown(stake.egp().map(formats::amount)), formats.money())
                .formula(protects(line.number()), protects(stake), formats.money())
                .dayOr(Original.NOT_KNOWN, plan.get(Worksheet.TIMELINE, row))
                .orNotKnown(plan.get(Worksheet.ACTIVITY, row));
        fate(line, stake.fate());
    }

    /** Its own margin is a figure, the account's a look at the one further down. */
    private void margin(Line line, Stake stake) {
        Optional<Percent> own = plan.get(Worksheet.OWN_MARGIN, stake.row());
        if (own.isPresent()) {
            line.percent(own);
        } else {
            line.formula(
                    RotiBlock.GROSS_MARGIN,
                    Worked.orNotKnown(stake.margin().map(Percent::factor)),
                    stake.margin().map(CellFormats::percent).orElse(CellFormats.WHOLE_PERCENT));
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
                + Original.NOT_KNOWN + "\")";
    }

    private Worked protects(Stake stake) {
        if (!stake.isRenewal() || !stake.fate().isOpen()) {
            return Worked.words("");
        }
        boolean known = stake.lastYear().isPresent() && stake.margin().isPresent();
        return known ? Worked.number(formats.amount(stake.protectedProfit())) : Worked.words(Original.NOT_KNOWN);
    }

    private void fate(Line line, Fate fate) {
        fate.either(
                () -> line.text("open").text("").text(""),
                won -> line.text("won")
                        .number(formats.amount(won), formats.money())
                        .text(""),
                why -> line.text("lost").text("").text(why));
    }

    private void totals(Line line, int last) {
        line.bold("All listed");
        total(line, LAST_YEAR, last, sum(Stake::lastYear));
        total(line, INCREASE, last, sum(stake -> stake.increase().map(Increase::amount)));
        line.text("").text("").text("");
        total(line, EGP, last, formats.amount(roti.egp()));
        total(line, PROTECTS, last, formats.amount(roti.protectedProfit()));
    }

    private BigDecimal sum(Function<Stake, Optional<Money>> part) {
        return roti.stakes().stream()
                .flatMap(stake -> part.apply(stake).stream())
                .map(formats::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void total(Line line, OpportunityColumn column, int last, BigDecimal result) {
        line.total("SUM(" + column.in(FIRST, last) + ")", Worked.number(result), formats.money());
    }
}
