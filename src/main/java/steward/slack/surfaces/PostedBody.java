package steward.slack.surfaces;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import steward.slack.blocks.ChartBlock;
import steward.slack.blocks.JsonFields;

/** A message's body as it is stored until it is sent: JSON with its text, its blocks and the thread that it stands in. */
final class PostedBody {

    private static final String TEXT = "text";
    private static final String BLOCKS = "blocks";
    private static final String THREAD = "thread_ts";

    private final JsonObject json;

    private PostedBody(JsonObject json) {
        this.json = json;
    }

    /** @throws com.google.gson.JsonParseException if it is no body */
    static PostedBody of(String body) {
        return new PostedBody(JsonParser.parseString(body).getAsJsonObject());
    }

    String text() {
        return JsonFields.text(json, TEXT);
    }

    /** As JSON; null where all has been taken out. */
    @Nullable
    String blocks() {
        JsonElement blocks = json.get(BLOCKS);
        return blocks == null ? null : blocks.toString();
    }

    /** The message in whose thread it stands. */
    Optional<String> thread() {
        return Optional.of(JsonFields.text(json, THREAD)).filter(ts -> !ts.isEmpty());
    }

    /** Without its charts, or, if it has none, without any blocks; empty if it is text alone. */
    Optional<PostedBody> simpler() {
        if (!json.has(BLOCKS)) {
            return Optional.empty();
        }
        PostedBody less = withoutCharts();
        return Optional.of(less.json.equals(json) ? with(List.of()) : less);
    }

    /** Without its charts. */
    PostedBody withoutCharts() {
        return with(JsonFields.objects(json, BLOCKS).stream()
                .filter(block -> !JsonFields.text(block, "type").equals(ChartBlock.TYPE))
                .toList());
    }

    private PostedBody with(List<JsonObject> blocks) {
        JsonObject other = json.deepCopy();
        other.remove(BLOCKS);
        if (!blocks.isEmpty()) {
            JsonArray kept = new JsonArray();
            blocks.forEach(kept::add);
            other.add(BLOCKS, kept);
        }
        return new PostedBody(other);
    }

    /** Without the thread; empty if it stands in none. */
    Optional<PostedBody> withoutThread() {
        return thread().map(ts -> {
            JsonObject outside = json.deepCopy();
            outside.remove(THREAD);
            return new PostedBody(outside);
        });
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
