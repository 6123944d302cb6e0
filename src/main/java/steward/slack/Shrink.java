package steward.slack;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.message.MessageRef;
import steward.message.Outbox;
import steward.rep.RepId;

/** A message that has had its day, and shrinks to a line. Tried once: nothing depends on it. */
record Shrink(RepId rep, String intent, JsonObject body, WebApi api, Outbox outbox) implements Errand {

    private static final Logger LOG = LoggerFactory.getLogger(Shrink.class);
    private static final Optional<Duration> DONE = Optional.empty();

    @Override
    public CompletableFuture<Optional<Duration>> go() {
        Optional<MessageRef> arrived = outbox.arrival(rep, intent).map(Outbox.Arrival::message);
        if (arrived.isEmpty()) {
            return CompletableFuture.completedFuture(DONE);
        }
        JsonObject call = body.deepCopy();
        call.addProperty("channel", arrived.get().channel());
        call.addProperty("ts", arrived.get().id());
        // Unlike when posting, the default here is to look for names and links.
        call.addProperty("parse", "none");
        return api.post("chat.update", call).thenApply(this::done);
    }

    private Optional<Duration> done(Reply reply) {
        if (reply.kind() != Reply.Kind.OK) {
            LOG.warn("Message {} stays as long as it was: {}", intent, reply.error());
        }
        return DONE;
    }
}
