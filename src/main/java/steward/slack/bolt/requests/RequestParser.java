package steward.slack.bolt.requests;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.slack.api.app_backend.slash_commands.SlashCommandPayloadParser;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.UrlVerificationRequest;
import com.slack.api.util.json.GsonFactory;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import steward.slack.blocks.JsonFields;
import steward.slack.events.TeamId;

/**
 * Parses what Slack delivers, whichever way it came, into Bolt's requests.
 *
 * <p>Stricter than Bolt, which fails on what is no JSON or lacks a part: such is {@link MalformedRequest}. What Slack can send and Steward
 * has no use for is nothing.
 */
public final class RequestParser {

    /** Slack sends one, and a block has no more elements that could be tapped at once. */
    public static final int TAPS_MAX = 25;

    private static final Set<String> INTERACTIONS_WITHOUT_USE = Set.of(
            "view_closed",
            "block_suggestion",
            "shortcut",
            "message_action",
            "interactive_message",
            "dialog_submission",
            "dialog_cancellation",
            "dialog_suggestion",
            "workflow_step_edit");

    private static final String NO_SUCH_TYPE = "There is no such type of delivery.";

    private static final Gson GSON = GsonFactory.createSnakeCase();
    private static final SlashCommandPayloadParser COMMANDS = new SlashCommandPayloadParser();

    private RequestParser() {}

    /** Parses a request's body. */
    public static Optional<Request<?>> http(byte[] body, RequestHeaders headers) throws MalformedRequest {
        String text = StrictJson.utf8(body);
        return switch (mediaType(headers)) {
            case "application/json" -> json(StrictJson.json(text), text, headers);
            case "application/x-www-form-urlencoded" -> form(StrictJson.form(text), text, headers);
            default -> throw new MalformedRequest("Slack sends JSON or a form.");
        };
    }

    private static String mediaType(RequestHeaders headers) {
        String contentType = String.valueOf(headers.getFirstValue("Content-Type"));
        int parameters = contentType.indexOf(';');
        String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<Request<?>> json(JsonObject outer, String text, RequestHeaders headers)
            throws MalformedRequest {
        return switch (type(outer)) {
            case "url_verification" -> parsed(() -> new UrlVerificationRequest(text, headers));
            case "event_callback" -> event(outer, text, headers);
            case "app_rate_limited" -> Optional.empty();
            default -> throw new MalformedRequest(NO_SUCH_TYPE);
        };
    }

    private static Optional<Request<?>> form(Map<String, String> fields, String text, RequestHeaders headers)
            throws MalformedRequest {
        String payload = fields.get("payload");
        if (payload != null) {
            return interaction(StrictJson.json(payload), headers);
        }
        if (fields.containsKey("command")) {
            return command(text, COMMANDS.parse(text), headers);
        }
        if (fields.containsKey("ssl_check")) {
            return Optional.empty();
        }
        throw new MalformedRequest(NO_SUCH_TYPE);
    }

    /**
     * Parses what comes in an envelope of Socket Mode.
     *
     * @param type the envelope's
     */
    public static Optional<Request<?>> envelope(String type, JsonObject payload, RequestHeaders headers)
            throws MalformedRequest {
        return switch (type) {
            case "events_api" -> event(payload, payload.toString(), headers);
            case "interactive" -> interaction(payload, headers);
            case "slash_commands" -> command(payload, headers);
            default -> throw new MalformedRequest(NO_SUCH_TYPE);
        };
    }

    private static Optional<Request<?>> event(JsonObject payload, String text, RequestHeaders headers)
            throws MalformedRequest {
        return type(JsonFields.object(payload, "event")).isEmpty()
                ? Optional.empty()
                : parsed(() -> located(new EventRequest(text, headers), payload));
    }

    /** What the installation that is told does not say, the event itself may. */
    private static EventRequest located(EventRequest event, JsonObject payload) {
        EventContext context = event.getContext();
        // Where people of several organizations meet, the event's may be another one's.
        if (!TeamId.isWorkspace(context.getTeamId()) && !JsonFields.isTrue(payload, "is_ext_shared_channel")) {
            String workspace = TeamId.workspace(JsonFields.text(payload, "team_id"));
            context.setTeamId(workspace.isEmpty() ? null : workspace);
        }
        if (isMissing(context.getEnterpriseId())) {
            String organization = JsonFields.text(payload, "enterprise_id");
            context.setEnterpriseId(organization.isEmpty() ? null : organization);
        }
        if (!TeamId.isWorkspace(context.getTeamId())) {
            author(context, JsonFields.object(payload, "event"));
        }
        return event;
    }

    /** What an app says itself is nobody's, so that nobody asks where it was said. */
    private static void author(EventContext context, JsonObject event) {
        if (!JsonFields.text(event, "bot_id").isEmpty()) {
            context.setRequestUserId(null);
        }
        context.getAdditionalValues()
                .put(
                        InteractionContext.PROFILE_WORKSPACE,
                        JsonFields.firstOf(
                                TeamId.workspace(JsonFields.text(JsonFields.object(event, "user"), "team_id")),
                                TeamId.workspace(JsonFields.text(event, "user_team")),
                                TeamId.workspace(JsonFields.text(event, "team"))));
    }

    private static Optional<Request<?>> interaction(JsonObject payload, RequestHeaders headers)
            throws MalformedRequest {
        String type = type(payload);
        if (type.equals("block_actions")) {
            return taps(payload, headers);
        }
        if (type.equals("view_submission")) {
            return submission(payload, headers);
        }
        if (INTERACTIONS_WITHOUT_USE.contains(type)) {
            return Optional.empty();
        }
        throw new MalformedRequest("There is no such type of interaction.");
    }

    private static Optional<Request<?>> taps(JsonObject payload, RequestHeaders headers) throws MalformedRequest {
        JsonElement actions = payload.get("actions");
        if (actions == null || !actions.isJsonArray()) {
            return Optional.empty();
        }
        if (actions.getAsJsonArray().size() > TAPS_MAX) {
            throw new MalformedRequest("Nobody taps more than " + TAPS_MAX + " elements at once.");
        }
        return parsed(() -> new TapRequest(payload, headers));
    }

    /** Without the view's blocks, which nobody needs, and whose shapes change. */
    private static Optional<Request<?>> submission(JsonObject payload, RequestHeaders headers) throws MalformedRequest {
        JsonObject view = JsonFields.object(payload, "view");
        if (view.isEmpty() || JsonFields.object(payload, "user").isEmpty()) {
            return Optional.empty();
        }
        view.remove("blocks");
        return parsed(() -> new FormRequest(payload, headers));
    }

    private static Optional<Request<?>> command(JsonObject payload, RequestHeaders headers) throws MalformedRequest {
        try {
            return command(payload.toString(), GSON.fromJson(payload, SlashCommandPayload.class), headers);
        } catch (JsonParseException e) {
            throw new MalformedRequest("This is no slash command.");
        }
    }

    private static Optional<Request<?>> command(String body, SlashCommandPayload payload, RequestHeaders headers)
            throws MalformedRequest {
        boolean isNowhere = isMissing(payload.getTeamId()) && isMissing(payload.getEnterpriseId());
        if (isNowhere || isMissing(payload.getUserId()) || isMissing(payload.getTriggerId())) {
            throw new MalformedRequest("A command comes with a team or its organization, a user and a trigger.");
        }
        return parsed(() -> new SlashCommandRequest(body, payload, headers));
    }

    private static boolean isMissing(@Nullable String field) {
        return field == null || field.isEmpty();
    }

    private static String type(JsonObject object) {
        return JsonFields.text(object, "type");
    }

    /** One of Bolt's requests. */
    private interface Parsing {
        Request<?> parse();
    }

    /** What is of another shape than Slack's makes Bolt fail in many ways, all of them unchecked. */
    private static Optional<Request<?>> parsed(Parsing parsing) throws MalformedRequest {
        try {
            return Optional.of(parsing.parse());
        } catch (JsonParseException
                | IllegalStateException
                | UnsupportedOperationException
                | ClassCastException
                | NullPointerException e) {
            throw new MalformedRequest("This has not the shape of what Slack delivers.");
        }
    }
}
