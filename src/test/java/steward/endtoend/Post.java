package steward.endtoend;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A message in the chat, as Slack's own JSON. */
record Post(JsonObject json) {

    private static final String QUESTION = "steward_question";

    String ts() {
        return text(json, "ts");
    }

    String text() {
        return text(json, "text");
    }

    String user() {
        return text(json, "user");
    }

    boolean isByApp() {
        return json.has("bot_id");
    }

    String eventType() {
        return text(object(json, "metadata"), "event_type");
    }

    /** One value of the metadata's payload. */
    String payload(String name) {
        return text(object(object(json, "metadata"), "event_payload"), name);
    }

    boolean isQuestion() {
        return eventType().equals(QUESTION);
    }

    /** The question and row that it asks, like {@link Line#blank()}; empty if it asks none. */
    String blank() {
        return isQuestion() ? payload("question") + " " + payload("row") : "";
    }

    /** The buttons, menus and date pickers, each with the id of its block. */
    List<JsonObject> controls() {
        List<JsonObject> controls = new ArrayList<>();
        for (JsonElement element : array(json, "blocks")) {
            JsonObject block = element.getAsJsonObject();
            JsonArray interactive = new JsonArray();
            if (text(block, "type").equals("actions")) {
                interactive.addAll(array(block, "elements"));
            } else if (block.has("accessory")) {
                interactive.add(block.get("accessory"));
            }
            for (JsonElement each : interactive) {
                JsonObject control = each.getAsJsonObject().deepCopy();
                control.add("block_id", block.get("block_id"));
                controls.add(control);
            }
        }
        return controls;
    }

    /** What a tap on the button, or on the line of a menu, with this label sends; the ids, and the choice if it is one. */
    JsonObject tap(String label) {
        return controls().stream()
                .flatMap(control -> tap(control, label).stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no \"" + label + "\" to tap at " + this));
    }

    private static Optional<JsonObject> tap(JsonObject control, String label) {
        if (text(object(control, "text"), "text").equals(label)) {
            return Optional.of(ids(control));
        }
        for (JsonElement each : array(control, "options")) {
            if (text(object(each.getAsJsonObject(), "text"), "text").equals(label)) {
                JsonObject tap = ids(control);
                tap.add("selected_option", each);
                return Optional.of(tap);
            }
        }
        return Optional.empty();
    }

    /** What picking a date sends. */
    JsonObject pick(String date) {
        JsonObject tap = controls().stream()
                .filter(control -> text(control, "type").equals("datepicker"))
                .findFirst()
                .map(Post::ids)
                .orElseThrow(() -> new AssertionError("There is no date picker at " + this));
        tap.addProperty("selected_date", date);
        return tap;
    }

    private static JsonObject ids(JsonObject control) {
        JsonObject ids = new JsonObject();
        ids.add("block_id", control.get("block_id"));
        ids.add("action_id", control.get("action_id"));
        return ids;
    }

    /** Short, since it stands in the messages of failing tests. */
    @Override
    public String toString() {
        return "[" + ts() + " " + eventType() + " " + blank() + "] " + text();
    }

    private static String text(JsonObject json, String name) {
        return json.has(name) && json.get(name).isJsonPrimitive()
                ? json.get(name).getAsString()
                : "";
    }

    private static JsonObject object(JsonObject json, String name) {
        return json.has(name) && json.get(name).isJsonObject() ? json.getAsJsonObject(name) : new JsonObject();
    }

    private static JsonArray array(JsonObject json, String name) {
        return json.has(name) && json.get(name).isJsonArray() ? json.getAsJsonArray(name) : new JsonArray();
    }
}
