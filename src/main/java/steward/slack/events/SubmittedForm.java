package steward.slack.events;

import static steward.slack.blocks.JsonFields.object;
import static steward.slack.blocks.JsonFields.text;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import steward.message.About;
import steward.rep.RepId;
import steward.runtime.chat.Origin;
import steward.runtime.turns.Delivery;
import steward.runtime.turns.Input;
import steward.slack.blocks.BlockId;

/**
 * A form that a rep sent back, and what Slack can be answered to that.
 *
 * @param blockIds where each field stands in it, the first field first; there is at least one
 */
public record SubmittedForm(Delivery delivery, Map<About, String> blockIds) {

    /** The callback id of forms. */
    public static final String CALLBACK_ID = "form";

    /** Of one that was opened from the Home tab. */
    public static final String FROM_HOME_CALLBACK_ID = "form from home";

    /** The action id of what is filled in in a field. */
    public static final String ACTION_ID = "v";

    /**
     * Empty if it is none of Steward's.
     *
     * @param payload of type {@code view_submission}
     */
    public static Optional<SubmittedForm> of(JsonObject payload) {
        JsonObject view = object(payload, "view");
        Optional<RepId> rep = TapDeliveries.rep(payload);
        Optional<Origin> origin = origin(text(view, "callback_id"), text(payload, "trigger_id"));
        String id = text(view, "id");
        if (rep.isEmpty() || origin.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        Map<About, String> answers = new LinkedHashMap<>();
        Map<About, String> blockIds = new LinkedHashMap<>();
        JsonObject values = object(object(view, "state"), "values");
        values.keySet()
                .forEach(blockId -> BlockId.read(blockId).map(BlockId::about).ifPresent(about -> {
                    answers.put(about, TapDeliveries.says(object(object(values, blockId), ACTION_ID)));
                    blockIds.put(about, blockId);
                }));
        if (blockIds.isEmpty()) {
            return Optional.empty();
        }
        Input input = new Input.Sent(text(view, "private_metadata"), answers);
        return Optional.of(new SubmittedForm(
                new Delivery(rep.get(), "view " + id, Optional.empty(), origin.get(), input), blockIds));
    }

    /** Whence it was opened; empty if it is none of Steward's. */
    private static Optional<Origin> origin(String callbackId, String trigger) {
        return switch (callbackId) {
            case CALLBACK_ID -> Optional.of(Origin.in(Origin.Surface.FORM, trigger));
            case FROM_HOME_CALLBACK_ID -> Optional.of(Origin.in(Origin.Surface.HOME, trigger));
            default -> Optional.empty();
        };
    }

    /** What Slack is answered to keep the form open, with these words under their fields. */
    public JsonObject refused(Map<About, String> complaints) {
        JsonObject errors = new JsonObject();
        complaints.forEach((about, words) -> errors.addProperty(blockIds.getOrDefault(about, first()), words));
        return refused(errors);
    }

    /** The same, with words that are about no field in particular. */
    public JsonObject refused(String words) {
        JsonObject errors = new JsonObject();
        errors.addProperty(first(), words);
        return refused(errors);
    }

    /** What Slack is answered to show something to be read where the form was. */
    public static JsonObject replacedBy(String sheet) {
        JsonObject answer = new JsonObject();
        answer.addProperty("response_action", "update");
        answer.add("view", JsonParser.parseString(sheet));
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
