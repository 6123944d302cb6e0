package steward.runtime.chat;

import java.util.Optional;
import steward.message.Form;
import steward.message.Message;
import steward.message.MessageRef;

/**
 * How a chat product draws what Steward says: as the text that its API takes, which is what is stored until it is sent. Pure: it calls
 * nobody.
 */
public interface Renderer {

    /**
     * A message's body.
     *
     * @param thread the message that it replies to, in its thread
     */
    String message(Message message, Optional<MessageRef> thread);

    /** A message's body, in no thread. */
    default String message(Message message) {
        return message(message, Optional.empty());
    }

    /** The same body with less in it, for where the chat refuses it as it is: without charts, then as text alone; empty if it is that already. */
    Optional<String> simpler(String body);

    /** The same body outside of its thread; empty if it stands in none. */
    Optional<String> withoutThread(String body);

    /**
     * A reply that only the rep sees, where they did something.
     *
     * @param inPlace whether it takes the place of the message that was tapped
     */
    String privateReply(Message reply, boolean inPlace);

    /** A form, to be opened before whoever did something there. */
    RenderedForm form(Form form, Origin origin);

    /** A private reply where there is no conversation to show it in. */
    RenderedForm sheet(Message reply, Origin origin);

    /** A Home tab. */
    String home(Message home);

    /**
     * What a rep is told when something that they share is not taken where they want it.
     *
     * @param refused why
     * @param place where it was to go
     */
    Message notShared(ChatResult<?> refused, String place);

    /**
     * What a rep is told when a file that they asked for is not taken: why, and how to mend it.
     *
     * @param refused why
     */
    String fileNotTaken(ChatResult<?> refused);
}
