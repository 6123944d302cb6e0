package steward.conversation.session;

import java.util.Optional;
import steward.message.About;
import steward.message.Message;
import steward.message.MessageRef;
import steward.message.Purpose;

/**
 * A message to send in the rep's DM, or, if the rep wants it shared, elsewhere.
 *
 * @param intent the id it is sent under
 * @param thread the message it replies to, in its thread; empty: in the DM itself
 * @param channel where it is shared; empty: it is for the rep alone
 * @param file the file that is uploaded in its place, if it is one
 */
public record OutgoingMessage(
        String intent,
        Purpose purpose,
        About about,
        Message message,
        Optional<MessageRef> thread,
        Optional<String> channel,
        Optional<FileRequest> file) {

    public OutgoingMessage(
            String intent,
            Purpose purpose,
            About about,
            Message message,
            Optional<MessageRef> thread,
            Optional<String> channel) {
        this(intent, purpose, about, message, thread, channel, Optional.empty());
    }

    public OutgoingMessage(String intent, Purpose purpose, About about, Message message, Optional<MessageRef> thread) {
        this(intent, purpose, about, message, thread, Optional.empty());
    }

    /** A file, uploaded with a caption of its own. */
    public static OutgoingMessage file(String intent, About about, FileRequest wanted, Optional<String> channel) {
        return new OutgoingMessage(
                intent, Purpose.FILE, about, Message.of(), Optional.empty(), channel, Optional.of(wanted));
    }
}
