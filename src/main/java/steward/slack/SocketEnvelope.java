package steward.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What Slack delivers by Socket Mode: the same as by HTTP, with a wrapper around it.
 *
 * @param id by which it is acknowledged
 */
record SocketEnvelope(String id, String type, JsonObject payload, boolean isLastTry) {

    /** Slack's last attempt to deliver an event. */
    private static final int LAST_RETRY = 3;

    static SocketEnvelope read(JsonObject message) {
        JsonElement retry = message.get("retry_attempt");
        boolean isNumber = retry != null
                && retry.isJsonPrimitive()
                && retry.getAsJsonPrimitive().isNumber();
        return new SocketEnvelope(
                Json.text(message, "envelope_id"),
                Json.text(message, "type"),
                Json.object(message, "payload"),
                isNumber && retry.getAsInt() >= LAST_RETRY);
    }

    /** The same for all that one rep does, so that it can be kept in order. */
    String lane() {
        JsonObject event = Json.object(payload, "event");
        return switch (type) {
            case "events_api" ->
                lane(
                        Json.text(payload, "team_id"),
                        Json.text(event, "user"),
                        Json.text(Json.object(event, "message"), "user"),
                        Json.text(Json.object(event, "previous_message"), "user"),
                        Json.text(Json.object(event, "user"), "id"));
            case "slash_commands" -> lane(Json.text(payload, "team_id"), Json.text(payload, "user_id"));
            default ->
                lane(Json.text(Json.object(payload, "team"), "id"), Json.text(Json.object(payload, "user"), "id"));
        };
    }

    private static String lane(String team, String... users) {
        return team + " "
                + Stream.of(users).filter(user -> !user.isEmpty()).findFirst().orElse("");
    }

    /** Has it taken. */
    Answer deliver(Reception reception) throws Malformed {
        return switch (type) {
            case "events_api" -> reception.event(payload, isLastTry);
            case "interactive" -> reception.interaction(payload);
            case "slash_commands" -> reception.command(fields());
            default -> throw new Malformed("There is no such type of delivery.");
        };
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new HashMap<>();
        payload.keySet().forEach(name -> fields.put(name, Json.text(payload, name)));
        return fields;
    }

    /** What Slack is sent once it was taken. */
    String acknowledgement(Answer answer) throws Malformed {
        JsonObject acknowledgement = new JsonObject();
        acknowledgement.addProperty("envelope_id", id);
        if (!answer.body().isEmpty()) {
            acknowledgement.add("payload", Strict.json(answer.body()));
        }
        return acknowledgement.toString();
    }
}
