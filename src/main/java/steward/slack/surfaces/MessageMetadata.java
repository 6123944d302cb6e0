package steward.slack.surfaces;

import com.google.gson.JsonObject;
import steward.message.About;
import steward.message.Intent;

/** The metadata that a message of Steward's carries in Slack: by its intent it is found again, and what it asks can be told by others. */
final class MessageMetadata {

    private MessageMetadata() {}

    static String of(Intent intent) {
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
            case REPLY, FOCUS, FILE -> "steward_reply";
        };
        JsonObject metadata = new JsonObject();
        metadata.addProperty("event_type", type);
        metadata.add("event_payload", payload);
        return metadata.toString();
    }
}
