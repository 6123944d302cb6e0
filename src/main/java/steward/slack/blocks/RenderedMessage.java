package steward.slack.blocks;

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
public final class RenderedMessage {

    /** What {@code chat.update} refuses above, and Slack recommends everywhere. */
    public static final int TEXT_CHARACTERS_MAX = 4000;

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

    private RenderedMessage() {}

    public static JsonObject of(Message message) {
        JsonObject json = new JsonObject();
        String text = Mrkdwn.escaped(TEXT_CHARACTERS_MAX, PlainText.of(message));
        json.addProperty("text", text.isBlank() ? "…" : text);
        json.add("blocks", blocks(BlockKit.of(message)));
        return json;
    }

    /** A message that may reply to another, in its thread. */
    public static JsonObject of(Message message, Optional<MessageRef> thread) {
        JsonObject json = of(message);
        thread.ifPresent(parent -> json.addProperty("thread_ts", parent.id()));
        return json;
    }

    /** One of Slack's own objects. */
    public static JsonObject json(Object slacks) {
        return GSON.toJsonTree(slacks).getAsJsonObject();
    }

    public static JsonArray blocks(List<LayoutBlock> blocks) {
        JsonArray json = new JsonArray();
        blocks.forEach(block -> json.add(json(block)));
        return json;
    }
}
