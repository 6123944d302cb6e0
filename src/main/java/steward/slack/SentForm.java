package steward.slack;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import steward.message.About;
import steward.rep.RepId;

/**
 * A form that a rep sent back.
 *
 * @param blockIds where each field stands in it, the first field first; there is at least one
 */
record SentForm(Delivery delivery, Map<About, String> blockIds) {

    /**
     * Empty if it is none of Steward's.
     *
     * @param payload a {@code view_submission} payload
     */
    static Optional<SentForm> read(JsonObject payload) {
        JsonObject view = Json.object(payload, "view");
        Optional<RepId> rep = Taps.rep(payload);
        String id = Json.text(view, "id");
        Optional<Origin> origin = origin(Json.text(view, "callback_id"));
        if (rep.isEmpty() || id.isEmpty() || origin.isEmpty()) {
            return Optional.empty();
        }
        Map<About, String> answers = new LinkedHashMap<>();
        Map<About, String> blockIds = new LinkedHashMap<>();
        JsonObject values = Json.object(Json.object(view, "state"), "values");
        for (String blockId : values.keySet()) {
            Address.read(blockId).map(Address::about).ifPresent(about -> {
                JsonObject value = Json.object(Json.object(values, blockId), ModalView.ACTION_ID);
                answers.put(about, Typed.storable(Taps.says(value)));
                blockIds.put(about, blockId);
            });
        }
        if (blockIds.isEmpty()) {
            return Optional.empty();
        }
        Deed deed = new Deed.Sent(Json.text(view, "private_metadata"), answers);
        String trigger = Json.text(payload, "trigger_id");
        return Optional.of(new SentForm(
                new Delivery(rep.get(), "view " + id, Optional.empty(), trigger, origin.get(), deed), blockIds));
    }

    /** Whence it was opened; empty if it is none of Steward's. */
    private static Optional<Origin> origin(String callbackId) {
        return switch (callbackId) {
            case ModalView.CALLBACK_ID -> Optional.of(Origin.in(Origin.Surface.FORM));
            case ModalView.FROM_HOME_CALLBACK_ID -> Optional.of(Origin.in(Origin.Surface.HOME));
            default -> Optional.empty();
        };
    }

    /** What Slack is answered to keep the form open, with these words under their fields. */
    JsonObject refused(Map<About, String> complaints) {
        JsonObject errors = new JsonObject();
        complaints.forEach((about, words) -> errors.addProperty(blockIds.getOrDefault(about, first()), words));
        return refused(errors);
    }

    /** The same, with words that are about no field in particular. */
    JsonObject refused(String words) {
        JsonObject errors = new JsonObject();
        errors.addProperty(first(), words);
        return refused(errors);
    }

    /** What Slack is answered to show something to be read where the form was. */
    static JsonObject replacedBy(JsonObject sheet) {
        JsonObject answer = new JsonObject();
        answer.addProperty("response_action", "update");
        answer.add("view", sheet);
        return answer;
    }

    private static JsonObject refused(JsonObject errors) {
        JsonObject answer = new JsonObject();
        answer.addProperty("response_action", "errors");
        answer.add("errors", errors);
        return answer;
    }

    private String first() {
        return blockIds.values().iterator().next();
    }
}
