package steward.sandbox.messages;

import static steward.sandbox.http.Json.field;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import steward.sandbox.http.ApiError;
import steward.sandbox.http.Json;
import steward.sandbox.rules.BlockKitRules;
import steward.sandbox.workspace.MessageHistory;
import steward.sandbox.workspace.Person;
import steward.sandbox.workspace.Workspace;

/** The messages of the app and of Slack itself, in the form in which the history keeps them. */
public final class MessageBuilder {

    private final Workspace workspace;

    public MessageBuilder(Workspace workspace) {
        this.workspace = workspace;
    }

    /** A message by the app's bot user with the given {@code text} and {@code blocks}. */
    public JsonObject fromBot(JsonObject content) {
        Person bot = workspace.botUser();
        JsonObject message = Json.object(
                field("type", "message"),
                field("user", bot.id()),
                field("bot_id", workspace.botId()),
                field("app_id", workspace.appId()),
                field("team", workspace.teamId()),
                field(
                        "bot_profile",
                        Json.object(
                                "id", workspace.botId(),
                                "app_id", workspace.appId(),
                                "user_id", bot.id(),
                                "name", bot.realName(),
                                "deleted", false,
                                "team_id", workspace.teamId())));
        content.entrySet().forEach(entry -> message.add(entry.getKey(), entry.getValue()));
        return message;
    }

    /** What Slack itself says to one person, in Slackbot's name. */
    public JsonObject fromSlackbot(String text, String readerId) {
        return ephemeral(Json.object("type", "message", "user", "USLACKBOT", "text", text), readerId);
    }

    /** The message as one that only its reader sees, until they reload. */
    public JsonObject ephemeral(JsonObject message, String readerId) {
        message.addProperty("is_ephemeral", true);
        message.addProperty(MessageHistory.READER, readerId);
        return message;
    }

    /** The blocks with all ids, or {@code invalid_blocks}. */
    public JsonArray checked(JsonArray blocks) {
        List<String> problems = BlockKitRules.problems(blocks);
        if (!problems.isEmpty()) {
            throw ApiError.withReasons("invalid_blocks", problems);
        }
        return BlockIds.complete(blocks);
    }
}
