package steward.message;

/**
 * What a message or its buttons are about: a plan, and a blank in it.
 *
 * @param plan the plan's id, empty if it is about none
 * @param question the question's key, empty if it is about none
 * @param row the table row from 1; 0 outside tables
 */
public record About(String plan, String question, int row) {

    public static final About NOTHING = new About("", "", 0);

    /** What a nudge of some kind is about: all that it names. */
    public static About nudge(String kind) {
        return new About("", kind, 0);
    }

    public static About plan(String plan) {
        return new About(plan, "", 0);
    }
}
