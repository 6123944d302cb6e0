package steward.sandbox;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The page's own endpoints under {@code /sandbox/}: what the person does there, and the stream of what happens. */
final class PageApi extends Handler.Abstract {

    private static final String PATH = "/sandbox/";

    /** One thing the page can ask for; the result is sent back as JSON. */
    private interface Deed {
        JsonObject done(JsonObject asked);
    }

    private final Workspace workspace;
    private final List<SlashCommand> commands;
    private final SandboxClock clock;
    private final History history;
    private final Client client;
    private final Interactions interactions;
    private final Modals modals;
    private final ViewInteractions inViews;
    private final Feed feed;
    private final Map<String, Deed> deeds = Map.of(
            "open", this::open,
            "say", this::say,
            "attach", this::attach,
            "command", this::command,
            "act", this::act,
            "submit", this::submit,
            "close", this::close,
            "clock", this::moveClock);

    PageApi(
            Workspace workspace,
            List<SlashCommand> commands,
            SandboxClock clock,
            History history,
            Client client,
            Interactions interactions,
            Modals modals,
            ViewInteractions inViews,
            Feed feed) {
        this.workspace = workspace;
        this.commands = commands;
        this.clock = clock;
        this.history = history;
        this.client = client;
        this.interactions = interactions;
        this.modals = modals;
        this.inViews = inViews;
        this.feed = feed;
        history.listen(change -> feed.send("message", told(change)));
        modals.listen((user, views) -> feed.send("modals", Json.object("user", user, "views", views)));
        clock.whenMoved(() -> feed.send("clock", clockNow()));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (!path.startsWith(PATH)) {
            return false;
        }
        String name = path.substring(PATH.length());
        Deed deed = deeds.get(name);
        if (name.equals("stream") && request.getMethod().equals("GET")) {
            stream(response, callback);
        } else if (name.equals("everything") && request.getMethod().equals("GET")) {
            Http.json(response, callback, 200, everything());
        } else if (deed != null && request.getMethod().equals("POST")) {
            answer(deed, request, response, callback);
        } else {
            refuse(response, callback, 404, "There is nothing here.");
        }
        return true;
    }

    private void answer(Deed deed, Request request, Response response, Callback callback) throws Exception {
        try {
            Http.json(response, callback, 200, deed.done(Json.parseObject(Http.body(request))));
        } catch (JsonParseException unreadable) {
            refuse(response, callback, 400, "That was not JSON.");
        } catch (IllegalArgumentException | DateTimeException refused) {
            refuse(response, callback, 400, String.valueOf(refused.getMessage()));
        }
    }

    private static void refuse(Response response, Callback callback, int status, String why) {
        Http.json(response, callback, status, Json.object("ok", false, "error", why));
    }

    private void stream(Response response, Callback callback) throws Exception {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream; charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        feed.follow(Content.Sink.asOutputStream(response), this::everything);
        callback.succeeded();
    }

    private JsonObject everything() {
        Person human = workspace.human();
        Person bot = workspace.botUser();
        List<JsonObject> channels = workspace.channels().stream()
                .map(channel -> Json.object("id", channel.id(), "messages", history.all(channel.id())))
                .toList();
        return Json.object(
                "workspace", workspace.name(),
                "me", me(human),
                "app", Json.object("id", bot.id(), "name", bot.realName()),
                "commands", commands,
                "emoji", Emoji.byName(),
                "channels", channels,
                "modals", modals.of(human.id()),
                "clock", clockNow());
    }

    private static JsonObject me(Person human) {
        return Json.object(
                "id", human.id(),
                "name", human.realName(),
                "title", human.title(),
                "zone", human.zone().getId());
    }

    private JsonObject clockNow() {
        return Json.object("now", clock.millis());
    }

    private static JsonObject told(History.Change change) {
        return Json.object(
                "kind", change.kind().name().toLowerCase(Locale.ROOT),
                "channel", change.channel(),
                "message", change.message());
    }

    // ── What the person does ──

    private JsonObject open(JsonObject asked) {
        client.openMessages(channel(asked));
        return done();
    }

    private JsonObject say(JsonObject asked) {
        client.say(channel(asked), Json.string(asked, "text"), Json.string(asked, "thread_ts"));
        return done();
    }

    private JsonObject attach(JsonObject asked) {
        String size = Json.string(asked, "size");
        client.attach(
                channel(asked),
                Json.string(asked, "text"),
                Json.string(asked, "name"),
                Json.string(asked, "type"),
                size.isEmpty() ? 0 : Long.parseLong(size));
        return done();
    }

    private JsonObject command(JsonObject asked) {
        interactions
                .run(channel(asked), Json.string(asked, "command"), Json.string(asked, "text"))
                .join();
        return done();
    }

    private JsonObject act(JsonObject asked) {
        String viewId = Json.string(asked, "view_id");
        String failure = viewId.isEmpty()
                ? interactions
                        .act(channel(asked), Json.string(asked, "ts"), asked)
                        .join()
                : inViews.act(viewId, asked, Json.child(asked, "values")).join();
        return failure.isEmpty() ? done() : Json.object("ok", false, "error", failure);
    }

    private JsonObject submit(JsonObject asked) {
        return inViews.submit(Json.string(asked, "view_id"), Json.child(asked, "values"))
                .join();
    }

    private JsonObject close(JsonObject asked) {
        inViews.close(Json.string(asked, "view_id"), Json.isTrue(asked, "all"));
        return done();
    }

    private JsonObject moveClock(JsonObject asked) {
        String jump = Json.string(asked, "jump");
        ZoneId zone = workspace.human().zone();
        clock.moveOn(
                jump.isEmpty()
                        ? Duration.parse(Json.string(asked, "by"))
                        : ClockJump.valueOf(jump.toUpperCase(Locale.ROOT)).step(clock.instant(), zone));
        return Json.object("ok", true, "now", clock.millis());
    }

    private Channel channel(JsonObject asked) {
        return workspace
                .channel(Json.string(asked, "channel"))
                .orElseThrow(() -> new IllegalArgumentException("There is no such conversation."));
    }

    private static JsonObject done() {
        return Json.object("ok", true);
    }
}
