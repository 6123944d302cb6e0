package steward.slack;

import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Where Slack delivers by HTTP: verifies that it is Slack, reads what it brings, and hands that to the {@link Reception}. */
final class Door {

    /** Slack's last attempt to deliver an event. */
    private static final String LAST_RETRY = "3";

    private final Signature signature;
    private final Reception reception;

    Door(Signature signature, Reception reception) {
        this.signature = signature;
        this.reception = reception;
    }

    /** @param header gives a header by its name, empty if there is none */
    Answer open(UnaryOperator<String> header, byte[] body) {
        if (!signature.holds(header.apply("X-Slack-Request-Timestamp"), header.apply("X-Slack-Signature"), body)) {
            return Answer.text(
                    Answer.UNAUTHORIZED, "This is not signed by Slack, or was not sent within the last five minutes.");
        }
        try {
            String text = Strict.utf8(body);
            return switch (mediaType(header)) {
                case "application/json" -> outer(Strict.json(text), header);
                case "application/x-www-form-urlencoded" -> form(Strict.form(text));
                default -> throw new Malformed("Slack sends JSON or a form.");
            };
        } catch (Malformed e) {
            return Answer.text(Answer.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private static String mediaType(UnaryOperator<String> header) {
        String contentType = header.apply("Content-Type");
        int parameters = contentType.indexOf(';');
        String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT);
    }

    private Answer outer(JsonObject json, UnaryOperator<String> header) throws Malformed {
        return switch (Json.text(json, "type")) {
            case "url_verification" -> Answer.text(Answer.OK, Json.text(json, "challenge"));
            case "event_callback" ->
                reception.event(json, header.apply("X-Slack-Retry-Num").equals(LAST_RETRY));
            case "app_rate_limited" -> Answer.taken();
            default -> throw new Malformed("There is no such type of delivery.");
        };
    }

    private Answer form(Map<String, String> fields) throws Malformed {
        String payload = fields.get("payload");
        if (payload != null) {
            return reception.interaction(Strict.json(payload));
        }
        if (fields.containsKey("command")) {
            return reception.command(fields);
        }
        if (fields.containsKey("ssl_check")) {
            return Answer.taken();
        }
        throw new Malformed("There is no such type of delivery.");
    }
}
