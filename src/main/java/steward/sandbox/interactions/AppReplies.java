package steward.sandbox.interactions;

import com.google.gson.JsonObject;
import steward.sandbox.http.ApiError;
import steward.sandbox.http.Json;
import steward.sandbox.messages.MessageBuilder;
import steward.sandbox.webapi.Arguments;
import steward.sandbox.workspace.ChannelMember;
import steward.sandbox.workspace.MessageHistory;

/** What an app's answer to a command or a click does to the conversation. */
public final class AppReplies {

    private final MessageHistory history;
    private final MessageBuilder posts;

    public AppReplies(MessageHistory history, MessageBuilder posts) {
        this.history = history;
        this.posts = posts;
    }

    /** Shows the answer to this person there, in the place of message {@code ts} if it asks so. */
    void take(ChannelMember member, String ts, JsonObject reply) {
        String channel = member.channelId();
        if (Json.isTrue(reply, "delete_original")) {
            history.delete(channel, ts);
            return;
        }
        JsonObject content = content(reply);
        if (Json.isTrue(reply, "replace_original") && history.find(channel, ts).isPresent()) {
            JsonObject replaced = history.find(channel, ts).orElseThrow();
            replaced.remove("blocks");
            content.entrySet().forEach(entry -> replaced.add(entry.getKey(), entry.getValue()));
            replaced.add("edited", Json.object("user", Json.string(replaced, "user"), "ts", history.nextTs()));
            history.change(channel, replaced);
            return;
        }
        JsonObject message = posts.fromBot(content);
        boolean forAll = Json.string(reply, "response_type").equals("in_channel");
        history.post(channel, forAll ? message : posts.ephemeral(message, member.userId()));
    }

    private JsonObject content(JsonObject reply) {
        Arguments arguments = new Arguments(reply);
        JsonObject content = Json.object("text", arguments.text("text").orElse(""));
        arguments.array("blocks", "invalid_blocks_format").ifPresent(blocks -> {
            content.add("blocks", posts.checked(blocks));
        });
        if (Json.string(content, "text").isEmpty() && !content.has("blocks")) {
            throw new ApiError("no_text");
        }
        arguments.object("metadata", "invalid_metadata_format").ifPresent(metadata -> {
            content.add("metadata", metadata);
        });
        return content;
    }

    /** Shows what Slack itself has to say to the person. */
    void fromSlack(ChannelMember member, String words) {
        history.post(member.channelId(), posts.fromSlackbot(words, member.userId()));
    }
}
