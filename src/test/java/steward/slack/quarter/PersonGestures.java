package steward.slack.quarter;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import steward.slack.Gesture;
import steward.slack.events.SubmittedForm;
import steward.slack.quarter.FakeSlack.Person;
import steward.slack.quarter.FakeSlack.Posted;

/** What a person of the quarter does in Slack, as Slack delivers it. */
final class PersonGestures {

    private PersonGestures() {}

    static final String TEAM = "T1";
    private static final String FORM = "application/x-www-form-urlencoded";

    /** A tap on something in a message. What was picked or pressed is a field of the element. */
    static Gesture tap(Person person, Posted message, String blockId, JsonObject element, Instant now) {
        JsonObject action = element.deepCopy();
        action.addProperty("block_id", blockId);
        action.addProperty("action_ts", now.toString());
        JsonObject container = new JsonObject();
        container.addProperty("channel_id", person.room);
        container.addProperty("message_ts", message.ts);
        JsonObject payload = by(person, "block_actions");
        payload.add("container", container);
        payload.add("actions", array(action));
        payload.addProperty("trigger_id", "tap " + now);
        return interaction(payload);
    }

    /** A form sent back, with what stands in each field. */
    static Gesture form(Person person, String token, Map<String, JsonObject> fields, Instant now) {
        JsonObject values = new JsonObject();
        fields.forEach((blockId, value) -> {
            JsonObject field = new JsonObject();
            field.add(SubmittedForm.ACTION_ID, value);
            values.add(blockId, field);
        });
        JsonObject state = new JsonObject();
        state.add("values", values);
        JsonObject view = new JsonObject();
        view.addProperty("id", "V" + person.id + now);
        view.addProperty("callback_id", SubmittedForm.CALLBACK_ID);
        view.addProperty("private_metadata", token);
        view.add("state", state);
        JsonObject payload = by(person, "view_submission");
        payload.add("view", view);
        return interaction(payload);
    }

    static Gesture command(Person person, String command, String text, Instant now) {
        return new Gesture(
                FORM,
                "team_id=" + TEAM + "&user_id=" + person.id + "&channel_id=" + person.room + "&command="
                        + encoded(command) + "&text=" + encoded(text) + "&trigger_id="
                        + encoded("command " + person.id + now));
    }

    /** Words in the thread of a message. */
    static Gesture reply(Person person, Posted message, String text, String ts) {
        JsonObject event = new JsonObject();
        event.addProperty("type", "message");
        event.addProperty("channel_type", "im");
        event.addProperty("channel", person.room);
        event.addProperty("user", person.id);
        event.addProperty("ts", ts);
        event.addProperty("thread_ts", message.ts);
        event.addProperty("text", text);
        return event(event);
    }

    /** Something has changed about a person. */
    static Gesture changed(Person person) {
        JsonObject event = new JsonObject();
        event.addProperty("type", "user_change");
        event.add("user", FakeSlack.profile(person));
        return event(event);
    }

    private static Gesture event(JsonObject event) {
        JsonObject callback = new JsonObject();
        callback.addProperty("type", "event_callback");
        callback.addProperty("team_id", TEAM);
        callback.add("event", event);
        return new Gesture("application/json", callback.toString());
    }

    private static Gesture interaction(JsonObject payload) {
        return new Gesture(FORM, "payload=" + encoded(payload.toString()));
    }

    private static JsonObject by(Person person, String type) {
        JsonObject user = new JsonObject();
        user.addProperty("id", person.id);
        user.addProperty("team_id", TEAM);
        JsonObject payload = new JsonObject();
        payload.addProperty("type", type);
        payload.add("user", user);
        return payload;
    }

    private static JsonArray array(JsonObject one) {
        JsonArray array = new JsonArray();
        array.add(one);
        return array;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
