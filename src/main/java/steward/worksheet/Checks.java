package steward.worksheet;

import java.util.Optional;
import steward.worksheet.questions.Check;
import steward.worksheet.values.Increase;
import steward.worksheet.values.Money;

/** The rules that answers keep beyond being readable. */
final class Checks {

    private Checks() {}

    static Check<Money> aboveZero() {
        return (money, situation) ->
                money.isPositive() ? Optional.empty() : Optional.of("It has to be more than nothing.");
    }

    /** A renewal needs a last year to renew. */
    static Check<Increase> somethingToDefend() {
        return (increase, situation) -> increase.isRenewal()
                        && situation
                                .get(Worksheet.LAST_YEAR)
                                .filter(lastYear -> !lastYear.isPositive())
                                .isPresent()
                ? Optional.of("There is no revenue of last year to defend. I need an amount, like `25k`.")
                : Optional.empty();
    }
}
