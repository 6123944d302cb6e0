package steward.dashboard;

import java.time.LocalDate;
import java.util.Optional;
import steward.worksheet.Money;
import steward.worksheet.Notation;

/**
 * The rep for whom something is drawn.
 *
 * @param firstName what a friend calls them; empty while their name is not known
 * @param today the rep's own day
 * @param breakEven what an hour of theirs costs, if they said so
 */
public record Reader(String firstName, LocalDate today, Notation notation, Optional<Money> breakEven) {

    /** This reader where others read along, whom it does not concern what an hour costs. */
    public Reader amongOthers() {
        return new Reader(firstName, today, notation, Optional.empty());
    }
}
