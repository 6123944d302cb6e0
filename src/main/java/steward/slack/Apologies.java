package steward.slack;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.message.About;
import steward.message.Intent;
import steward.message.Message;
import steward.message.Part;
import steward.message.Purpose;
import steward.message.Words;

/**
 * Tells a rep that something went wrong.
 *
 * <p>Goes past the outbox, since it may be the store that fails, and is tried once: better no apology than two.
 */
final class Apologies {

    private static final Logger LOG = LoggerFactory.getLogger(Apologies.class);

    private final Workspaces workspaces;

    Apologies(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    static Message message(String reference) {
        return Message.of(new Part.Paragraph(words(reference)));
    }

    static Words words(String reference) {
        return Words.of(
                "Sorry, something went wrong on my side, and that was not saved. Please try again in a minute."
                        + " If it goes on, give your admin this reference: `{}`.",
                reference);
    }

    /** Returns at once. */
    void say(Delivery delivery, String reference) {
        say(delivery, reference, message(reference));
    }

    /** Says something else that failed, and returns at once. */
    void say(Delivery delivery, String intentId, Message message) {
        Intent intent = new Intent(intentId, delivery.rep(), Purpose.REPLY, About.NOTHING, "");
        String channel = delivery.room().orElse(delivery.rep().user());
        var unused = workspaces
                .in(delivery.rep().team())
                .post("chat.postMessage", Envelope.of(intent, channel, Drawn.of(message)))
                .thenAccept(reply -> {
                    if (reply.kind() != Reply.Kind.OK) {
                        LOG.warn("An apology did not arrive: {}", reply.error());
                    }
                });
    }
}
