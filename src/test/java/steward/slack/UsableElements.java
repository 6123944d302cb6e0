package steward.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import steward.slack.blocks.JsonFields;

/**
 * All that a person can use of what Steward shows: whatever is in its JSON is found there and used, so that a kind of button nobody has
 * heard of here is an error.
 */
final class UsableElements {

    private static final String DAY = "2026-04-15";

    private static final Set<String> TO_LOOK_AT =
            Set.of("header", "section", "context", "divider", "rich_text", "table", "data_visualization");

    private UsableElements() {}

    /** The actions that a tap on each thing in these blocks would deliver. */
    static List<JsonObject> taps(JsonArray blocks) {
        List<JsonObject> taps = new ArrayList<>();
        for (JsonElement each : blocks) {
            JsonObject block = each.getAsJsonObject();
            String type = JsonFields.text(block, "type");
            String blockId = JsonFields.text(block, "block_id");
            if (type.equals("actions")) {
                JsonFields.objects(block, "elements").forEach(element -> taps.addAll(taps(blockId, element)));
            } else if (type.equals("section") && block.has("accessory")) {
                taps.addAll(taps(blockId, JsonFields.object(block, "accessory")));
            } else if (!TO_LOOK_AT.contains(type) && !type.equals("input")) {
                throw new AssertionError("Nobody knows what can be done with " + block);
            }
        }
        return taps;
    }

    private static List<JsonObject> taps(String blockId, JsonObject element) {
        return uses(element).stream()
                .map(use -> {
                    JsonObject action = use.deepCopy();
                    action.addProperty("block_id", blockId);
                    action.add("action_id", element.get("action_id"));
                    return action;
                })
                .toList();
    }

    /** What comes back with an element, for each way to use it. */
    private static List<JsonObject> uses(JsonObject element) {
        return switch (JsonFields.text(element, "type")) {
            case "button" -> List.of(one("value", element.get("value")));
            case "static_select" ->
                JsonFields.objects(element, "options").stream()
                        .map(option -> one("selected_option", option))
                        .toList();
            case "datepicker" -> List.of(one("selected_date", string(DAY)));
            case "checkboxes" -> List.of(one("selected_options", element.get("options")));
            case "conversations_select" -> List.of(one("selected_conversation", string("C1")));
            case "plain_text_input" ->
                List.of(one(
                        "value", element.has("initial_value") ? element.get("initial_value") : string("30m for them")));
            default -> throw new AssertionError("Nobody knows how to use " + element);
        };
    }

    /** A view as it comes back when it is sent with something in every field. */
    static JsonObject filled(JsonObject view) {
        JsonObject values = new JsonObject();
        for (JsonObject block : JsonFields.objects(view, "blocks")) {
            if (JsonFields.text(block, "type").equals("input")) {
                JsonObject field = new JsonObject();
                field.add(
                        JsonFields.text(JsonFields.object(block, "element"), "action_id"),
                        uses(JsonFields.object(block, "element")).get(0));
                values.add(JsonFields.text(block, "block_id"), field);
            }
        }
        JsonObject state = new JsonObject();
        state.add("values", values);
        JsonObject sent = new JsonObject();
        for (String kept : List.of("callback_id", "private_metadata")) {
            sent.add(kept, view.get(kept));
        }
        sent.add("state", state);
        return sent;
    }

    private static JsonElement string(String text) {
        return new JsonPrimitive(text);
    }

    private static JsonObject one(String name, JsonElement value) {
        JsonObject one = new JsonObject();
        one.add(name, value);
        return one;
    }
}
