package steward.sandbox;

import static steward.sandbox.Json.field;

import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What a person says in their Slack, how they change it, and the files they share. */
final class Client {

    private final Workspace workspace;
    private final SandboxClock clock;
    private final History history;
    private final Homes homes;
    private final Events events;

    Client(Workspace workspace, SandboxClock clock, History history, Homes homes, Events events) {
        this.workspace = workspace;
        this.clock = clock;
        this.history = history;
        this.homes = homes;
        this.events = events;
    }

    /** Opens the tab {@code home} or {@code messages} of the app. */
    void open(Seat seat, String tab) {
        Optional<JsonObject> home = tab.equals("home") ? homes.of(seat.userId()) : Optional.empty();
        events.homeOpened(seat, tab, home, history.nextTs());
    }

    /** Says something, in the thread of message {@code threadTs} unless that is empty. */
    void say(Seat seat, String typed, String threadTs) {
        TypedText text = new TypedText(typed.strip());
        if (text.typed().isEmpty()) {
            return;
        }
        JsonObject message = fromHuman(seat, text);
        message.add("blocks", text.blocks());
        if (!threadTs.isEmpty()) {
            JsonObject parent = history.find(seat.channelId(), threadTs)
                    .orElseThrow(() -> new IllegalArgumentException("The message of this thread is gone."));
            message.addProperty("thread_ts", threadTs);
            message.add("parent_user_id", parent.get("user"));
        }
        history.post(seat.channelId(), message);
    }

    /** Says it differently; the same words again change nothing. */
    void edit(Seat seat, String ts, String typed) {
        JsonObject message = own(seat, ts);
        TypedText text = new TypedText(typed.strip());
        if (text.typed().isEmpty()) {
            throw new IllegalArgumentException("A message needs words; delete it instead.");
        }
        if (text.text().equals(Json.string(message, "text"))) {
            return;
        }
        message.addProperty("text", text.text());
        message.add("blocks", text.blocks());
        message.add("edited", Json.object("user", seat.userId(), "ts", history.nextTs()));
        history.change(seat.channelId(), message);
    }

    /** Takes a message back; of one that began a thread, a note stays. */
    void delete(Seat seat, String ts) {
        own(seat, ts);
        if (history.replies(seat.channelId(), ts).isEmpty()) {
            history.delete(seat.channelId(), ts);
            return;
        }
        history.change(
                seat.channelId(),
                Json.object(
                        field("type", "message"),
                        field("subtype", "tombstone"),
                        field("user", "USLACKBOT"),
                        field("text", "This message was deleted."),
                        field("hidden", true),
                        field("thread_ts", ts),
                        field("ts", ts)));
    }

    /** Shares a file; its content goes nowhere, only its name, type and size. */
    void attach(Seat seat, String typed, String fileName, String mimeType, long bytes) {
        JsonObject message = fromHuman(seat, new TypedText(typed.strip()));
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
                field("user", seat.userId()),
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
        history.post(seat.channelId(), message);
    }

    private JsonObject own(Seat seat, String ts) {
        return history.find(seat.channelId(), ts)
                .filter(message -> Json.string(message, "user").equals(seat.userId()))
                .orElseThrow(() -> new IllegalArgumentException("This is not a message of yours."));
    }

    private JsonObject fromHuman(Seat seat, TypedText text) {
        return Json.object(
                "client_msg_id", UUID.randomUUID().toString(),
                "type", "message",
                "user", seat.userId(),
                "team", workspace.teamId(),
                "text", text.text());
    }

    private static String fileId() {
        return "F"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 10).toUpperCase(Locale.ROOT);
    }
}
