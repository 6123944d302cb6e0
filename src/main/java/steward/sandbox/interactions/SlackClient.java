package steward.sandbox.interactions;

import static steward.sandbox.http.Json.field;

import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.UUID;
import steward.sandbox.delivery.EventsApi;
import steward.sandbox.http.Json;
import steward.sandbox.messages.TypedText;
import steward.sandbox.workspace.ChannelMember;
import steward.sandbox.workspace.HomeTabs;
import steward.sandbox.workspace.MessageHistory;
import steward.sandbox.workspace.SharedFiles;
import steward.sandbox.workspace.Workspace;

/** What a person says in their Slack, how they change it, and the files they share. */
public final class SlackClient {

    private final Workspace workspace;
    private final SharedFiles files;
    private final MessageHistory history;
    private final HomeTabs homes;
    private final EventsApi events;

    public SlackClient(
            Workspace workspace, SharedFiles files, MessageHistory history, HomeTabs homes, EventsApi events) {
        this.workspace = workspace;
        this.files = files;
        this.history = history;
        this.homes = homes;
        this.events = events;
    }

    /** Opens the tab {@code home} or {@code messages} of the app. */
    public void open(ChannelMember member, String tab) {
        Optional<JsonObject> home = tab.equals("home") ? homes.of(member.userId()) : Optional.empty();
        events.homeOpened(member, tab, home, history.nextTs());
    }

    /** Says something, in the thread of message {@code threadTs} unless that is empty. */
    public void say(ChannelMember member, String typed, String threadTs) {
        TypedText text = new TypedText(typed.strip());
        if (text.typed().isEmpty()) {
            return;
        }
        JsonObject message = fromHuman(member, text);
        message.add("blocks", text.blocks());
        if (!threadTs.isEmpty()) {
            JsonObject parent = history.find(member.channelId(), threadTs)
                    .orElseThrow(() -> new IllegalArgumentException("The message of this thread is gone."));
            message.addProperty("thread_ts", threadTs);
            message.add("parent_user_id", parent.get("user"));
        }
        history.post(member.channelId(), message);
    }

    /** Says it differently; the same words again change nothing. */
    public void edit(ChannelMember member, String ts, String typed) {
        JsonObject message = own(member, ts);
        TypedText text = new TypedText(typed.strip());
        if (text.typed().isEmpty()) {
            throw new IllegalArgumentException("A message needs words; delete it instead.");
        }
        if (text.text().equals(Json.string(message, "text"))) {
            return;
        }
        message.addProperty("text", text.text());
        message.add("blocks", text.blocks());
        message.add("edited", Json.object("user", member.userId(), "ts", history.nextTs()));
        history.change(member.channelId(), message);
    }

    /** Takes a message back; of one that began a thread, a note stays. */
    public void delete(ChannelMember member, String ts) {
        own(member, ts);
        if (history.replies(member.channelId(), ts).isEmpty()) {
            history.delete(member.channelId(), ts);
            return;
        }
        history.change(
                member.channelId(),
                Json.object(
                        field("type", "message"),
                        field("subtype", "tombstone"),
                        field("user", "USLACKBOT"),
                        field("text", "This message was deleted."),
                        field("hidden", true),
                        field("thread_ts", ts),
                        field("ts", ts)));
    }

    /** Shares a file. */
    public void attach(ChannelMember member, String typed, String fileName, String mimeType, byte[] content) {
        JsonObject message = fromHuman(member, new TypedText(typed.strip()));
        String id = SharedFiles.newId();
        files.keep(id, content);
        JsonObject file = files.share(id, fileName, "", mimeType, member.userId(), content.length);
        message.addProperty("subtype", "file_share");
        message.add("files", Json.array(file));
        message.addProperty("upload", false);
        message.addProperty("display_as_bot", false);
        history.post(member.channelId(), message);
    }

    private JsonObject own(ChannelMember member, String ts) {
        return history.find(member.channelId(), ts)
                .filter(message -> Json.string(message, "user").equals(member.userId()))
                .orElseThrow(() -> new IllegalArgumentException("This is not a message of yours."));
    }

    private JsonObject fromHuman(ChannelMember member, TypedText text) {
        return Json.object(
                "client_msg_id", UUID.randomUUID().toString(),
                "type", "message",
                "user", member.userId(),
                "team", workspace.teamId(),
                "text", text.text());
    }
}
