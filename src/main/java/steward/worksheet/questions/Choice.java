package steward.worksheet.questions;

/**
 * A quick answer that the rep may tap instead of typing.
 *
 * @param label what the button says
 * @param says what tapping it says for the rep, as if typed
 */
public record Choice(String label, String says) {

    /** A quick answer that reads as it is labelled. */
    public static Choice of(String label) {
        return new Choice(label, label);
    }
}
