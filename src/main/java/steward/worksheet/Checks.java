package steward.worksheet;

import java.util.Optional;

/** The rules that answers keep beyond being readable. */
final class Checks {

    private Checks() {}

    static Check<Money> aboveZero() {
        return (money, situation) ->
                money.isPositive() ? Optional.empty() : Optional.of("It has to be more than nothing, like `$250,000`.");
    }
}
