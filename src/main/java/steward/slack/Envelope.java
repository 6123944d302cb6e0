package steward.slack;

import com.google.gson.JsonObject;
import steward.message.About;
import steward.message.Intent;

/** What Slack is given to post: a message, where it goes, and by what it is known again. */
final class Envelope {

    private Envelope() {}

    /**
     * The arguments of {@code chat.postMessage}.
     *
     * @param content text, blocks and thread
     */
    static JsonObject of(Intent intent, String channel, JsonObject content) {
        JsonObject call = content.deepCopy();
        call.addProperty("channel", channel);
        call.addProperty("mrkdwn", false);
        call.addProperty("unfurl_links", false);
        call.addProperty("unfurl_media", false);
        call.add("metadata", metadata(intent));
        return call;
    }

    /** The intent that a message from Slack's history was posted under, empty if it has none. */
    static String intentOf(JsonObject message) {
        return Json.text(Json.object(Json.object(message, "metadata"), "event_payload"), "intent");
    }

    private static JsonObject metadata(Intent intent) {
        JsonObject payload = new JsonObject();
        payload.addProperty("intent", intent.id());
        About about = intent.about();
        String type = switch (intent.purpose()) {
            case QUESTION -> {
                payload.addProperty("plan", about.plan());
                payload.addProperty("question", about.question());
                payload.addProperty("row", about.row());
                yield "steward_question";
            }
            case NUDGE -> {
                payload.addProperty("kind", about.question());
                yield "steward_nudge";
            }
            case REPLY, FOCUS -> "steward_reply";
        };
        JsonObject metadata = new JsonObject();
        metadata.addProperty("event_type", type);
        metadata.add("event_payload", payload);
        return metadata;
    }
}
