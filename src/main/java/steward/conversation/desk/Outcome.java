package steward.conversation.desk;

import java.util.List;
import java.util.Optional;
import steward.message.About;
import steward.message.Form;
import steward.message.Message;
import steward.message.Purpose;

/**
 * What a turn came to, besides what it wrote.
 *
 * @param aside a private reply, shown where the command was typed or the button tapped
 * @param form a form to open before the rep
 * @param inPlace whether the private reply takes the place of the message that was tapped, which has had its day
 */
public record Outcome(
        List<Saying> sayings, List<Shrunk> shrunk, Optional<Message> aside, Optional<Form> form, boolean inPlace) {

    public static final Outcome NOTHING = new Outcome(List.of(), List.of());

    public Outcome {
        sayings = List.copyOf(sayings);
        shrunk = List.copyOf(shrunk);
    }

    public Outcome(List<Saying> sayings, List<Shrunk> shrunk, Optional<Message> aside, Optional<Form> form) {
        this(sayings, shrunk, aside, form, false);
    }

    public Outcome(List<Saying> sayings, List<Shrunk> shrunk) {
        this(sayings, shrunk, Optional.empty(), Optional.empty());
    }

    /**
     * A message in the chat, and nothing else.
     *
     * @param intent the id that it is sent under
     */
    public static Outcome reply(String intent, About about, Message message) {
        return new Outcome(List.of(new Saying(intent, Purpose.REPLY, about, message, Optional.empty())), List.of());
    }

    /** A private reply, and nothing else. */
    public static Outcome aside(Message message) {
        return new Outcome(List.of(), List.of(), Optional.of(message), Optional.empty());
    }

    /** The same, and a private reply. */
    public Outcome with(Message reply) {
        return new Outcome(sayings, shrunk, Optional.of(reply), form);
    }

    /** The same; what was tapped is used up, and the private reply stands in its place. */
    public Outcome insteadOfTapped() {
        return new Outcome(sayings, shrunk, aside, form, true);
    }

    /** The same, but what is told first stands where the rep tapped; a question that follows stays a message of its own. */
    public Outcome toldInsteadOfTapped() {
        if (sayings.isEmpty() || sayings.get(0).purpose() != Purpose.REPLY) {
            return this;
        }
        return new Outcome(sayings.subList(1, sayings.size()), shrunk)
                .with(sayings.get(0).message())
                .insteadOfTapped();
    }

    /** A form to open, and nothing else. */
    public static Outcome form(Form form) {
        return new Outcome(List.of(), List.of(), Optional.empty(), Optional.of(form));
    }
}
