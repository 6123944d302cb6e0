package steward.sandbox.messages;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.security.SecureRandom;
import steward.sandbox.http.Json;

/** The ids that Slack makes up for blocks and elements sent without one. */
final class BlockIds {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int ID_CHARS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private BlockIds() {}

    /** A copy in which every block has a {@code block_id} and every interactive element an {@code action_id}. */
    static JsonArray complete(JsonArray blocks) {
        JsonArray complete = blocks.deepCopy();
        for (JsonElement element : complete) {
            JsonObject block = element.getAsJsonObject();
            addMissing(block, "block_id");
            if (block.has("accessory")) {
                addActionId(block.getAsJsonObject("accessory"));
            }
            if (block.has("element")) {
                addActionId(block.getAsJsonObject("element"));
            }
            if (Json.string(block, "type").equals("actions")) {
                Json.objects(block, "elements").forEach(BlockIds::addActionId);
            }
        }
        return complete;
    }

    private static void addActionId(JsonObject element) {
        if (!Json.string(element, "type").equals("image")) {
            addMissing(element, "action_id");
        }
    }

    private static void addMissing(JsonObject object, String key) {
        if (!object.has(key)) {
            StringBuilder id = new StringBuilder();
            RANDOM.ints(ID_CHARS, 0, ALPHABET.length()).forEach(i -> id.append(ALPHABET.charAt(i)));
            object.addProperty(key, id.toString());
        }
    }
}
