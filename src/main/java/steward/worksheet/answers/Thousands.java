package steward.worksheet.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import steward.worksheet.questions.Choice;
import steward.worksheet.questions.Reading;
import steward.worksheet.values.Money;
import steward.worksheet.values.Notation;

/** The thousands that a rep leaves out among colleagues: "95" beside a last year of $320,000 may well be $95,000. */
final class Thousands {

    /** What stands beside is so many times a figure that is likely short of its thousands. */
    private static final long TIMES_FEW = 1_000;

    /** "1.4" is said of millions. */
    private static final long MILLION = 1_000_000;

    private Thousands() {}

    /** Whether they seem to be left out of a figure, beside an amount that is known. */
    static boolean areLeftOut(Money figure, Optional<Money> beside) {
        return figure.isPositive()
                && beside.filter(known -> known.minor() / TIMES_FEW >= figure.minor())
                        .isPresent();
    }

    /**
     * Asks whether they were.
     *
     * @param digits the figure as typed
     * @param mayBeShare whether it may be a percentage of last year as well
     */
    static Reading<Money> asked(Money figure, String digits, boolean mayBeShare, Notation notation) {
        boolean isOfMillions = digits.contains(".");
        String whole = new Money(figure.minor() * (isOfMillions ? MILLION : TIMES_FEW)).shown(notation);
        String likely = isOfMillions ? whole : digits + "k";
        List<Choice> choices = new ArrayList<>(List.of(new Choice(whole, likely)));
        if (mayBeShare) {
            choices.add(Choice.of(digits + "%"));
        }
        choices.add(Choice.of(figure.shown(notation)));
        return Reading.unclear(
                "Did you mean " + whole + "? Then say `" + likely + "`"
                        + (mayBeShare ? "; for a share of last year say `" + digits + "%`" : "") + ", and `"
                        + figure.shown(notation) + "` if that is all of it.",
                choices);
    }
}
