package steward.sandbox.workspace;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import steward.sandbox.http.Json;
import steward.sandbox.http.JsonLinesFile;

/**
 * How far each conversation and each thread in it has been read, kept in {@code reads.jsonl}.
 *
 * <p>Safe for many threads.
 */
public final class ReadMarks implements AutoCloseable {

    public interface Listener {
        void read(String channel, String threadTs, String ts);
    }

    private final JsonLinesFile file;
    /** By channel, then by the time stamp of the thread's parent (empty for the conversation itself). */
    private final Map<String, JsonObject> marks = new HashMap<>();

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    public ReadMarks(Path data) {
        file = new JsonLinesFile(data.resolve("reads.jsonl"));
        file.saved()
                .forEach(line -> in(Json.string(line, "channel"))
                        .addProperty(Json.string(line, "thread_ts"), Json.string(line, "ts")));
    }

    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** Says that all up to {@code ts} has been read; an older mark changes nothing. */
    public synchronized void mark(String channel, String threadTs, String ts) {
        if (ts.compareTo(Json.string(in(channel), threadTs)) > 0) {
            in(channel).addProperty(threadTs, ts);
            file.append(Json.object("channel", channel, "thread_ts", threadTs, "ts", ts));
            listeners.forEach(listener -> listener.read(channel, threadTs, ts));
        }
    }

    public synchronized JsonObject of(String channel) {
        return in(channel).deepCopy();
    }

    @Override
    public synchronized void close() {
        file.close();
    }

    private JsonObject in(String channel) {
        return marks.computeIfAbsent(channel, any -> new JsonObject());
    }
}
