package steward.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import steward.rep.RepId;

/**
 * A person in some workspace, and all that they can do there, as Slack delivers it. No two of their deliveries are the same.
 *
 * @param room their DM with Steward
 */
public record Somebody(RepId id, String room) {

    static final String RESPONSE_URL = "https://hooks.slack.com/actions/secret-of-the-address";

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final long FIRST_SECOND = 1_700_000_000;

    Somebody(String team, String user) {
        this(new RepId(team, user), "D" + user);
    }

    /** When their n-th message was written. */
    static String ts(int number) {
        return "%d.000100".formatted(FIRST_SECOND + number);
    }

    /** Slack's id of what was written then, in microseconds. */
    public static String ts(long micros) {
        return "%d.%06d".formatted(micros / 1_000_000, micros % 1_000_000);
    }

    /** @param action what the element brings with it; an element of the Home tab if it {@code isAtHome} */
    Gesture tap(JsonObject action, boolean isAtHome, int number) {
        JsonObject tapped = action.deepCopy();
        tapped.addProperty("action_ts", ts(number));
        JsonArray actions = new JsonArray();
        actions.add(tapped);
        JsonObject payload = payload("block_actions", number);
        payload.add("actions", actions);
        if (isAtHome) {
            JsonObject view = new JsonObject();
            view.addProperty("type", "home");
            view.addProperty("id", "V" + number + id.user());
            payload.add("view", view);
        } else {
            JsonObject container = new JsonObject();
            container.addProperty("channel_id", room);
            container.addProperty("message_ts", ts(number));
            payload.add("container", container);
            payload.addProperty("response_url", RESPONSE_URL);
        }
        return interaction(payload);
    }

    /** @param view with what stands in its fields */
    Gesture sends(JsonObject view, int number) {
        JsonObject sent = view.deepCopy();
        sent.addProperty("id", "V" + number + id.user());
        JsonObject payload = payload("view_submission", number);
        payload.add("view", sent);
        return interaction(payload);
    }

    private JsonObject payload(String type, int number) {
        JsonObject user = new JsonObject();
        user.addProperty("id", id.user());
        user.addProperty("team_id", id.team());
        JsonObject team = new JsonObject();
        team.addProperty("id", id.team());
        JsonObject payload = new JsonObject();
        payload.addProperty("type", type);
        payload.add("user", user);
        payload.add("team", team);
        payload.addProperty("trigger_id", "trigger " + number + id.user());
        return payload;
    }

    private static Gesture interaction(JsonObject payload) {
        return new Gesture(FORM, "payload=" + encoded(payload.toString()));
    }

    /** @param typed with its slash */
    Gesture commands(String typed, int number) {
        String[] parts = typed.split("\\s+", 2);
        return new Gesture(
                FORM,
                "team_id=" + id.team() + "&user_id=" + id.user() + "&channel_id=" + room + "&command="
                        + encoded(parts[0]) + "&text=" + encoded(parts.length > 1 ? parts[1] : "") + "&trigger_id="
                        + encoded("command " + number + id.user()));
    }

    Gesture writes(String text, int number) {
        return inDm(message(text, ts(number)));
    }

    /** @param thread when the message was written that this one replies to */
    Gesture replies(String text, String thread, int number) {
        JsonObject message = message(text, ts(number));
        message.addProperty("thread_ts", thread);
        return inDm(message);
    }

    /** @param where the channel in which the message stands, or is said to */
    Gesture edits(String where, String ts, String text, int number) {
        JsonObject edited = new JsonObject();
        edited.addProperty("user", id.user());
        edited.addProperty("ts", ts(number));
        JsonObject message = message(text, ts);
        message.add("edited", edited);
        JsonObject event = new JsonObject();
        event.addProperty("subtype", "message_changed");
        event.add("message", message);
        event.add("previous_message", message("what stood there before", ts));
        return inDm(event, where);
    }

    Gesture deletes(String where, String ts) {
        JsonObject event = new JsonObject();
        event.addProperty("subtype", "message_deleted");
        event.addProperty("deleted_ts", ts);
        event.add("previous_message", message("what stood there before", ts));
        return inDm(event, where);
    }

    private JsonObject message(String text, String ts) {
        JsonObject message = new JsonObject();
        message.addProperty("user", id.user());
        message.addProperty("ts", ts);
        message.addProperty(
                "text", text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        return message;
    }

    private Gesture inDm(JsonObject message) {
        return inDm(message, room);
    }

    private Gesture inDm(JsonObject message, String where) {
        message.addProperty("type", "message");
        message.addProperty("channel_type", "im");
        message.addProperty("channel", where);
        JsonObject callback = new JsonObject();
        callback.addProperty("type", "event_callback");
        callback.addProperty("team_id", id.team());
        callback.add("event", message);
        return new Gesture("application/json", callback.toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
