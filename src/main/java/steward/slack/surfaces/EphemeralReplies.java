package steward.slack.surfaces;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.message.About;
import steward.message.Intent;
import steward.message.Purpose;
import steward.rep.RepId;
import steward.runtime.chat.Chat;
import steward.runtime.chat.ChatResult;
import steward.runtime.chat.Refusal;
import steward.slack.api.WorkspaceCalls;

/**
 * Replies that only the rep sees: beside what they tapped, at the address that Slack gave with the tap. Where there is none, or Slack no
 * longer takes it there, the reply goes to their direct chat, which is theirs alone too.
 */
final class EphemeralReplies {

    private static final Logger LOG = LoggerFactory.getLogger(EphemeralReplies.class);

    private static final String TYPE = "response_type";
    private static final String REPLACES = "replace_original";

    private final WorkspaceCalls calls;
    private final Supplier<String> ids;

    EphemeralReplies(WorkspaceCalls calls, Supplier<String> ids) {
        this.calls = calls;
        this.ids = ids;
    }

    /**
     * A reply as a slash command's acknowledgement and an address of Slack's take it.
     *
     * @param message the drawn message
     * @param inPlace whether it stands in the place of the message that was tapped, whether others see that or not
     */
    static JsonObject body(JsonObject message, boolean inPlace) {
        if (inPlace) {
            message.addProperty(REPLACES, true);
        } else {
            message.addProperty(TYPE, "ephemeral");
        }
        return message;
    }

    ChatResult<Void> show(Chat chat, RepId rep, URI address, String body) {
        ChatResult<Void> shown = respond(address, body);
        if (shown.isDone()) {
            return shown;
        }
        LOG.warn("A private reply is not shown where it was asked for: {}", shown.error());
        return inDirectChat(chat, rep, body);
    }

    private ChatResult<Void> respond(URI address, String body) {
        ChatResult<Void> shown = calls.respond(address, beside(body));
        return shown.isRefusedFor(Refusal.LAYOUT)
                ? PostedBody.of(body)
                        .simpler()
                        .map(simpler -> calls.respond(address, beside(simpler.toString())))
                        .orElse(shown)
                : shown;
    }

    private static String beside(String body) {
        JsonObject reply = JsonParser.parseString(body).getAsJsonObject();
        if (!reply.has(REPLACES)) {
            reply.addProperty(REPLACES, false);
        }
        return reply.toString();
    }

    /** Without charts, since it is tried once, and Slack may refuse them. */
    ChatResult<Void> inDirectChat(Chat chat, RepId rep, String body) {
        String plain = PostedBody.of(body).withoutCharts().toString();
        Intent intent = new Intent(ids.get(), rep, Purpose.REPLY, About.NOTHING, plain);
        return chat.post(intent, rep.user()).ended();
    }
}
