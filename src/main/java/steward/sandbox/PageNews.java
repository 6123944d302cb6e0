package steward.sandbox;

import static steward.sandbox.Json.field;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What pages are told: everything a person sees when they open one, then each change as it happens. */
final class PageNews {

    private final Workspace workspace;
    private final InstalledApp app;
    private final SandboxClock clock;
    private final History history;
    private final Modals modals;
    private final Homes homes;
    private final ReadMarks reads;

    PageNews(
            Workspace workspace,
            InstalledApp app,
            SandboxClock clock,
            History history,
            Modals modals,
            Homes homes,
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
                        workspace.humans().stream().map(PageNews::profile).toList()),
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
                .map(channel -> new Seat(viewer, channel))
                .map(seat -> Json.object(
                        "id", seat.channelId(),
                        "name", seat.channel().name(),
                        "messages", history.seenBy(viewer.id(), seat.channelId()),
                        "reads", reads.of(seat.readMark())))
                .toList();
    }

    /** Tells every page of each change from now on; a page knows what is its person's. */
    void tell(Feed feed) {
        history.listen(change -> feed.send("message", told(change)));
        modals.listen((user, views) -> feed.send("modals", Json.object("user", user, "views", views)));
        homes.listen((user, view) -> feed.send("home", Json.object("user", user, "view", view)));
        reads.listen((channel, thread, ts) ->
                feed.send("read", Json.object("channel", channel, "thread_ts", thread, "ts", ts)));
        clock.whenMoved(() -> feed.send("clock", now()));
    }

    private static JsonObject profile(Person human) {
        return Json.object(
                "id", human.id(),
                "name", human.realName(),
                "title", human.title(),
                "zone", human.zone().getId());
    }

    private static JsonObject told(History.Change change) {
        return Json.object(
                "kind", change.kind().name().toLowerCase(Locale.ROOT),
                "channel", change.channel(),
                "message", change.message());
    }

    private JsonObject now() {
        return Json.object("now", clock.millis());
    }
}
