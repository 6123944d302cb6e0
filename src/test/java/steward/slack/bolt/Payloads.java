package steward.slack.bolt;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.util.EventsApiPayloadParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import steward.runtime.turns.Delivery;
import steward.slack.bolt.requests.MalformedRequest;
import steward.slack.bolt.requests.RequestParser;
import steward.slack.bolt.requests.TapRequest;
import steward.slack.events.AppEvents.AppHomeOpened;
import steward.slack.events.EventDeliveries;
import steward.slack.events.MessageEvent;
import steward.slack.events.SubmittedForm;

/** What Slack delivers, as JSON with single quotes, parsed as the program does. */
public final class Payloads {

    static {
        List.of(
                        MessageEvent.Written.class,
                        MessageEvent.ThreadBroadcast.class,
                        MessageEvent.MeMessage.class,
                        MessageEvent.FileShare.class,
                        MessageEvent.Changed.class,
                        MessageEvent.Deleted.class,
                        AppHomeOpened.class)
                .forEach(EventsApiPayloadParser::getEventTypeAndSubtype);
    }

    private Payloads() {}

    public static JsonObject taps(String json) {
        return ((TapRequest) interaction("block_actions", json).orElseThrow()).json();
    }

    /** Empty if it is none of Steward's, or none that Bolt could handle. */
    public static Optional<SubmittedForm> submission(String json) {
        return interaction("view_submission", json)
                .flatMap(request -> InteractionHandlers.submitted((ViewSubmissionRequest) request));
    }

    /** The delivery that an event is. */
    public static Optional<Delivery> event(String json) {
        EventRequest request = (EventRequest) parsed("events_api", object(json)).orElseThrow();
        Class<?> type = EventsApiPayloadParser.getEventClass(request.getEventTypeAndSubtype());
        if (type == AppHomeOpened.class) {
            EventsApiPayload<AppHomeOpened> opened = EventsApiPayloadParser.buildEventPayload(request);
            return EventDeliveries.opened(opened);
        }
        if (type == null) {
            return Optional.empty();
        }
        EventsApiPayload<MessageEvent> message = EventsApiPayloadParser.buildEventPayload(request);
        if (type == MessageEvent.Changed.class) {
            return EventDeliveries.changed(message);
        }
        return type == MessageEvent.Deleted.class ? EventDeliveries.deleted(message) : EventDeliveries.written(message);
    }

    private static Optional<Request<?>> interaction(String type, String json) {
        JsonObject payload = object(json);
        payload.addProperty("type", type);
        return parsed("interactive", payload);
    }

    private static JsonObject object(String json) {
        return JsonParser.parseString(json.replace('\'', '"')).getAsJsonObject();
    }

    private static Optional<Request<?>> parsed(String envelope, JsonObject payload) {
        try {
            return RequestParser.envelope(envelope, payload, new RequestHeaders(Map.of()));
        } catch (MalformedRequest e) {
            throw new AssertionError(e);
        }
    }
}
