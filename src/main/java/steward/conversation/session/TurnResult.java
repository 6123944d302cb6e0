package steward.conversation.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import steward.message.About;
import steward.message.Form;
import steward.message.Message;
import steward.message.MessageRef;
import steward.message.Purpose;
import steward.message.SideQuestion;

/**
 * What a turn results in, besides what it wrote: messages, updates of messages, a private reply, a form to open.
 *
 * @param aside a private reply, shown where the command was typed or the button tapped
 * @param form a form to open before the rep
 * @param inPlace whether the private reply takes the place of the message that was tapped, which has had its day
 */
public record TurnResult(
        List<OutgoingMessage> messages,
        List<MessageUpdate> updates,
        Optional<Message> aside,
        Optional<Form> form,
        boolean inPlace) {

    public static final TurnResult NOTHING = new TurnResult(List.of(), List.of());

    public TurnResult {
        messages = List.copyOf(messages);
        updates = List.copyOf(updates);
    }

    public TurnResult(
            List<OutgoingMessage> messages, List<MessageUpdate> updates, Optional<Message> aside, Optional<Form> form) {
        this(messages, updates, aside, form, false);
    }

    public TurnResult(List<OutgoingMessage> messages, List<MessageUpdate> updates) {
        this(messages, updates, Optional.empty(), Optional.empty());
    }

    /**
     * A message in the chat, and nothing else.
     *
     * @param intent the id that it is sent under
     */
    public static TurnResult reply(String intent, About about, Message message) {
        return new TurnResult(
                List.of(new OutgoingMessage(intent, Purpose.REPLY, about, message, Optional.empty())), List.of());
    }

    /** A private reply, and nothing else. */
    public static TurnResult aside(Message message) {
        return new TurnResult(List.of(), List.of(), Optional.of(message), Optional.empty());
    }

    /** What it asks beside the worksheet. */
    public Optional<SideQuestion> asked() {
        return Stream.concat(messages.stream().map(OutgoingMessage::message), aside.stream())
                .flatMap(message -> message.asked().stream())
                .reduce((first, second) -> second);
    }

    /** The same, and a private reply. */
    public TurnResult with(Message reply) {
        return new TurnResult(messages, updates, Optional.of(reply), form);
    }

    /** The same, and then what the other results in: two private replies become one. */
    public TurnResult and(TurnResult other) {
        return new TurnResult(
                Stream.concat(messages.stream(), other.messages.stream()).toList(),
                Stream.concat(updates.stream(), other.updates.stream()).toList(),
                Stream.concat(aside.stream(), other.aside.stream()).reduce(Message::then),
                form);
    }

    /**
     * The same in the talk: the private reply is a message in it, before the others, and no form opens.
     *
     * @param ids new ids
     * @param thread the thread that it stands in, if it is one
     */
    public TurnResult inTalk(Supplier<String> ids, Optional<MessageRef> thread) {
        Stream<OutgoingMessage> reply = aside.stream()
                .map(message -> new OutgoingMessage(ids.get(), Purpose.REPLY, About.NOTHING, message, thread));
        return new TurnResult(Stream.concat(reply, messages.stream()).toList(), updates);
    }

    /** The same; what was tapped is used up, and the private reply stands in its place. */
    public TurnResult insteadOfTapped() {
        return new TurnResult(messages, updates, aside, form, true);
    }

    /** The same, but what is told first stands where the rep tapped; a question that follows stays a message of its own. */
    public TurnResult toldInsteadOfTapped() {
        if (messages.isEmpty() || messages.get(0).purpose() != Purpose.REPLY) {
            return this;
        }
        return new TurnResult(messages.subList(1, messages.size()), updates)
                .with(messages.get(0).message())
                .insteadOfTapped();
    }

    /** A form to open, and nothing else. */
    public static TurnResult form(Form form) {
        return new TurnResult(List.of(), List.of(), Optional.empty(), Optional.of(form));
    }
}
