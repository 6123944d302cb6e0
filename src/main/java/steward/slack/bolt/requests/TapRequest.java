package steward.slack.bolt.requests;

import com.google.gson.JsonObject;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.BlockActionRequest;

/**
 * A tap as Bolt's request for it, with its payload as it came.
 *
 * <p>The library's own way reads all of the message or the view that was tapped, of which only the id is of use, with a new Gson for each
 * tap: that takes longer than the whole turn, and fails where Slack has changed the shape of a block.
 */
public final class TapRequest extends BlockActionRequest {

    private final JsonObject json;

    public TapRequest(JsonObject payload, RequestHeaders headers) {
        super("", null, headers);
        this.json = payload;
        InteractionContext.fill(getContext(), payload);
    }

    public JsonObject json() {
        return json;
    }
}
