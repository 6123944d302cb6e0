package steward.conversation;

import java.util.List;
import java.util.Optional;
import steward.message.Form;
import steward.message.Message;

/**
 * What a turn came to, besides what it wrote.
 *
 * @param aside a private reply, shown where the command was typed or the button tapped
 * @param form a form to open before the rep
 */
public record Outcome(List<Saying> sayings, List<Shrunk> shrunk, Optional<Message> aside, Optional<Form> form) {

    public static final Outcome NOTHING = new Outcome(List.of(), List.of());

    public Outcome {
        sayings = List.copyOf(sayings);
        shrunk = List.copyOf(shrunk);
    }

    public Outcome(List<Saying> sayings, List<Shrunk> shrunk) {
        this(sayings, shrunk, Optional.empty(), Optional.empty());
    }

    /** A private reply, and nothing else. */
    public static Outcome aside(Message message) {
        return new Outcome(List.of(), List.of(), Optional.of(message), Optional.empty());
    }

    /** The same, and a private reply. */
    Outcome with(Message reply) {
        return new Outcome(sayings, shrunk, Optional.of(reply), form);
    }

    /** A form to open, and nothing else. */
    public static Outcome form(Form form) {
        return new Outcome(List.of(), List.of(), Optional.empty(), Optional.of(form));
    }
}
