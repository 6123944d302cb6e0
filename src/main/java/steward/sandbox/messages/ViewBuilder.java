package steward.sandbox.messages;

import static steward.sandbox.http.Json.field;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.UUID;
import steward.sandbox.http.Json;
import steward.sandbox.workspace.SandboxClock;
import steward.sandbox.workspace.Workspace;

/** The view objects that Slack makes of what an app sends: with ids, a hash, and their place in a stack. */
public final class ViewBuilder {

    private final Workspace workspace;
    private final SandboxClock clock;

    public ViewBuilder(Workspace workspace, SandboxClock clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    /** The first view of a modal, or the Home tab. */
    public JsonObject root(JsonObject given) {
        String id = freshId();
        return view(given, id, id, "");
    }

    /** A view on top of {@code below}. */
    public JsonObject above(JsonObject below, JsonObject given) {
        return view(given, freshId(), Json.string(below, "root_view_id"), Json.string(below, "id"));
    }

    /** What stands in the place of {@code before} from now on. */
    public JsonObject instead(JsonObject before, JsonObject given) {
        return view(
                given,
                Json.string(before, "id"),
                Json.string(before, "root_view_id"),
                Json.string(before, "previous_view_id"));
    }

    private JsonObject view(JsonObject given, String id, String rootId, String previousId) {
        String type = Json.string(given, "type");
        JsonObject view = Json.object(
                field("id", id),
                field("team_id", workspace.teamId()),
                field("type", type),
                field("blocks", BlockIds.complete(blocks(given))),
                field("private_metadata", Json.string(given, "private_metadata")),
                field("callback_id", Json.string(given, "callback_id")),
                field("state", Json.object("values", new JsonObject())),
                field("hash", hash()),
                field("title", orNull(given, "title")),
                field("clear_on_close", Json.isTrue(given, "clear_on_close")),
                field("notify_on_close", Json.isTrue(given, "notify_on_close")),
                field("close", orNull(given, "close")),
                field("submit", orNull(given, "submit")),
                field("previous_view_id", previousId.isEmpty() ? null : previousId),
                field("root_view_id", rootId),
                field("app_id", workspace.appId()),
                field("external_id", Json.string(given, "external_id")),
                field("app_installed_team_id", workspace.teamId()),
                field("bot_id", workspace.botId()));
        if (given.has("submit_disabled")) {
            view.add("submit_disabled", given.get("submit_disabled"));
        }
        return view;
    }

    private static JsonArray blocks(JsonObject given) {
        return given.getAsJsonArray("blocks");
    }

    private static JsonElement orNull(JsonObject given, String key) {
        return given.has(key) ? given.get(key) : JsonNull.INSTANCE;
    }

    private String hash() {
        return clock.instant().getEpochSecond() + "." + random(8);
    }

    private static String freshId() {
        return "V" + random(10).toUpperCase(Locale.ROOT);
    }

    private static String random(int chars) {
        return UUID.randomUUID().toString().replace("-", "").substring(0, chars);
    }
}
