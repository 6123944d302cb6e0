package steward.endtoend;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import steward.InProcess;

/** What Slack delivers to an app, byte for byte. */
final class SignedDelivery {

    static final String JSON = "application/json";
    static final String FORM = "application/x-www-form-urlencoded";

    private final String contentType;
    private final byte[] body;

    SignedDelivery(String contentType, byte[] body) {
        this.contentType = contentType;
        this.body = body.clone();
    }

    SignedDelivery(String contentType, String body) {
        this(contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** What the person wrote in the DM. */
    static SignedDelivery message(String eventId, String ts, String text) {
        return event(eventId, inDm(written(ts, escaped(text))));
    }

    /** The same with a link, which Slack has put into angle brackets. */
    static SignedDelivery messageWithLink(String eventId, String ts, String text) {
        return event(eventId, inDm(written(ts, text)));
    }

    /** What the person changed a message to. */
    static SignedDelivery edit(String eventId, String ts, String before, String text, String editedTs) {
        JsonObject edited = new JsonObject();
        edited.addProperty("user", StubSlack.USER);
        edited.addProperty("ts", editedTs);
        JsonObject message = written(ts, escaped(text));
        message.add("edited", edited);
        return changed(eventId, written(ts, escaped(before)), message);
    }

    /** The preview that Slack puts under a message with a link, for which it changes the message. */
    static SignedDelivery preview(String eventId, String ts, String text) {
        JsonObject attachment = new JsonObject();
        attachment.addProperty("title", "A page");
        JsonArray attachments = new JsonArray();
        attachments.add(attachment);
        JsonObject message = written(ts, text);
        message.add("attachments", attachments);
        return changed(eventId, written(ts, text), message);
    }

    private static SignedDelivery changed(String eventId, JsonObject before, JsonObject message) {
        JsonObject event = new JsonObject();
        event.addProperty("type", "message");
        event.addProperty("subtype", "message_changed");
        event.addProperty("hidden", true);
        event.add("message", message);
        event.add("previous_message", before);
        return event(eventId, inDm(event));
    }

    private static JsonObject written(String ts, String text) {
        JsonObject message = new JsonObject();
        message.addProperty("type", "message");
        message.addProperty("user", StubSlack.USER);
        message.addProperty("ts", ts);
        message.addProperty("text", text);
        return message;
    }

    private static JsonObject inDm(JsonObject event) {
        event.addProperty("channel", StubSlack.CHANNEL);
        event.addProperty("channel_type", "im");
        return event;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static SignedDelivery event(String eventId, JsonObject event) {
        JsonObject envelope = new JsonObject();
        envelope.addProperty("type", "event_callback");
        envelope.addProperty("team_id", StubSlack.TEAM);
        envelope.addProperty("event_id", eventId);
        envelope.add("event", event);
        return new SignedDelivery(JSON, envelope.toString());
    }

    static SignedDelivery command(String trigger, String command, String text) {
        return form("team_id=%s&user_id=%s&channel_id=%s&command=%s&text=%s&trigger_id=%s"
                .formatted(
                        StubSlack.TEAM, StubSlack.USER, StubSlack.CHANNEL, word(command), word(text), word(trigger)));
    }

    /** Taps on one message, all in one payload. */
    static SignedDelivery taps(Post message, JsonArray actions) {
        return taps(message, actions, "");
    }

    /** @param trigger what a form can be opened with */
    static SignedDelivery taps(Post message, JsonArray actions, String trigger) {
        JsonObject payload = interaction("block_actions");
        payload.addProperty("trigger_id", trigger);
        JsonObject container = new JsonObject();
        container.addProperty("channel_id", StubSlack.CHANNEL);
        container.addProperty("message_ts", message.ts());
        payload.add("container", container);
        payload.add("actions", actions);
        return interaction(payload);
    }

    static SignedDelivery interaction(JsonObject payload) {
        return form("payload=" + word(payload.toString()));
    }

    /** What all interactions of a kind have in common. */
    static JsonObject interaction(String type) {
        JsonObject team = new JsonObject();
        team.addProperty("id", StubSlack.TEAM);
        JsonObject user = new JsonObject();
        user.addProperty("id", StubSlack.USER);
        JsonObject payload = new JsonObject();
        payload.addProperty("type", type);
        payload.add("team", team);
        payload.add("user", user);
        return payload;
    }

    static SignedDelivery form(String body) {
        return new SignedDelivery(FORM, body);
    }

    private static String word(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The request that brings it, signed for this instant. */
    HttpRequest.Builder to(URI steward, Instant now) {
        return unsignedTo(steward)
                .header("X-Slack-Request-Timestamp", String.valueOf(now.getEpochSecond()))
                .header("X-Slack-Signature", signature(now));
    }

    HttpRequest.Builder unsignedTo(URI steward) {
        return HttpRequest.newBuilder(steward.resolve("/slack/events"))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    String signature(Instant now) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(InProcess.SIGNING_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(("v0:" + now.getEpochSecond() + ":").getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
