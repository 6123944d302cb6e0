package steward.export.document;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import steward.export.document.PlanDocument.Answer;
import steward.export.document.PlanDocument.Opportunity;
import steward.export.document.PlanDocument.Totals;
import steward.export.source.ExportedPlan;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.roti.Figures;
import steward.roti.Goal;
import steward.roti.OpportunityValue;
import steward.roti.Roti;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.values.Increase;
import steward.worksheet.values.Money;
import steward.worksheet.values.Percent;

/**
 * What is to be won, a line each, and what it adds up to. A line can be checked by hand: what is won says its actual figures, and what is
 * lost counts for nothing.
 */
final class OpportunityLines {

    private static final String SO_FAR = " so far";

    private final ExportedPlan exported;
    private final Plan plan;
    private final Roti roti;
    private final Figures figures;

    OpportunityLines(ExportedPlan exported) {
        this.exported = exported;
        this.plan = exported.plan();
        this.roti = exported.roti();
        this.figures = new Figures(exported.notation());
    }

    List<Opportunity> opportunities() {
        return roti.opportunities().stream().map(this::line).toList();
    }

    private Opportunity line(OpportunityValue opportunity) {
        int row = opportunity.row();
        return new Opportunity(
                words(Worksheet.OPPORTUNITY, row),
                words(Worksheet.ACTIVITY, row),
                Typesetter.answer(opportunity.lastYear().map(figures::money)),
                increase(opportunity),
                chance(opportunity),
                Typesetter.answer(opportunity.margin().map(this::shown)),
                profit(opportunity),
                Typesetter.answer(plan.get(Worksheet.TIMELINE, row).map(Typesetter.DAY::format)),
                outcome(opportunity),
                isLate(opportunity) ? "Past its date: won, lost or still open?" : "");
    }

    private String words(Question<?> question, int row) {
        return exported.shown(new Blank(question, row)).orElse("");
    }

    private Answer increase(OpportunityValue opportunity) {
        return opportunity
                .outcome()
                .either(
                        () -> opportunity.isRenewal()
                                ? new Answer("renewal", true)
                                : Typesetter.answer(counted(opportunity).map(figures::money)),
                        actual -> new Answer(
                                opportunity.isRenewal() && actual.equals(Money.ZERO) ? "kept" : figures.money(actual),
                                true),
                        reason -> Typesetter.NONE);
    }

    /** What it adds to last year: the goal, once won what came of it, once lost nothing. */
    private static Optional<Money> counted(OpportunityValue opportunity) {
        return opportunity
                .outcome()
                .either(
                        () -> opportunity.increase().map(Increase::amount),
                        Optional::of,
                        reason -> Optional.of(Money.ZERO));
    }

    /** What is over has none any more: it is won, or it is not. */
    private Answer chance(OpportunityValue opportunity) {
        return opportunity
                .outcome()
                .either(
                        () -> Typesetter.answer(opportunity.probability().map(this::shown)),
                        actual -> new Answer(shown(Percent.of(100)), true),
                        reason -> Typesetter.NONE);
    }

    private String shown(Percent share) {
        return share.shown(exported.notation());
    }

    /** What it is expected to earn; a renewal to defend earns nothing new. */
    private Answer profit(OpportunityValue opportunity) {
        return opportunity.protectedProfit().signum() > 0
                ? new Answer("protects " + figures.money(opportunity.protectedProfit()), true)
                : Typesetter.answer(opportunity.egp().map(figures::money));
    }

    private String outcome(OpportunityValue opportunity) {
        return opportunity
                .outcome()
                .either(
                        () -> "",
                        actual -> won(opportunity, actual),
                        reason -> reason.isBlank() ? "Lost" : "Lost: " + reason.strip());
    }

    private String won(OpportunityValue opportunity, Money actual) {
        if (opportunity.isRenewal()) {
            return opportunity
                    .keptRevenue()
                    .filter(revenue -> actual.compareTo(Money.ZERO) < 0)
                    .map(revenue -> "Kept, at " + figures.money(revenue))
                    .orElse("Kept");
        }
        String planned = opportunity
                .increase()
                .map(Increase::amount)
                .filter(goal -> !goal.equals(actual))
                .map(goal -> " (planned: " + figures.money(goal) + ")")
                .orElse("");
        return "Won" + planned;
    }

    private boolean isLate(OpportunityValue opportunity) {
        return opportunity.outcome().isOpen()
                && plan.get(Worksheet.TIMELINE, opportunity.row())
                        .filter(day -> day.isBefore(exported.today()))
                        .isPresent();
    }

    // ── Together ─────────────────────────────────────────────────────────────────────────────────────────

    Totals totals() {
        return new Totals(total(OpportunityValue::lastYear), total(OpportunityLines::counted), egp());
    }

    private Answer total(Function<OpportunityValue, Optional<Money>> part) {
        List<Money> known = roti.opportunities().stream()
                .flatMap(opportunity -> part.apply(opportunity).stream())
                .toList();
        return sum(figures.money(known.stream().reduce(Money.ZERO, Money::plus)), known.size());
    }

    private Answer egp() {
        long known = roti.opportunities().stream()
                .filter(opportunity -> opportunity.egp().isPresent())
                .count();
        return sum(figures.money(roti.egp()), known);
    }

    /** A sum of those that are known, told as such. */
    private Answer sum(String amount, long known) {
        if (known == 0) {
            return Typesetter.NOT_KNOWN;
        }
        return known == roti.opportunities().size() ? new Answer(amount, true) : new Answer(amount + SO_FAR, false);
    }

    /** What is said of them all: the goal set beside them, and what is defended. */
    List<String> told() {
        Optional<String> defended = Optional.of(Money.rounded(roti.protectedProfit()))
                .filter(Money::isPositive)
                .map(profit -> "What you defend earns nothing new, and protects " + figures.money(profit)
                        + " of gross profit.");
        return Stream.of(new Goal(plan, exported.notation()).sentence(true), defended)
                .flatMap(Optional::stream)
                .toList();
    }
}
