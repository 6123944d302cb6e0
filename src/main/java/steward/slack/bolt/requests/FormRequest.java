package steward.slack.bolt.requests;

import com.google.gson.JsonObject;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;

/** A form that was sent back as Bolt's request for it, with its payload as it came. */
public final class FormRequest extends ViewSubmissionRequest {

    private final JsonObject json;

    public FormRequest(JsonObject payload, RequestHeaders headers) {
        super("", payload.toString(), headers);
        this.json = payload;
        InteractionContext.fill(getContext(), payload);
    }

    public JsonObject json() {
        return json;
    }
}
