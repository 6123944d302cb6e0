package steward.sandbox.workspace;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import steward.sandbox.http.Json;
import steward.sandbox.http.JsonLinesFile;

/**
 * Every message of the workspace, as Slack's own JSON, oldest first.
 *
 * <p>Kept in {@code messages.jsonl}: a line for each message {@code posted}, {@code changed} (the whole message as it
 * is now) or {@code deleted}. Messages for one person's eyes ({@code is_ephemeral}) are held in memory alone: Slack
 * forgets those too. Safe for many threads; listeners hear of a change after it was written, in the order of the file,
 * and must be quick.
 */
public final class MessageHistory implements AutoCloseable {

    /** In an ephemeral message: whose eyes it is for. */
    public static final String READER = "reader";

    public enum Kind {
        POSTED,
        CHANGED,
        DELETED
    }

    /**
     * What happened to a message, and the time stamp of that; {@code before} is the message as it was (for a new one,
     * the message itself).
     */
    public record Change(Kind kind, String channel, String ts, JsonObject message, JsonObject before) {}

    public interface Listener {
        void heard(Change change);
    }

    private final SandboxClock clock;
    private final JsonLinesFile file;
    private final Map<String, NavigableMap<String, JsonObject>> channels = new HashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private long lastMicros;

    public MessageHistory(Path data, SandboxClock clock) {
        this.clock = clock;
        this.file = new JsonLinesFile(data.resolve("messages.jsonl"));
        file.saved().forEach(this::replay);
        clock.notBefore(Instant.EPOCH.plus(lastMicros, ChronoUnit.MICROS));
    }

    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** A time stamp that no message has had: later than every one before it. */
    public synchronized String nextTs() {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        lastMicros = Math.max(now, lastMicros + 1);
        return String.format("%d.%06d", lastMicros / 1_000_000, lastMicros % 1_000_000);
    }

    /** Adds a message under a new time stamp, which is also set in it; answers what was kept. */
    public synchronized JsonObject post(String channel, JsonObject message) {
        JsonObject kept = message.deepCopy();
        kept.addProperty("ts", nextTs());
        in(channel).put(Json.string(kept, "ts"), kept);
        record("posted", channel, kept);
        tell(new Change(Kind.POSTED, channel, Json.string(kept, "ts"), kept.deepCopy(), kept.deepCopy()));
        return kept.deepCopy();
    }

    /** Puts a changed message in the place of the one with its {@code ts}, which must exist. */
    public synchronized JsonObject change(String channel, JsonObject message) {
        JsonObject kept = message.deepCopy();
        JsonObject before = in(channel).replace(Json.string(kept, "ts"), kept);
        if (before == null) {
            throw new IllegalArgumentException("No such message.");
        }
        record("changed", channel, kept);
        tell(new Change(Kind.CHANGED, channel, nextTs(), kept.deepCopy(), before));
        return kept.deepCopy();
    }

    public synchronized boolean delete(String channel, String ts) {
        JsonObject before = in(channel).remove(ts);
        if (before == null) {
            return false;
        }
        record("deleted", channel, before);
        tell(new Change(Kind.DELETED, channel, nextTs(), before.deepCopy(), before));
        return true;
    }

    public synchronized Optional<JsonObject> find(String channel, String ts) {
        return Optional.ofNullable(in(channel).get(ts)).map(JsonObject::deepCopy);
    }

    /** The replies to a message, oldest first. */
    public synchronized List<JsonObject> replies(String channel, String parentTs) {
        return copies(in(channel).tailMap(parentTs, false).values().stream()
                .filter(message -> Json.string(message, "thread_ts").equals(parentTs))
                .toList());
    }

    /** Everything in a channel, oldest first, what only one person sees included. */
    public synchronized List<JsonObject> all(String channel) {
        return copies(in(channel).values());
    }

    @Override
    public synchronized void close() {
        file.close();
    }

    /** Everything in a channel that this person sees, oldest first. */
    public synchronized List<JsonObject> seenBy(String userId, String channel) {
        return all(channel).stream()
                .filter(message ->
                        !isEphemeral(message) || Json.string(message, READER).equals(userId))
                .toList();
    }

    public static boolean isEphemeral(JsonObject message) {
        return Json.isTrue(message, "is_ephemeral");
    }

    private NavigableMap<String, JsonObject> in(String channel) {
        // Time stamps have the same number of digits until the year 2286, so text order is time order.
        return channels.computeIfAbsent(channel, any -> new TreeMap<>());
    }

    private void record(String kind, String channel, JsonObject message) {
        if (!isEphemeral(message)) {
            file.append(Json.object("kind", kind, "channel", channel, "message", message));
        }
    }

    private void replay(JsonObject line) {
        JsonObject message = Json.child(line, "message");
        String ts = Json.string(message, "ts");
        NavigableMap<String, JsonObject> channel = in(Json.string(line, "channel"));
        lastMicros = Math.max(lastMicros, Long.parseLong(ts.replace(".", "")));
        if (Json.string(line, "kind").equals("deleted")) {
            channel.remove(ts);
        } else {
            channel.put(ts, message);
        }
    }

    private void tell(Change change) {
        listeners.forEach(listener -> listener.heard(change));
    }

    private static List<JsonObject> copies(Collection<JsonObject> messages) {
        List<JsonObject> copies = new ArrayList<>();
        messages.forEach(message -> copies.add(message.deepCopy()));
        return copies;
    }
}
