package steward.sandbox.page;

import static steward.sandbox.http.Json.field;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import steward.sandbox.http.Json;
import steward.sandbox.messages.Emoji;
import steward.sandbox.workspace.ChannelMember;
import steward.sandbox.workspace.HomeTabs;
import steward.sandbox.workspace.InstalledApp;
import steward.sandbox.workspace.MessageHistory;
import steward.sandbox.workspace.ModalStacks;
import steward.sandbox.workspace.Person;
import steward.sandbox.workspace.ReadMarks;
import steward.sandbox.workspace.SandboxClock;
import steward.sandbox.workspace.Workspace;

/** What pages are told: everything a person sees when they open one, then each change as it happens. */
public final class PageUpdates {

    private final Workspace workspace;
    private final InstalledApp app;
    private final SandboxClock clock;
    private final MessageHistory history;
    private final ModalStacks modals;
    private final HomeTabs homes;
    private final ReadMarks reads;

    public PageUpdates(
            Workspace workspace,
            InstalledApp app,
            SandboxClock clock,
            MessageHistory history,
            ModalStacks modals,
            HomeTabs homes,
            ReadMarks reads) {
        this.workspace = workspace;
        this.app = app;
        this.clock = clock;
        this.history = history;
        this.modals = modals;
        this.homes = homes;
        this.reads = reads;
    }

    /** Everything as it is now, for the page of this person. */
    JsonObject everything(Person viewer) {
        Person bot = workspace.botUser();
        return Json.object(
                field("workspace", workspace.name()),
                field("me", profile(viewer)),
                field(
                        "people",
                        workspace.humans().stream().map(PageUpdates::profile).toList()),
                field("app", Json.object("id", bot.id(), "name", bot.realName())),
                field("tabs", Json.object("home", app.homeTab(), "messages", app.messagesTab())),
                field("commands", app.commands()),
                field("emoji", Emoji.byName()),
                field("channels", channels(viewer)),
                field("modals", modals.of(viewer.id())),
                field("home", homes.of(viewer.id()).orElse(null)),
                field("clock", now()));
    }

    /** The person's chat with the app, then the channels they are in. */
    private List<JsonObject> channels(Person viewer) {
        return Stream.concat(
                        workspace.directMessageWith(viewer.id()).stream(),
                        workspace.namedChannels().stream().filter(channel -> channel.has(viewer.id())))
                .map(channel -> new ChannelMember(viewer, channel))
                .map(member -> Json.object(
                        "id", member.channelId(),
                        "name", member.channel().name(),
                        "messages", history.seenBy(viewer.id(), member.channelId()),
                        "reads", reads.of(member.readMark())))
                .toList();
    }

    /** Tells every page of each change from now on; a page knows what is its person's. */
    void tell(EventStream stream) {
        history.listen(change -> stream.send("message", told(change)));
        modals.listen((user, views) -> stream.send("modals", Json.object("user", user, "views", views)));
        homes.listen((user, view) -> stream.send("home", Json.object("user", user, "view", view)));
        reads.listen((channel, thread, ts) ->
                stream.send("read", Json.object("channel", channel, "thread_ts", thread, "ts", ts)));
        clock.whenMoved(() -> stream.send("clock", now()));
    }

    private static JsonObject profile(Person human) {
        return Json.object(
                "id", human.id(),
                "name", human.realName(),
                "title", human.title(),
                "zone", human.zone().getId());
    }

    private static JsonObject told(MessageHistory.Change change) {
        return Json.object(
                "kind", change.kind().name().toLowerCase(Locale.ROOT),
                "channel", change.channel(),
                "message", change.message());
    }

    private JsonObject now() {
        return Json.object("now", clock.millis());
    }
}
