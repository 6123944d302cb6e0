package steward.dashboard.roti;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import steward.dashboard.Reader;
import steward.message.Part;
import steward.message.Shortened;
import steward.message.Words;
import steward.plan.Plan;
import steward.roti.Figures;
import steward.roti.OpportunityValue;
import steward.roti.Rate;
import steward.roti.Roti;
import steward.worksheet.Worksheet;
import steward.worksheet.values.Increase;
import steward.worksheet.values.Money;
import steward.worksheet.values.Percent;

/** How each number of an account's ROTI comes about, so that a rep can check it by hand. */
final class RotiFormulas {

    private static final int NAME_CHARACTERS_MAX = 40;

    private final Plan plan;
    private final Roti roti;
    private final Reader reader;
    private final Figures figures;

    RotiFormulas(Plan plan, Roti roti, Reader reader) {
        this.plan = plan;
        this.roti = roti;
        this.reader = reader;
        this.figures = new Figures(reader.notation());
    }

    /** "Next hour = open EGP ÷ hours left = $21,800 ÷ 33 h = $660.61/h"; empty with nothing open. */
    Optional<Part> nextHour() {
        return roti.nextHour().map(rate -> line("Next hour = " + roti.basis().formula(), rate));
    }

    /** Planned, forecast and earned ROTI, each on a line; the forecast only where it is another than planned. */
    List<Part> inAll() {
        List<Part> lines = new ArrayList<>();
        roti.planned().ifPresent(rate -> lines.add(line("Planned ROTI = EGP ÷ hours required", rate)));
        roti.forecast()
                .filter(rate -> !roti.planned().equals(Optional.of(rate)))
                .ifPresent(rate -> lines.add(line("Forecast ROTI = EGP ÷ hours logged", rate)));
        roti.earned().ifPresent(rate -> lines.add(line("Earned ROTI = gross profit won ÷ growth hours", rate)));
        if (roti.keptProfit().signum() > 0) {
            lines.add(new Part.Quiet(Words.of(
                    "New: {} of gross profit won  ·  kept, and not in the ROTI: {}",
                    figures.money(roti.wonProfit()),
                    figures.money(roti.keptProfit()))));
        }
        return lines;
    }

    private Part line(String parts, Rate rate) {
        return new Part.Quiet(Words.of(
                parts + " = {} ÷ {} = *{}/h*",
                figures.money(rate.amount()),
                figures.hours(rate.hours()),
                figures.rate(rate)));
    }

    /** How the EGP of each opportunity comes about, all in one block of small print. */
    Part egp() {
        return new Part.Quiet(roti.opportunities().stream()
                .map(opportunity -> Words.of("\n{}", egp(opportunity)))
                .reduce(Words.of("EGP = increase × probability × gross margin"), Words::then));
    }

    private String egp(OpportunityValue opportunity) {
        String name = name(opportunity);
        String margin = opportunity.margin().map(this::shown).orElse("?");
        return opportunity
                .outcome()
                .either(
                        () -> opportunity.isRenewal()
                                ? protects(opportunity)
                                : name + ": " + expected(opportunity, margin),
                        actual -> opportunity.isKept()
                                ? name + ": " + kept(opportunity, actual, margin)
                                : name + ": won, " + figures.money(actual) + " × " + margin + result(opportunity),
                        reason -> name + ": lost = " + figures.money(Money.ZERO));
    }

    private String expected(OpportunityValue opportunity, String margin) {
        String increase =
                opportunity.increase().map(Increase::amount).map(figures::money).orElse("?");
        return increase + " × " + opportunity.probability().map(this::shown).orElse("?") + " × " + margin
                + result(opportunity);
    }

    private static String shownOr(Optional<String> shown) {
        return shown.orElse("not known yet");
    }

    private String result(OpportunityValue opportunity) {
        return " = " + shownOr(opportunity.egp().map(figures::money));
    }

    private String protects(OpportunityValue opportunity) {
        return name(opportunity) + ": protects " + lastYearsProfit(opportunity);
    }

    /** "kept $160,000 × 40% = $64,000, and new: $4,000 × 40% = $1,600". */
    private String kept(OpportunityValue opportunity, Money more, String margin) {
        String kept = "kept " + lastYearsProfit(opportunity);
        return more.isPositive()
                ? kept + ", and new: " + figures.money(more) + " × " + margin + result(opportunity)
                : kept;
    }

    /** "$160,000 × 40% = $64,000". */
    private String lastYearsProfit(OpportunityValue opportunity) {
        String lastYear = opportunity.keptRevenue().map(figures::money).orElse("?");
        String margin = opportunity.margin().map(this::shown).orElse("?");
        return lastYear + " × " + margin + " = "
                + shownOr(opportunity.keptProfit().map(figures::money));
    }

    private String shown(Percent percent) {
        return percent.shown(reader.notation());
    }

    /** What an opportunity is called. */
    String name(OpportunityValue opportunity) {
        return Shortened.to(
                NAME_CHARACTERS_MAX,
                plan.get(Worksheet.OPPORTUNITY, opportunity.row())
                        .orElse("Opportunity")
                        .strip());
    }
}
