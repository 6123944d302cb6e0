package steward.slack.bolt;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.util.json.GsonFactory;

/**
 * A tap as Bolt's request for it, read without the message or the view that was tapped, of which only the ids are of use.
 *
 * <p>The library's own way reads all of these, with a new Gson for each tap, which takes longer than the whole turn, and fails where Slack
 * has changed the shape of a block.
 */
final class TapRequest extends BlockActionRequest {

    private static final Gson GSON = GsonFactory.createSnakeCase();

    private final BlockActionPayload payload;

    TapRequest(String body, JsonObject payload, RequestHeaders headers) {
        super(body, null, headers);
        this.payload = GSON.fromJson(slim(payload), BlockActionPayload.class);
        getContext().setTeamId(team(this.payload));
        getContext()
                .setRequestUserId(
                        this.payload.getUser() == null
                                ? null
                                : this.payload.getUser().getId());
        getContext().setTriggerId(this.payload.getTriggerId());
        getContext().setResponseUrl(this.payload.getResponseUrl());
    }

    private static JsonObject slim(JsonObject payload) {
        JsonObject slim = new JsonObject();
        payload.entrySet().forEach(field -> {
            JsonElement value = field.getValue();
            switch (field.getKey()) {
                case "message" -> slim.add("message", only(value, "ts"));
                case "view" -> slim.add("view", only(value, "id", "type"));
                case "state" -> {}
                default -> slim.add(field.getKey(), value);
            }
        });
        return slim;
    }

    private static JsonObject only(JsonElement object, String... fields) {
        JsonObject slim = new JsonObject();
        for (String field : fields) {
            if (object.isJsonObject()) {
                slim.add(field, object.getAsJsonObject().get(field));
            }
        }
        return slim;
    }

    private static String team(BlockActionPayload payload) {
        if (payload.getTeam() != null) {
            return payload.getTeam().getId();
        }
        return payload.getUser() == null ? "" : payload.getUser().getTeamId();
    }

    @Override
    public BlockActionPayload getPayload() {
        return payload;
    }
}
