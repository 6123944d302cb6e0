package steward.slack;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.message.MessageRef;
import steward.rep.RepId;

/**
 * Takes Steward's messages back from the chat with a rep who is forgotten, the newest first, as slowly as Slack wants that.
 *
 * <p>Which ones is known in memory alone, so what is left when the process ends stays. Each is tried once, unless Slack asks to wait.
 */
final class Erasing {

    private static final Logger LOG = LoggerFactory.getLogger(Erasing.class);

    /** Slack takes about fifty a minute in a workspace. */
    private static final Duration BETWEEN_TWO = Duration.ofMillis(1_300);

    private final Workspaces workspaces;
    private final Later later;

    Erasing(Workspaces workspaces, Later later) {
        this.workspaces = workspaces;
        this.later = later;
    }

    /** Begins, and returns at once. */
    void begin(RepId rep, List<MessageRef> messages) {
        next(workspaces.in(rep.team()), new ArrayDeque<>(messages));
    }

    private void next(WebApi api, Deque<MessageRef> left) {
        MessageRef message = left.poll();
        if (message == null) {
            return;
        }
        JsonObject call = new JsonObject();
        call.addProperty("channel", message.channel());
        call.addProperty("ts", message.id());
        var unused = api.post("chat.delete", call).thenAccept(reply -> {
            if (reply.kind() == Reply.Kind.LIMITED) {
                left.addFirst(message);
            } else if (reply.kind() != Reply.Kind.OK) {
                LOG.warn("A message to a rep who is forgotten stays: {}", reply.error());
            }
            later.run(reply.after().compareTo(BETWEEN_TWO) > 0 ? reply.after() : BETWEEN_TWO, () -> next(api, left));
        });
    }
}
