package steward.runtime.turns;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.message.About;
import steward.message.Intent;
import steward.message.Message;
import steward.message.Part;
import steward.message.Purpose;
import steward.message.Words;
import steward.runtime.chat.Chat;
import steward.runtime.chat.ChatResult;
import steward.runtime.chat.PostedMessage;
import steward.runtime.chat.Renderer;
import steward.runtime.sending.KeyedExecutor;

/**
 * Tells a rep that something went wrong.
 *
 * <p>Goes past the outbox, since it may be the store that fails, and is tried once: better no apology than two.
 */
public final class FailureReplies {

    private static final Logger LOG = LoggerFactory.getLogger(FailureReplies.class);

    private final Chat chat;
    private final Renderer renderer;
    private final KeyedExecutor executor;

    public FailureReplies(Chat chat, Renderer renderer, KeyedExecutor executor) {
        this.chat = chat;
        this.renderer = renderer;
        this.executor = executor;
    }

    public static Message message(String reference) {
        return Message.of(new Part.Paragraph(words(reference)));
    }

    public static Words words(String reference) {
        return Words.of(
                "Sorry, something went wrong on my side, and that may not be saved. Please look, and try again in a minute."
                        + " If it goes on, give your admin this reference: `{}`.",
                reference);
    }

    /** Says that a turn failed, and returns at once. */
    public void send(Delivery delivery, String reference) {
        send(delivery, reference, renderer.message(message(reference)));
    }

    /**
     * Says something about a delivery once, and returns at once.
     *
     * @param body as the renderer draws it
     */
    void send(Delivery delivery, String intentId, String body) {
        Intent intent = new Intent(intentId, delivery.rep(), Purpose.REPLY, About.NOTHING, body);
        String channel = delivery.room().orElse(delivery.rep().user());
        executor.execute(delivery.rep().team(), () -> {
            ChatResult<PostedMessage> sent = chat.post(intent, channel);
            if (!sent.isDone()) {
                LOG.warn("A reply about something that failed did not arrive: {}", sent.error());
            }
        });
    }
}
