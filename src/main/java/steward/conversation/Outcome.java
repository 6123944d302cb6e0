package steward.conversation;

import java.util.List;
import java.util.Optional;
import steward.message.Message;

/**
 * What a turn came to, besides what it wrote.
 *
 * @param aside a private reply to a slash command, shown where it was typed
 */
public record Outcome(List<Saying> sayings, List<Shrunk> shrunk, Optional<Message> aside) {

    public static final Outcome NOTHING = new Outcome(List.of(), List.of(), Optional.empty());

    public Outcome {
        sayings = List.copyOf(sayings);
        shrunk = List.copyOf(shrunk);
    }

    /** A private reply, and nothing else. */
    public static Outcome aside(Message message) {
        return new Outcome(List.of(), List.of(), Optional.of(message));
    }
}
