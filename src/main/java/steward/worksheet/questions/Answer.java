package steward.worksheet.questions;

/**
 * One kind of answer: how a reply is read, shown back to the rep, and kept.
 *
 * <p>What is kept is the text that the database holds and reports rely on, so {@link #kept} must never change for a value, and
 * {@code restored(kept(v))} equals {@code v}.
 */
public interface Answer<T> {

    /** Reads what the rep typed, picked or tapped. Never throws for any text. */
    Reading<T> read(String said, Situation situation);

    /** The value as Steward says it: "$250,000", "Fri 12 Mar 2027", "1 h 30". */
    String shown(T value, Situation situation);

    /** The value as the database holds it: minor units, ISO dates, minutes. */
    String kept(T value);

    /** The value back from what the database holds. */
    T restored(String kept);

    /** Whether a calendar helps to give it. */
    default boolean isDate() {
        return false;
    }

    /** Whether it is free text, and so may be long. */
    default boolean isLong() {
        return false;
    }

    /** Whether it is several things, each perhaps on a line of its own. */
    default boolean isList() {
        return false;
    }

    /** Whether it is a plain yes or no. */
    default boolean isYesNo() {
        return false;
    }
}
