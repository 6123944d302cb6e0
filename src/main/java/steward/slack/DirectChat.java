package steward.slack;

import com.google.gson.JsonObject;
import java.util.concurrent.CompletableFuture;

/** The chat between Steward and one person. */
final class DirectChat {

    private DirectChat() {}

    /** Opens it, or finds it open. */
    static CompletableFuture<Reply> open(WebApi api, String user) {
        JsonObject who = new JsonObject();
        who.addProperty("users", user);
        return api.post("conversations.open", who);
    }

    /** The channel that was opened; empty if Slack did not say. */
    static String channel(Reply opened) {
        return Json.text(Json.object(opened.json(), "channel"), "id");
    }
}
