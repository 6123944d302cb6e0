package steward.sandbox.webapi;

import static steward.sandbox.http.Json.field;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import steward.sandbox.http.ApiError;
import steward.sandbox.http.Json;
import steward.sandbox.messages.MessageBuilder;
import steward.sandbox.workspace.Channel;
import steward.sandbox.workspace.ChannelMembers;
import steward.sandbox.workspace.MessageHistory;
import steward.sandbox.workspace.Workspace;

/** The {@code chat.*} methods: what the app says, changes and takes back. */
public final class ChatMethods {

    /** Longer texts are cut by Slack, not refused. */
    static final int TEXT_CHARS_MAX = 40_000;

    private static final String WRITE = "chat:write";

    private final Workspace workspace;
    private final ChannelMembers members;
    private final MessageHistory history;
    private final MessageBuilder posts;

    public ChatMethods(Workspace workspace, ChannelMembers members, MessageHistory history, MessageBuilder posts) {
        this.workspace = workspace;
        this.members = members;
        this.history = history;
        this.posts = posts;
    }

    public Map<String, ApiMethod> methods() {
        return Map.of(
                "chat.postMessage", new ApiMethod(WRITE, Encoding.FORM_OR_JSON, this::post),
                "chat.postEphemeral", new ApiMethod(WRITE, Encoding.FORM_OR_JSON, this::postEphemeral),
                "chat.update", new ApiMethod(WRITE, Encoding.FORM_OR_JSON, this::update),
                "chat.delete", new ApiMethod(WRITE, Encoding.FORM_OR_JSON, this::delete));
    }

    private JsonObject post(Arguments arguments) {
        Channel channel = channelOrUser(arguments.require("channel"));
        members.requireApp(channel);
        JsonObject message = posts.fromBot(content(arguments));
        metadata(arguments).ifPresent(metadata -> message.add("metadata", metadata));
        arguments.text("thread_ts").ifPresent(parent -> {
            JsonObject begun = history.find(channel.id(), parent).orElseThrow(() -> new ApiError("thread_not_found"));
            message.addProperty("thread_ts", parent);
            message.add("parent_user_id", begun.get("user"));
        });
        JsonObject posted = history.post(channel.id(), message);
        return Json.object("channel", channel.id(), "ts", Json.string(posted, "ts"), "message", posted);
    }

    private JsonObject postEphemeral(Arguments arguments) {
        Channel channel =
                workspace.channel(arguments.require("channel")).orElseThrow(() -> new ApiError("channel_not_found"));
        String reader = arguments.require("user");
        members.requireApp(channel);
        if (!members.has(channel, reader)) {
            throw new ApiError("user_not_in_channel");
        }
        JsonObject posted = history.post(channel.id(), posts.ephemeral(posts.fromBot(content(arguments)), reader));
        return Json.object("message_ts", Json.string(posted, "ts"));
    }

    private JsonObject update(Arguments arguments) {
        String channel = knownChannel(arguments);
        JsonObject message = ownMessage(arguments, channel, "cant_update_message");
        if (arguments.text("text").isEmpty()
                && arguments.array("blocks", "invalid_blocks_format").isEmpty()) {
            throw new ApiError("no_text");
        }
        arguments.text("text").ifPresent(text -> message.addProperty("text", cut(text)));
        // Blocks and metadata that the call does not mention stay as they were.
        arguments.array("blocks", "invalid_blocks_format").ifPresent(blocks -> {
            message.add("blocks", posts.checked(blocks));
        });
        metadata(arguments).ifPresent(metadata -> {
            if (metadata.size() == 0) {
                message.remove("metadata");
            } else {
                message.add("metadata", metadata);
            }
        });
        message.add("edited", Json.object("user", workspace.botUser().id(), "ts", history.nextTs()));
        JsonObject changed = history.change(channel, message);
        return Json.object(
                field("channel", channel),
                field("ts", Json.string(changed, "ts")),
                field("text", Json.string(changed, "text")),
                field("message", changed));
    }

    private JsonObject delete(Arguments arguments) {
        String channel = knownChannel(arguments);
        JsonObject message = ownMessage(arguments, channel, "cant_delete_message");
        history.delete(channel, Json.string(message, "ts"));
        return Json.object("channel", channel, "ts", Json.string(message, "ts"));
    }

    private Channel channelOrUser(String id) {
        return workspace
                .channel(id)
                .or(() -> workspace.directMessageWith(id))
                .orElseThrow(() -> new ApiError("channel_not_found"));
    }

    /** Unlike posting, changing a message takes the conversation's own id alone. */
    private String knownChannel(Arguments arguments) {
        return workspace
                .channel(arguments.require("channel"))
                .orElseThrow(() -> new ApiError("channel_not_found"))
                .id();
    }

    private JsonObject ownMessage(Arguments arguments, String channel, String ifNotOwn) {
        JsonObject message = history.find(channel, arguments.require("ts"))
                .filter(found -> !MessageHistory.isEphemeral(found))
                .orElseThrow(() -> new ApiError("message_not_found"));
        if (!Json.string(message, "user").equals(workspace.botUser().id())) {
            throw new ApiError(ifNotOwn);
        }
        return message;
    }

    private JsonObject content(Arguments arguments) {
        Optional<String> text = arguments.text("text");
        Optional<JsonArray> blocks = arguments.array("blocks", "invalid_blocks_format");
        if (text.isEmpty() && blocks.filter(list -> list.size() > 0).isEmpty()) {
            throw new ApiError("no_text");
        }
        JsonObject content = Json.object("text", cut(text.orElse("")));
        blocks.filter(list -> list.size() > 0).ifPresent(list -> content.add("blocks", posts.checked(list)));
        return content;
    }

    private static Optional<JsonObject> metadata(Arguments arguments) {
        Optional<JsonObject> metadata = arguments.object("metadata", "invalid_metadata_format");
        metadata.filter(given -> given.size() > 0).ifPresent(given -> {
            JsonElement payload = given.get("event_payload");
            boolean sound = Json.string(given, "event_type").matches("[A-Za-z0-9_-]+")
                    && payload != null
                    && payload.isJsonObject();
            if (!sound) {
                throw ApiError.withReasons(
                        "invalid_metadata_format",
                        List.of("metadata needs an `event_type` and an object `event_payload`"
                                + " [json-pointer:/metadata]"));
            }
        });
        return metadata;
    }

    private static String cut(String text) {
        int chars = text.codePointCount(0, text.length());
        return chars <= TEXT_CHARS_MAX ? text : text.substring(0, text.offsetByCodePoints(0, TEXT_CHARS_MAX));
    }
}
