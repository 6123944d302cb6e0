package steward.sandbox.workspace;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import steward.sandbox.http.Json;
import steward.sandbox.http.JsonLinesFile;

/**
 * What the app's Home tab shows to each person, kept in {@code homes.jsonl}: a line for each time it was published.
 *
 * <p>Safe for many threads.
 */
public final class HomeTabs implements AutoCloseable {

    public interface Listener {
        void published(String userId, JsonObject view);
    }

    private final JsonLinesFile file;
    private final Map<String, JsonObject> homes = new HashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    public HomeTabs(Path data) {
        file = new JsonLinesFile(data.resolve("homes.jsonl"));
        file.saved().forEach(line -> homes.put(Json.string(line, "user"), Json.child(line, "view")));
    }

    public void listen(Listener listener) {
        listeners.add(listener);
    }

    public synchronized void publish(String userId, JsonObject view) {
        homes.put(userId, view.deepCopy());
        file.append(Json.object("user", userId, "view", view));
        listeners.forEach(listener -> listener.published(userId, view));
    }

    public synchronized Optional<JsonObject> of(String userId) {
        return Optional.ofNullable(homes.get(userId)).map(JsonObject::deepCopy);
    }

    public synchronized Optional<JsonObject> find(String viewId) {
        return owner(viewId).flatMap(this::of);
    }

    /** Whose Home tab it is. */
    public synchronized Optional<String> owner(String viewId) {
        return homes.entrySet().stream()
                .filter(entry -> Json.string(entry.getValue(), "id").equals(viewId))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public synchronized void close() {
        file.close();
    }
}
