package steward.slack;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import steward.rep.RepId;

/** Reads what a rep tapped; one delivery of Slack's may hold several taps. */
final class Taps {

    private Taps() {}

    /** @param payload a {@code block_actions} payload */
    static List<Delivery> read(JsonObject payload) {
        return rep(payload)
                .map(rep -> Json.objects(payload, "actions").stream()
                        .flatMap(action -> tap(rep, payload, action).stream())
                        .toList())
                .orElse(List.of());
    }

    /** Who did what an interaction payload tells of. */
    static Optional<RepId> rep(JsonObject payload) {
        JsonObject user = Json.object(payload, "user");
        String team = firstOf(Json.text(Json.object(payload, "team"), "id"), Json.text(user, "team_id"));
        RepId rep = new RepId(team, Json.text(user, "id"));
        return rep.team().isEmpty() || rep.user().isEmpty() ? Optional.empty() : Optional.of(rep);
    }

    private static Optional<Delivery> tap(RepId rep, JsonObject payload, JsonObject action) {
        JsonObject container = Json.object(payload, "container");
        String channel = firstOf(Json.text(container, "channel_id"), Json.text(Json.object(payload, "channel"), "id"));
        String message = firstOf(Json.text(container, "message_ts"), Json.text(Json.object(payload, "message"), "ts"));
        String blockId = Json.text(action, "block_id");
        String key = String.join(
                " ", "tap", channel, message, blockId, Json.text(action, "action_id"), Json.text(action, "action_ts"));
        String trigger = Json.text(payload, "trigger_id");
        String says = says(action);
        if (says.isEmpty()) {
            return Optional.empty();
        }
        return Address.read(blockId)
                .map(address -> new Delivery(rep, key, Optional.empty(), trigger, new Deed.Tap(address.about(), says)));
    }

    /** What an element says, by what was tapped, picked or typed; empty if nothing was. */
    static String says(JsonObject element) {
        return Stream.of(
                        Json.text(element, "value"),
                        Json.text(Json.object(element, "selected_option"), "value"),
                        Json.text(element, "selected_date"),
                        Json.text(element, "selected_conversation"))
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String firstOf(String one, String other) {
        return one.isEmpty() ? other : one;
    }
}
