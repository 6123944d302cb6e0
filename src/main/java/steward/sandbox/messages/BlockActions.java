package steward.sandbox.messages;

import static java.util.Map.entry;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Map;
import java.util.Optional;
import steward.sandbox.http.Json;

/** The {@code actions} and the {@code state} of a {@code block_actions} payload. */
public final class BlockActions {

    /** What each stateful element calls the value chosen, and the value it starts with. */
    private record Chosen(String value, String initial) {}

    private static final Map<String, Chosen> STATEFUL = Map.ofEntries(
            entry("static_select", new Chosen("selected_option", "initial_option")),
            entry("multi_static_select", new Chosen("selected_options", "initial_options")),
            entry("checkboxes", new Chosen("selected_options", "initial_options")),
            entry("radio_buttons", new Chosen("selected_option", "initial_option")),
            entry("conversations_select", new Chosen("selected_conversation", "initial_conversation")),
            entry("datepicker", new Chosen("selected_date", "initial_date")),
            entry("timepicker", new Chosen("selected_time", "initial_time")),
            entry("plain_text_input", new Chosen("value", "initial_value")),
            entry("number_input", new Chosen("value", "initial_value")),
            entry("email_text_input", new Chosen("value", "initial_value")),
            entry("url_text_input", new Chosen("value", "initial_value")));

    private BlockActions() {}

    /** The interactive elements of a block, whichever place they stand in. */
    static JsonArray elements(JsonObject block) {
        JsonArray elements = new JsonArray();
        if (block.has("accessory")) {
            elements.add(block.get("accessory"));
        }
        if (block.has("element")) {
            elements.add(block.get("element"));
        }
        Json.objects(block, "elements").forEach(elements::add);
        return elements;
    }

    /** An element of a message or view, with the {@code block_id} it stands in. */
    public static Optional<JsonObject> find(JsonObject place, String blockId, String actionId) {
        for (JsonObject block : Json.objects(place, "blocks")) {
            if (Json.string(block, "block_id").equals(blockId)) {
                for (JsonElement element : elements(block)) {
                    if (Json.string(element.getAsJsonObject(), "action_id").equals(actionId)) {
                        JsonObject found = element.getAsJsonObject().deepCopy();
                        found.addProperty("block_id", blockId);
                        return Optional.of(found);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** What was done with {@code element}; {@code choice} holds the option or date picked, if any. */
    public static JsonObject action(JsonObject element, JsonObject choice, String ts) {
        String type = Json.string(element, "type");
        JsonObject action = Json.object(
                "type", type,
                "action_id", Json.string(element, "action_id"),
                "block_id", Json.string(element, "block_id"));
        if (type.equals("button")) {
            action.add("text", element.get("text"));
            copy(element, "value", action);
            copy(element, "style", action);
        }
        if (type.equals("overflow")) {
            copy(choice, "selected_option", action);
        }
        Chosen chosen = STATEFUL.get(type);
        if (chosen != null) {
            copy(choice, chosen.value(), action);
            copy(element, chosen.initial(), action);
            copy(element, "placeholder", action);
        }
        action.addProperty("action_ts", ts);
        return escaped(action);
    }

    /** {@code state.values} of a message or view as it is now: what was picked or typed, else what the element started with. */
    public static JsonObject state(JsonObject place, JsonObject picked) {
        JsonObject values = new JsonObject();
        for (JsonObject block : Json.objects(place, "blocks")) {
            String blockId = Json.string(block, "block_id");
            for (JsonElement item : elements(block)) {
                JsonObject element = item.getAsJsonObject();
                String actionId = Json.string(element, "action_id");
                Chosen chosen = STATEFUL.get(Json.string(element, "type"));
                if (chosen != null) {
                    put(values, blockId, actionId, value(element, chosen, Json.child(picked, blockId)));
                }
            }
        }
        return values;
    }

    private static JsonObject value(JsonObject element, Chosen chosen, JsonObject picked) {
        JsonElement already = picked.get(Json.string(element, "action_id"));
        JsonElement value = already == null
                ? element.get(chosen.initial())
                : already.getAsJsonObject().get(chosen.value());
        boolean isNone = value == null || value.isJsonNull();
        boolean isMany = chosen.value().endsWith("s");
        return Json.object(
                "type", Json.string(element, "type"), chosen.value(), isNone && isMany ? new JsonArray() : value);
    }

    public static void keep(JsonObject state, JsonObject action) {
        Chosen chosen = STATEFUL.get(Json.string(action, "type"));
        if (chosen != null) {
            JsonObject value = Json.object("type", Json.string(action, "type"));
            copy(action, chosen.value(), value);
            put(state, Json.string(action, "block_id"), Json.string(action, "action_id"), value);
        }
    }

    /** A copy in which plain texts are escaped: Slack hands blocks back so, although they were not sent so. */
    public static JsonObject escaped(JsonObject value) {
        JsonObject copy = new JsonObject();
        boolean plain = Json.string(value, "type").equals("plain_text");
        value.entrySet().forEach(entry -> {
            JsonElement child = entry.getValue();
            boolean words = plain && entry.getKey().equals("text") && child.isJsonPrimitive();
            copy.add(
                    entry.getKey(),
                    words ? new JsonPrimitive(TypedText.escape(child.getAsString())) : escapedElement(child));
        });
        return copy;
    }

    private static JsonElement escapedElement(JsonElement value) {
        if (value.isJsonObject()) {
            return escaped(value.getAsJsonObject());
        }
        if (value.isJsonArray()) {
            JsonArray copy = new JsonArray();
            value.getAsJsonArray().forEach(item -> copy.add(escapedElement(item)));
            return copy;
        }
        return value;
    }

    private static void put(JsonObject values, String blockId, String actionId, JsonObject value) {
        JsonObject block = Json.child(values, blockId);
        block.add(actionId, value);
        values.add(blockId, block);
    }

    private static void copy(JsonObject from, String key, JsonObject to) {
        if (from.has(key)) {
            to.add(key, from.get(key));
        }
    }
}
