package steward.slack.events;

import static steward.slack.events.SlackMessage.read;
import static steward.slack.events.TapDeliveries.firstOf;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    /** Empty if it is none of Steward's. */
    public static Optional<SubmittedForm> of(ViewSubmissionPayload payload) {
        View view = payload.getView();
        ViewSubmissionPayload.User user = payload.getUser();
        String team = payload.getTeam() == null ? "" : read(payload.getTeam().getId());
        Optional<RepId> rep = TapDeliveries.rep(firstOf(team, read(user.getTeamId())), read(user.getId()));
        String id = read(view.getId());
        Optional<Origin> origin = origin(read(view.getCallbackId()), read(payload.getTriggerId()));
        if (rep.isEmpty() || id.isEmpty() || origin.isEmpty() || view.getState() == null) {
            return Optional.empty();
        }
        Map<About, String> answers = new LinkedHashMap<>();
        Map<About, String> blockIds = new LinkedHashMap<>();
        view.getState()
                .getValues()
                .forEach((blockId, values) -> BlockId.read(blockId)
                        .map(BlockId::about)
                        .ifPresent(about -> {
                            answers.put(about, says(values.get(ACTION_ID)));
                            blockIds.put(about, blockId);
                        }));
        if (blockIds.isEmpty()) {
            return Optional.empty();
        }
        Input input = new Input.Sent(read(view.getPrivateMetadata()), answers);
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

    /** What a field says, by what was picked or typed in it; empty if nothing was. */
    private static String says(@Nullable Value value) {
        if (value == null) {
            return "";
        }
        return firstOf(
                read(value.getValue()),
                value.getSelectedOption() == null
                        ? ""
                        : read(value.getSelectedOption().getValue()),
                value.getSelectedOptions() == null
                        ? ""
                        : value.getSelectedOptions().stream()
                                .map(option -> read(option.getValue()))
                                .collect(Collectors.joining(" ")),
                read(value.getSelectedDate()),
                read(value.getSelectedConversation()));
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
