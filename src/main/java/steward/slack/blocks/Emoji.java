package steward.slack.blocks;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The emoji in what a person typed. Slack's text calls them by name ({@code :tada:}); the message's blocks tell which characters the
 * person typed. An emoji of the workspace's own has no characters, and keeps its name.
 */
public final class Emoji {

    /** Deeper than Slack ever nests them, so that a strange payload can't exhaust the stack. */
    private static final int BLOCKS_NESTED_MAX = 20;

    private Emoji() {}

    /**
     * The text with the characters that were typed in place of names.
     *
     * @param blocks the message's blocks, if it has any
     */
    public static String typed(String text, @Nullable JsonElement blocks) {
        Map<String, String> named = new LinkedHashMap<>();
        if (blocks != null) {
            collect(blocks, named, 0);
        }
        String typed = text;
        for (Map.Entry<String, String> emoji : named.entrySet()) {
            typed = typed.replace(emoji.getKey(), emoji.getValue());
        }
        return typed;
    }

    private static void collect(JsonElement in, Map<String, String> named, int depth) {
        if (depth > BLOCKS_NESTED_MAX) {
            return;
        }
        if (in.isJsonArray()) {
            in.getAsJsonArray().forEach(element -> collect(element, named, depth + 1));
        } else if (in.isJsonObject()) {
            JsonObject object = in.getAsJsonObject();
            String unicode = JsonFields.text(object, "unicode");
            if (JsonFields.text(object, "type").equals("emoji")
                    && unicode.matches("[0-9a-fA-F]{1,5}(-[0-9a-fA-F]{1,5}){0,15}")) {
                named.put(name(object), characters(unicode));
            }
            object.asMap().values().forEach(value -> collect(value, named, depth + 1));
        }
    }

    /** {@code :wave:}, or {@code :wave::skin-tone-3:}. */
    private static String name(JsonObject emoji) {
        JsonElement tone = emoji.get("skin_tone");
        String toned = tone != null && tone.isJsonPrimitive() ? ":skin-tone-" + tone.getAsString() + ":" : "";
        return ":" + JsonFields.text(emoji, "name") + ":" + toned;
    }

    private static String characters(String unicode) {
        StringBuilder characters = new StringBuilder();
        for (String code : unicode.split("-", -1)) {
            characters.appendCodePoint(Integer.parseInt(code, 16));
        }
        return characters.toString();
    }
}
