package steward.slack.events;

import com.google.gson.JsonElement;
import org.jspecify.annotations.Nullable;
import steward.slack.blocks.Emoji;
import steward.slack.blocks.TypedText;

/** A message as Slack delivers it, by itself or inside an event. Gson makes these, so any field may be missing. */
class SlackMessage {

    private @Nullable String user;
    private @Nullable String botId;
    private @Nullable String text;
    private @Nullable String ts;
    private @Nullable JsonElement blocks;

    String user() {
        return read(user);
    }

    boolean isBots() {
        return botId != null;
    }

    String ts() {
        return read(ts);
    }

    /** What Slack made of what was typed. */
    String text() {
        return read(text);
    }

    /** What was typed. */
    String said() {
        return Emoji.typed(TypedText.from(text()), blocks);
    }

    static String read(@Nullable String text) {
        return text == null ? "" : TypedText.storable(text);
    }
}
