package steward.sandbox.workspace;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import steward.sandbox.http.ApiError;
import steward.sandbox.http.Json;

/**
 * The modals that people have open: each person has one stack of views, of which they see the top.
 *
 * <p>Held in memory alone: what is open is lost with a restart, as it is when Slack is closed. Safe for many threads.
 */
public final class ModalStacks {

    static final int STACK_VIEWS_MAX = 3;

    public interface Listener {
        void changed(String userId, List<JsonObject> stack);
    }

    private final Map<String, List<JsonObject>> stacks = new HashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** Shows a view in the place of whatever the person had open. */
    public synchronized void open(String userId, JsonObject view) {
        List<JsonObject> stack = new ArrayList<>();
        stack.add(view);
        stacks.put(userId, stack);
        tell(userId);
    }

    /** Puts a view on top; refuses a fourth. */
    public synchronized void push(String userId, JsonObject view) {
        List<JsonObject> stack = stack(userId);
        if (stack.size() >= STACK_VIEWS_MAX) {
            throw new ApiError("push_limit_reached");
        }
        stack.add(view);
        tell(userId);
    }

    /** Puts a changed view in the place of the one with its id; nothing happens if that is gone. */
    public synchronized void replace(JsonObject view) {
        String id = Json.string(view, "id");
        stacks.forEach((userId, stack) -> {
            for (int i = 0; i < stack.size(); i++) {
                if (Json.string(stack.get(i), "id").equals(id)) {
                    stack.set(i, view);
                    tell(userId);
                }
            }
        });
    }

    /** Takes a view away, and whatever lies on it. */
    public synchronized void close(String viewId) {
        stacks.forEach((userId, stack) -> {
            int at = ids(stack).indexOf(viewId);
            if (at >= 0) {
                stack.subList(at, stack.size()).clear();
                tell(userId);
            }
        });
    }

    /** A person's views, the one they see last. */
    public synchronized List<JsonObject> of(String userId) {
        return stack(userId).stream().map(JsonObject::deepCopy).toList();
    }

    public synchronized Optional<JsonObject> find(String viewId) {
        return find("id", viewId);
    }

    public synchronized Optional<JsonObject> byExternalId(String externalId) {
        return externalId.isEmpty() ? Optional.empty() : find("external_id", externalId);
    }

    /** Whose view it is. */
    public synchronized Optional<String> owner(String viewId) {
        return stacks.entrySet().stream()
                .filter(entry -> ids(entry.getValue()).contains(viewId))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Optional<JsonObject> find(String key, String value) {
        return stacks.values().stream()
                .flatMap(List::stream)
                .filter(view -> Json.string(view, key).equals(value))
                .map(JsonObject::deepCopy)
                .findFirst();
    }

    private List<JsonObject> stack(String userId) {
        return stacks.computeIfAbsent(userId, any -> new ArrayList<>());
    }

    private static List<String> ids(List<JsonObject> stack) {
        return stack.stream().map(view -> Json.string(view, "id")).toList();
    }

    private void tell(String userId) {
        List<JsonObject> stack = of(userId);
        listeners.forEach(listener -> listener.changed(userId, stack));
    }
}
