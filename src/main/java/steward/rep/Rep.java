package steward.rep;

import java.time.ZoneId;

/** A salesperson who plans with Steward: what they are called, and the clock they live by. */
public record Rep(RepId id, String name, ZoneId zone) {

    /** What a friend calls them: "Priya". Empty while their name is not known. */
    public String firstName() {
        String first = name.strip();
        int space = first.indexOf(' ');
        return space < 0 ? first : first.substring(0, space);
    }
}
