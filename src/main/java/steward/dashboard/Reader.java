package steward.dashboard;

import java.time.LocalDate;
import java.util.Optional;
import steward.rep.Preferences;
import steward.worksheet.values.Money;
import steward.worksheet.values.Notation;

/**
 * The rep who reads a message: what its wording depends on.
 *
 * @param firstName what a friend calls them; empty while their name is not known
 * @param today the rep's own day
 * @param preferences how they work
 */
public record Reader(String firstName, LocalDate today, Notation notation, Preferences preferences) {

    /** What an hour of theirs costs, if they said so. */
    public Optional<Money> breakEven() {
        return preferences.breakEven().map(Money::new);
    }

    /** The day on which the rep hears of what is put off to a day: nudges come on working days. */
    public LocalDate hearsOn(LocalDate day) {
        return preferences.firstWorkday(day);
    }

    /** Whether "this year" is this one for the rep, and "last year" the one before it. */
    public boolean isRunning(int year) {
        return today.getYear() == year;
    }

    /** This reader where others read along, whom it does not concern what an hour costs. */
    public Reader amongOthers() {
        return new Reader(firstName, today, notation, preferences.withBreakEven(Optional.empty()));
    }
}
