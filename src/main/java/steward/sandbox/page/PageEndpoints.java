package steward.sandbox.page;

import static java.util.Map.entry;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import steward.sandbox.http.Json;
import steward.sandbox.interactions.MessageInteractions;
import steward.sandbox.interactions.SlackClient;
import steward.sandbox.interactions.ViewInteractions;
import steward.sandbox.workspace.Channel;
import steward.sandbox.workspace.ChannelMember;
import steward.sandbox.workspace.ChannelMembers;
import steward.sandbox.workspace.Person;
import steward.sandbox.workspace.ReadMarks;
import steward.sandbox.workspace.SandboxClock;
import steward.sandbox.workspace.Workspace;

/** What a person does on the page, by the name of the endpoint. */
public final class PageEndpoints {

    /** Does what is asked; throws {@link IllegalArgumentException} with a sentence for the person to refuse. */
    interface Endpoint {
        JsonObject done(JsonObject asked);
    }

    private final Workspace workspace;
    private final ChannelMembers members;
    private final SandboxClock clock;
    private final SlackClient client;
    private final MessageInteractions interactions;
    private final ViewInteractions inViews;
    private final ReadMarks reads;
    private final Map<String, Endpoint> endpoints = Map.ofEntries(
            entry("open", this::open),
            entry("say", this::say),
            entry("edit", this::edit),
            entry("delete", this::delete),
            entry("attach", this::attach),
            entry("read", this::read),
            entry("command", this::command),
            entry("act", this::act),
            entry("submit", this::submit),
            entry("close", this::close),
            entry("clock", this::moveClock));

    public PageEndpoints(
            Workspace workspace,
            ChannelMembers members,
            SandboxClock clock,
            SlackClient client,
            MessageInteractions interactions,
            ViewInteractions inViews,
            ReadMarks reads) {
        this.workspace = workspace;
        this.members = members;
        this.clock = clock;
        this.client = client;
        this.interactions = interactions;
        this.inViews = inViews;
        this.reads = reads;
    }

    Optional<Endpoint> find(String name) {
        return Optional.ofNullable(endpoints.get(name));
    }

    private JsonObject open(JsonObject asked) {
        String tab = Json.string(asked, "tab");
        client.open(member(asked), tab.isEmpty() ? "messages" : tab);
        return done();
    }

    private JsonObject say(JsonObject asked) {
        client.say(member(asked), Json.string(asked, "text"), Json.string(asked, "thread_ts"));
        return done();
    }

    private JsonObject edit(JsonObject asked) {
        client.edit(member(asked), Json.string(asked, "ts"), Json.string(asked, "text"));
        return done();
    }

    private JsonObject delete(JsonObject asked) {
        client.delete(member(asked), Json.string(asked, "ts"));
        return done();
    }

    private JsonObject attach(JsonObject asked) {
        client.attach(
                member(asked),
                Json.string(asked, "text"),
                Json.string(asked, "name"),
                Json.string(asked, "type"),
                Base64.getDecoder().decode(Json.string(asked, "content")));
        return done();
    }

    private JsonObject read(JsonObject asked) {
        reads.mark(member(asked).readMark(), Json.string(asked, "thread_ts"), Json.string(asked, "ts"));
        return done();
    }

    private JsonObject command(JsonObject asked) {
        interactions
                .run(member(asked), Json.string(asked, "command"), Json.string(asked, "text"))
                .join();
        return done();
    }

    private JsonObject act(JsonObject asked) {
        String viewId = Json.string(asked, "view_id");
        String failure = viewId.isEmpty()
                ? interactions
                        .act(member(asked), Json.string(asked, "ts"), asked)
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
        Person viewer = workspace.human(Json.string(asked, "as"));
        clock.moveOn(
                jump.isEmpty()
                        ? Duration.parse(Json.string(asked, "by"))
                        : ClockJump.valueOf(jump.toUpperCase(Locale.ROOT)).step(clock.instant(), viewer.zone()));
        return Json.object("ok", true, "now", clock.millis());
    }

    /** Who does this, and where. In a direct message that is its human; elsewhere the page says whose it is. */
    private ChannelMember member(JsonObject asked) {
        Channel channel = workspace
                .channel(Json.string(asked, "channel"))
                .orElseThrow(() -> new IllegalArgumentException("There is no such conversation."));
        Person person = channel.isDirect() ? workspace.humanIn(channel) : workspace.human(Json.string(asked, "as"));
        if (!members.has(channel, person.id())) {
            throw new IllegalArgumentException("You are not in #" + channel.name() + ".");
        }
        return new ChannelMember(person, channel);
    }

    private static JsonObject done() {
        return Json.object("ok", true);
    }
}
