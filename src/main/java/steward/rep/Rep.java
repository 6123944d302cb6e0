package steward.rep;

import java.time.ZoneId;

/**
 * A salesperson who plans with Steward: their name, time zone and preferences.
 *
 * @param gone whether they left the workspace, or were deactivated there
 */
public record Rep(RepId id, String name, ZoneId zone, Preferences preferences, boolean gone) {

    /** A rep who is there. */
    public Rep(RepId id, String name, ZoneId zone, Preferences preferences) {
        this(id, name, zone, preferences, false);
    }

    /** A rep of whose way of working nothing is known yet. */
    public Rep(RepId id, String name, ZoneId zone) {
        this(id, name, zone, Preferences.NONE);
    }

    /** Whether summer begins in December where they are. */
    public boolean isSouthern() {
        return Hemispheres.isSouthern(zone);
    }

    /** What a friend calls them: "Priya". Empty while their name is not known. */
    public String firstName() {
        String first = name.strip();
        int space = first.indexOf(' ');
        return space < 0 ? first : first.substring(0, space);
    }
}
