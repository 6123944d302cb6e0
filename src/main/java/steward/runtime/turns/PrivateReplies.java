package steward.runtime.turns;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.runtime.chat.Chat;
import steward.runtime.chat.ChatResult;
import steward.runtime.sending.KeyedExecutor;

/** Shows reps what only they are to see, beside what they tapped. Tried once. */
public final class PrivateReplies {

    private static final Logger LOG = LoggerFactory.getLogger(PrivateReplies.class);

    private final Chat chat;
    private final KeyedExecutor executor;

    public PrivateReplies(Chat chat, KeyedExecutor executor) {
        this.chat = chat;
        this.executor = executor;
    }

    /** Returns at once. */
    void show(Delivery delivery, String body) {
        executor.execute(delivery.rep().team(), () -> {
            ChatResult<Void> shown = chat.replyPrivately(delivery.rep(), delivery.origin(), body);
            if (!shown.isDone()) {
                LOG.warn("A private reply did not arrive: {}", shown.error());
            }
        });
    }
}
