package steward.export.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import steward.export.document.PlanDocument.Answer;
import steward.export.document.PlanDocument.Formula;
import steward.export.document.PlanDocument.Fraction;
import steward.roti.Figures;
import steward.roti.NextHourBasis;
import steward.roti.Rate;
import steward.roti.Roti;

/** The return on time as it stands on paper: what is earned over the hours that it takes. */
record RotiFormulas(Roti roti, Figures figures) {

    private static final String OVER = " ÷ ";

    List<Formula> all() {
        List<Formula> formulas = new ArrayList<>();
        if (roti.isKnown()) {
            formulas.addAll(rates());
        } else {
            formulas.add(told("ROTI", "it needs " + roti.missingNames(), Typesetter.NOT_KNOWN));
        }
        earned().ifPresent(formulas::add);
        formulas.add(told(
                "Time logged",
                "towards winning, and to serve the account as it is",
                new Answer(
                        figures.hours(roti.growth()) + " growth, " + figures.hours(roti.upkeep()) + " upkeep", true)));
        return formulas;
    }

    private List<Formula> rates() {
        List<Formula> rates = new ArrayList<>();
        roti.planned().ifPresent(rate -> rates.add(formula("Planned ROTI", "EGP ÷ hours required", rate)));
        roti.forecast()
                .filter(rate -> !roti.planned().equals(Optional.of(rate)))
                .ifPresent(rate -> rates.add(formula("Forecast ROTI", "EGP ÷ hours logged", rate)));
        if (roti.isNothingOpen()) {
            rates.add(told("Next-hour ROTI", "nothing new is open", new Answer("none", true)));
        }
        roti.nextHour()
                .ifPresent(rate ->
                        rates.add(formula("Next-hour ROTI", roti.basis().formula(), hours(roti.basis()), rate)));
        return rates;
    }

    /** It waits for nothing but the margins of what is won. */
    private Optional<Formula> earned() {
        return roti.earned()
                .filter(rate -> roti.isEarnedKnown())
                .map(rate -> formula("Earned ROTI", "gross profit won ÷ growth hours", rate));
    }

    private static Formula told(String name, String how, Answer result) {
        return new Formula(name, how, List.of(), result);
    }

    /** What stands under the line, in a few words. */
    private static String hours(NextHourBasis basis) {
        return switch (basis) {
            case HOURS_LEFT -> "hours left";
            case FLOOR -> "hours counted as left";
            case ESTIMATE_DUE -> "hours, estimate due";
        };
    }

    /** "open EGP" of "estimate due: open EGP ÷ …". */
    private static String above(String parts) {
        String above = parts.substring(0, parts.indexOf(OVER));
        return above.substring(above.indexOf(": ") < 0 ? 0 : above.indexOf(": ") + 2);
    }

    private Formula formula(String name, String parts, Rate rate) {
        return formula(name, parts, parts.substring(parts.indexOf(OVER) + OVER.length()), rate);
    }

    private Formula formula(String name, String parts, String below, Rate rate) {
        String amount = figures.money(rate.amount());
        String hours = figures.hours(rate.hours());
        return new Formula(
                name,
                parts + " = " + amount + OVER + hours,
                List.of(new Fraction(above(parts), below, amount, hours)),
                new Answer(figures.rate(rate) + " an hour", true));
    }
}
