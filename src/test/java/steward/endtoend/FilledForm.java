package steward.endtoend;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;

/** A form that Steward opened, with what a person put into its fields, as Slack sends it back. All the fields are of words. */
record FilledForm(JsonObject view) {

    /**
     * A form that is filled in.
     *
     * @param id the same for all that is sent of one opened form
     * @param words by question; the other fields stay as they were opened
     */
    static FilledForm of(JsonObject opened, String id, Map<String, String> words) {
        JsonObject values = new JsonObject();
        for (JsonElement each : opened.getAsJsonArray("blocks")) {
            JsonObject block = each.getAsJsonObject();
            if (block.get("type").getAsString().equals("input")) {
                JsonObject element = block.getAsJsonObject("element");
                String blockId = block.get("block_id").getAsString();
                String question = blockId.split("\\|", -1)[1];
                JsonObject value = new JsonObject();
                value.addProperty("type", "plain_text_input");
                value.add("value", element.get("initial_value"));
                if (words.containsKey(question)) {
                    value.addProperty("value", words.get(question));
                }
                JsonObject action = new JsonObject();
                action.add(element.get("action_id").getAsString(), value);
                values.add(blockId, action);
            }
        }
        JsonObject state = new JsonObject();
        state.add("values", values);
        JsonObject view = opened.deepCopy();
        view.addProperty("id", id);
        view.add("state", state);
        return new FilledForm(view);
    }

    /** Sent back by the person. */
    SignedDelivery sent() {
        return sentBy(StubSlack.USER);
    }

    SignedDelivery sentBy(String user) {
        JsonObject payload = SignedDelivery.interaction("view_submission");
        payload.getAsJsonObject("user").addProperty("id", user);
        payload.addProperty("trigger_id", "of the form");
        payload.add("view", view);
        return SignedDelivery.interaction(payload);
    }
}
