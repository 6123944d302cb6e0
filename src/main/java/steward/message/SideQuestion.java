package steward.message;

import java.util.List;
import java.util.Optional;

/**
 * What a message asks beside the worksheet, and what a reply to it does: one of a few things that may be picked by number or name, or a value.
 *
 * @param value the value that it asks for; empty if it asks for none
 * @param words what any words answer that mean nothing else; empty if it doesn't ask for words
 */
public record SideQuestion(List<Option> options, Optional<Value> value, Optional<Value> words) {

    /**
     * One of the things that may be picked.
     *
     * @param number what may be typed for it, beside its name
     * @param plan the id of the plan that it is about, empty if it is about none
     * @param says what picking it says in the rep's place
     */
    public record Option(int number, String name, String plan, String says) {}

    /**
     * A value that is asked for.
     *
     * @param about the question whose reader takes the reply, in its plan and row
     * @param says what is said in the rep's place, before the reply
     * @param label what the reply would be, in a few words
     */
    public record Value(About about, String says, String label) {}

    public SideQuestion {
        options = List.copyOf(options);
    }

    public static SideQuestion which(List<Option> options) {
        return new SideQuestion(options, Optional.empty(), Optional.empty());
    }

    public static SideQuestion value(About about, String says, String label) {
        return new SideQuestion(List.of(), Optional.of(new Value(about, says, label)), Optional.empty());
    }

    /** Asks for words, like what to do next. */
    public static SideQuestion words(About about, String says, String label) {
        return new SideQuestion(List.of(), Optional.empty(), Optional.of(new Value(about, says, label)));
    }

    /** The same, which asks for the words that another asks for too. */
    public SideQuestion and(SideQuestion other) {
        return new SideQuestion(options, value, other.words);
    }

    /** The same, but for the words that it asks for. */
    public SideQuestion withoutWords() {
        return new SideQuestion(options, value, Optional.empty());
    }

    /** What may be tapped in a message, to be picked by its place or its label, or by the line in which it stands. */
    static SideQuestion among(Message message) {
        return which(Pickable.in(message));
    }
}
