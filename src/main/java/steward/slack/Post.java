package steward.slack;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.message.Intent;
import steward.message.Outbox;
import steward.message.Outbox.Pending;
import steward.message.Stamp;

/**
 * One message on its way into a rep's DM.
 *
 * <p>It is never sent again blindly. Once it may have arrived, the channel is searched for it first; only if it is not there is it sent
 * once more. Goes about one thing at a time, on whatever thread.
 */
final class Post implements Errand {

    private static final Logger LOG = LoggerFactory.getLogger(Post.class);

    private static final Optional<Duration> DONE = Optional.empty();
    private static final int PAGE_MESSAGES = 200;
    /** Time for a message whose answer got lost to show in the history. */
    private static final long FIRST_WAIT_SECONDS = 2;

    private static final long WAIT_SECONDS_MAX = 300;
    private static final int DOUBLINGS_MAX = 10;
    /** How far back to search before it was written down: our clock and Slack's may differ. */
    private static final Duration CLOCKS_APART = Duration.ofHours(1);

    private static final Set<String> BLOCKS_REFUSED =
            Set.of("invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long");

    private final Intent intent;
    private final JsonObject body;
    private final WebApi api;
    private final Outbox outbox;
    private final Instant earliest;

    private boolean inDoubt;
    private boolean textOnly;
    private int attempts;

    Post(Pending pending, JsonObject body, WebApi api, Outbox outbox) {
        this.intent = pending.intent();
        this.inDoubt = pending.inDoubt();
        this.body = body;
        this.api = api;
        this.outbox = outbox;
        this.earliest = pending.writtenAt().minus(CLOCKS_APART);
    }

    @Override
    public CompletableFuture<Optional<Duration>> go() {
        attempts++;
        return CompletableFuture.completedFuture(intent.rep())
                .thenCompose(rep -> outbox.room(rep).map(this::to).orElseGet(this::toNewRoom))
                .exceptionally(this::failed);
    }

    private CompletableFuture<Optional<Duration>> toNewRoom() {
        JsonObject who = new JsonObject();
        who.addProperty("users", intent.rep().user());
        return api.post("conversations.open", who).thenCompose(reply -> switch (reply.kind()) {
            // Without leave to open a DM, Slack still takes a message to the person, and says where it went.
            case OK, REFUSED -> to(learnt(Json.object(reply.json(), "channel")));
            case LIMITED, UNKNOWN -> again(reply);
        });
    }

    private String learnt(JsonObject opened) {
        String channel = Json.text(opened, "id");
        if (channel.isEmpty()) {
            return intent.rep().user();
        }
        outbox.room(intent.rep(), channel);
        return channel;
    }

    private CompletableFuture<Optional<Duration>> to(String channel) {
        if (!inDoubt) {
            return send(channel);
        }
        if (channel.equals(intent.rep().user())) {
            // Where it may have gone is not known yet; the rep's next message will tell.
            return again(Reply.unknown("no channel to search"));
        }
        return search(channel, "");
    }

    private CompletableFuture<Optional<Duration>> search(String channel, String cursor) {
        return searched(channel, cursor).thenCompose(reply -> switch (reply.kind()) {
            case OK -> {
                Optional<Stamp> arrived = arrival(reply.json());
                String next = Json.text(Json.object(reply.json(), "response_metadata"), "next_cursor");
                if (arrived.isPresent()) {
                    yield sent(channel, arrived.get());
                }
                yield next.isEmpty() ? sendAgain(channel) : search(channel, next);
            }
            case REFUSED -> refused(reply.error());
            case LIMITED, UNKNOWN -> again(reply);
        });
    }

    private CompletableFuture<Reply> searched(String channel, String cursor) {
        Map<String, String> fields = new HashMap<>();
        fields.put("channel", channel);
        fields.put("include_all_metadata", "true");
        fields.put("limit", String.valueOf(PAGE_MESSAGES));
        if (!cursor.isEmpty()) {
            fields.put("cursor", cursor);
        }
        fields.put("oldest", String.valueOf(earliest.getEpochSecond()));
        if (body.has("thread_ts")) {
            fields.put("ts", Json.text(body, "thread_ts"));
            return api.read("conversations.replies", fields);
        }
        return api.read("conversations.history", fields);
    }

    private Optional<Stamp> arrival(JsonObject page) {
        return Json.objects(page, "messages").stream()
                .filter(message -> intent.id().equals(Envelope.intentOf(message)))
                .findFirst()
                .flatMap(message -> Ts.read(Json.text(message, "ts")));
    }

    private CompletableFuture<Optional<Duration>> sendAgain(String channel) {
        inDoubt = false;
        return send(channel);
    }

    private CompletableFuture<Optional<Duration>> send(String channel) {
        outbox.sending(intent);
        inDoubt = true;
        return api.post("chat.postMessage", Envelope.of(intent, channel, content()))
                .thenCompose(reply -> switch (reply.kind()) {
                    case OK -> taken(channel, reply.json());
                    case REFUSED -> notTaken(channel, reply.error());
                    case LIMITED -> {
                        inDoubt = false;
                        yield again(reply);
                    }
                    case UNKNOWN -> again(reply);
                });
    }

    private JsonObject content() {
        JsonObject content = body.deepCopy();
        if (textOnly) {
            content.remove("blocks");
        }
        return content;
    }

    private CompletableFuture<Optional<Duration>> taken(String sentTo, JsonObject posted) {
        String channel = Json.text(posted, "channel");
        Optional<Stamp> stamp = Ts.read(Json.text(posted, "ts"));
        if (channel.isEmpty() || stamp.isEmpty()) {
            return again(Reply.unknown("no channel or ts in the answer"));
        }
        if (!channel.equals(sentTo)) {
            outbox.room(intent.rep(), channel);
        }
        return sent(channel, stamp.get());
    }

    private CompletableFuture<Optional<Duration>> sent(String channel, Stamp stamp) {
        outbox.sent(intent, channel, stamp);
        return CompletableFuture.completedFuture(DONE);
    }

    private CompletableFuture<Optional<Duration>> notTaken(String channel, String error) {
        if (BLOCKS_REFUSED.contains(error) && !textOnly) {
            LOG.error("Slack refused the blocks of message {} ({}): it goes as text", intent.id(), error);
            textOnly = true;
            return send(channel);
        }
        return refused(error);
    }

    private CompletableFuture<Optional<Duration>> refused(String error) {
        LOG.error("Slack refused message {} for good: {}", intent.id(), error);
        outbox.refused(intent, error);
        return CompletableFuture.completedFuture(DONE);
    }

    private CompletableFuture<Optional<Duration>> again(Reply reply) {
        LOG.warn("Message {} has to wait: {}", intent.id(), reply.error());
        Duration wait = reply.after().isZero() ? growing() : reply.after();
        return CompletableFuture.completedFuture(Optional.of(wait));
    }

    private Duration growing() {
        long seconds = FIRST_WAIT_SECONDS << Math.min(attempts - 1, DOUBLINGS_MAX);
        return Duration.ofSeconds(Math.min(seconds, WAIT_SECONDS_MAX));
    }

    private Optional<Duration> failed(Throwable failure) {
        LOG.error("Message {} has to wait, something failed", intent.id(), Trouble.of(failure));
        return Optional.of(growing());
    }
}
