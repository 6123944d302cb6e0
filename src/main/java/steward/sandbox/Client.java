package steward.sandbox;

import static steward.sandbox.Json.field;

import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.UUID;

/** What a person says in their Slack, and the files they share. */
final class Client {

    private final Workspace workspace;
    private final SandboxClock clock;
    private final History history;
    private final Events events;

    Client(Workspace workspace, SandboxClock clock, History history, Events events) {
        this.workspace = workspace;
        this.clock = clock;
        this.history = history;
        this.events = events;
    }

    void openMessages(Channel channel) {
        events.homeOpened(channel, history.nextTs());
    }

    /** Says something, in the thread of message {@code threadTs} unless that is empty. */
    void say(Channel channel, String typed, String threadTs) {
        TypedText text = new TypedText(typed.strip());
        if (text.typed().isEmpty()) {
            return;
        }
        JsonObject message = fromHuman(channel, text);
        message.add("blocks", text.blocks());
        if (!threadTs.isEmpty()) {
            JsonObject parent = history.find(channel.id(), threadTs)
                    .orElseThrow(() -> new IllegalArgumentException("The message of this thread is gone."));
            message.addProperty("thread_ts", threadTs);
            message.add("parent_user_id", parent.get("user"));
        }
        history.post(channel.id(), message);
    }

    /** Shares a file; its content goes nowhere, only its name, type and size. */
    void attach(Channel channel, String typed, String fileName, String mimeType, long bytes) {
        JsonObject message = fromHuman(channel, new TypedText(typed.strip()));
        int dot = fileName.lastIndexOf('.');
        JsonObject file = Json.object(
                field("id", fileId()),
                field("created", clock.instant().getEpochSecond()),
                field("timestamp", clock.instant().getEpochSecond()),
                field("name", fileName),
                field("title", fileName),
                field("mimetype", mimeType.isEmpty() ? "application/octet-stream" : mimeType),
                field(
                        "filetype",
                        dot < 0 ? "binary" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT)),
                field("user", channel.humanId()),
                field("user_team", workspace.teamId()),
                field("size", bytes),
                field("mode", "hosted"),
                field("is_external", false),
                field("is_public", false),
                field("file_access", "visible"));
        message.addProperty("subtype", "file_share");
        message.add("files", Json.array(file));
        message.addProperty("upload", false);
        message.addProperty("display_as_bot", false);
        history.post(channel.id(), message);
    }

    private JsonObject fromHuman(Channel channel, TypedText text) {
        return Json.object(
                "client_msg_id", UUID.randomUUID().toString(),
                "type", "message",
                "user", channel.humanId(),
                "team", workspace.teamId(),
                "text", text.text());
    }

    private static String fileId() {
        return "F"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 10).toUpperCase(Locale.ROOT);
    }
}
