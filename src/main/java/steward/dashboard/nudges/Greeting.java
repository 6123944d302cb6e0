package steward.dashboard.nudges;

import java.time.LocalTime;
import steward.dashboard.Reader;
import steward.message.Words;

/** The greeting that begins the day's first nudge. */
final class Greeting {

    private Greeting() {}

    /** "Good morning, Priya. ", or "Good afternoon, Priya. " if it is noon or later where the rep is. */
    static Words at(LocalTime time, Reader reader) {
        String good = time.isBefore(LocalTime.NOON) ? "Good morning" : "Good afternoon";
        return reader.firstName().isEmpty() ? Words.of(good + ". ") : Words.of(good + ", {}. ", reader.firstName());
    }
}
