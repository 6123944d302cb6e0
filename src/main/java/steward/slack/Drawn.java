package steward.slack;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonSerializer;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.RichTextSectionElement.TextStyle;
import java.util.List;
import java.util.Optional;
import steward.message.Message;
import steward.message.MessageRef;
import steward.message.PlainText;

/** A message as the JSON that Slack takes: its blocks, and its text for where blocks are not shown. */
final class Drawn {

    /** What {@code chat.update} refuses above, and Slack recommends everywhere. */
    static final int TEXT_CHARACTERS_MAX = 4000;

    private static final JsonSerializer<TextStyle> STYLE = (style, type, context) -> {
        JsonObject json = new JsonObject();
        if (style.isBold()) {
            json.addProperty("bold", true);
        }
        if (style.isItalic()) {
            json.addProperty("italic", true);
        }
        if (style.isCode()) {
            json.addProperty("code", true);
        }
        return json;
    };

    private static final Gson GSON = new GsonBuilder()
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .registerTypeAdapter(TextStyle.class, STYLE)
            .create();

    private Drawn() {}

    static JsonObject of(Message message) {
        JsonObject json = new JsonObject();
        String text = Mrkdwn.escaped(TEXT_CHARACTERS_MAX, PlainText.of(message));
        json.addProperty("text", text.isBlank() ? "…" : text);
        json.add("blocks", blocks(BlockKit.of(message)));
        return json;
    }

    /** A message that may reply to another, in its thread. */
    static JsonObject of(Message message, Optional<MessageRef> thread) {
        JsonObject json = of(message);
        thread.ifPresent(parent -> json.addProperty("thread_ts", parent.id()));
        return json;
    }

    /** The same without its charts, for where Slack refuses them; empty if it has none. */
    static Optional<JsonObject> withoutCharts(JsonObject content) {
        List<JsonObject> all = Json.objects(content, "blocks");
        List<JsonObject> kept = all.stream()
                .filter(block -> !Json.text(block, "type").equals(ChartBlock.TYPE))
                .toList();
        if (kept.size() == all.size()) {
            return Optional.empty();
        }
        JsonObject less = content.deepCopy();
        JsonArray blocks = new JsonArray();
        kept.forEach(blocks::add);
        less.add("blocks", blocks);
        return Optional.of(kept.isEmpty() ? textOnly(content) : less);
    }

    /** The same without any blocks. */
    static JsonObject textOnly(JsonObject content) {
        JsonObject text = content.deepCopy();
        text.remove("blocks");
        return text;
    }

    /** One of Slack's own objects. */
    static JsonObject json(Object slacks) {
        return GSON.toJsonTree(slacks).getAsJsonObject();
    }

    static JsonArray blocks(List<LayoutBlock> blocks) {
        JsonArray json = new JsonArray();
        blocks.forEach(block -> json.add(json(block)));
        return json;
    }
}
