package steward.runtime.sending;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.message.MessageRef;
import steward.rep.RepId;
import steward.runtime.chat.Chat;
import steward.runtime.chat.ChatResult;

/**
 * Deletes Steward's messages from the chat with a rep who is forgotten, in the order given, as slowly as the chat wants that.
 *
 * <p>Which ones is known in memory alone, so what is left when the process ends stays. Each is tried once, unless the chat asks to wait.
 */
public final class MessageEraser {

    private static final Logger LOG = LoggerFactory.getLogger(MessageEraser.class);

    /** Slack, the slower of the chats, takes about fifty a minute in a workspace. */
    private static final Duration BETWEEN_TWO = Duration.ofMillis(1_300);

    private final Chat chat;
    private final KeyedExecutor executor;
    private final Timer timer;

    public MessageEraser(Chat chat, KeyedExecutor executor, Timer timer) {
        this.chat = chat;
        this.executor = executor;
        this.timer = timer;
    }

    /** Begins, and returns at once. */
    public void erase(RepId rep, List<MessageRef> messages) {
        next(rep.team(), new ArrayDeque<>(messages));
    }

    private void next(String workspace, Deque<MessageRef> left) {
        MessageRef message = left.poll();
        if (message != null) {
            executor.execute(workspace, () -> {
                ChatResult<Void> deleted = chat.delete(workspace, message);
                if (!deleted.after().isZero()) {
                    left.addFirst(message);
                } else if (!deleted.isDone()) {
                    LOG.warn("A message to a rep who is forgotten stays: {}", deleted.error());
                }
                Duration asked = deleted.after();
                timer.run(asked.compareTo(BETWEEN_TWO) > 0 ? asked : BETWEEN_TWO, () -> next(workspace, left));
            });
        }
    }
}
