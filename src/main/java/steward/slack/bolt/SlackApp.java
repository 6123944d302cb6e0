package steward.slack.bolt;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Servlet;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import steward.conversation.Conversation;
import steward.conversation.session.Health;
import steward.runtime.ChatRuntime;
import steward.runtime.ChatThreads;
import steward.runtime.StorePorts;
import steward.runtime.sending.Daemons;
import steward.runtime.sending.RateLimiter;
import steward.runtime.turns.DeadlineExecutor;
import steward.slack.api.SlackCalls;
import steward.slack.api.SlackClient;
import steward.slack.api.SlackMetrics;
import steward.slack.api.Tokens;
import steward.slack.api.WorkspaceCalls;
import steward.slack.oauth.HomeWorkspaces;
import steward.slack.oauth.InstallApp;
import steward.slack.oauth.InstalledTokens;
import steward.slack.oauth.TokenRequests;
import steward.slack.surfaces.HistoryPace;
import steward.slack.surfaces.SlackChat;
import steward.slack.surfaces.SlackRenderer;

/** Steward in Slack, wired: what Slack delivers comes in by the Bolt app, and the runtime goes out by Slack's client. */
public final class SlackApp implements AutoCloseable {

    /** Between looks for installations that something is due for. */
    private static final long LOOK_SECONDS = 1;

    private final ChatRuntime runtime;
    private final HttpServer server;
    private final Optional<SocketMode> socketMode;
    private final ScheduledExecutorService looks;
    private final DeadlineExecutor deadlines;

    private SlackApp(
            ChatRuntime runtime,
            HttpServer server,
            Optional<SocketMode> socketMode,
            ScheduledExecutorService looks,
            DeadlineExecutor deadlines) {
        this.deadlines = deadlines;
        this.runtime = runtime;
        this.server = server;
        this.socketMode = socketMode;
        this.looks = looks;
    }

    /**
     * Takes the port, takes up what was left unsent, and then listens. Calls nobody before that, so Slack may be away.
     *
     * @param statesKey what signs the states of installations that have begun; there is one if there is an app to install
     * @param ids new, unique texts
     * @param registry where the traffic is counted
     * @throws java.io.UncheckedIOException if the port cannot be had; the message says so in a plain sentence
     */
    public static SlackApp start(
            SlackSettings settings,
            Optional<SecretKey> statesKey,
            StorePorts store,
            Conversation conversation,
            InstantSource clock,
            Supplier<String> ids,
            MeterRegistry registry) {
        SlackMetrics metrics = new SlackMetrics(registry);
        SlackClient client = SlackClient.over(settings.apiUrl(), settings.proxy(), ChatThreads.CALLS_AT_ONCE_MAX);
        SlackCalls calls = new SlackCalls(client, settings.apiUrl(), metrics);
        Optional<InstalledTokens> installed = settings.app()
                .map(app -> new InstalledTokens(store.installations(), new TokenRequests(app, calls), clock));
        Tokens tokens = installed
                .<Tokens>map(many -> many)
                .orElseGet(() -> Tokens.always(settings.botToken().orElseThrow()));
        SlackRenderer renderer = new SlackRenderer();
        WorkspaceCalls workspaceCalls = new WorkspaceCalls(calls, tokens);
        SlackChat chat = new SlackChat(workspaceCalls, new HistoryPace(System::nanoTime), ids, SlackApp::pause);
        ChatRuntime runtime = new ChatRuntime(
                chat,
                renderer,
                store,
                conversation,
                clock,
                ids,
                registry,
                ChatThreads.daemons(),
                new RateLimiter(System::nanoTime));
        HomeWorkspaces homes = new HomeWorkspaces(store.installations(), workspaceCalls, clock);
        StewardApp app = new StewardApp(client.slack(), runtime, renderer, tokens, homes, ids);

        DeadlineExecutor deadlines = new DeadlineExecutor();
        Map<String, Servlet> servlets = new HashMap<>();
        servlets.put(CalendarServlet.PATH, new CalendarServlet(runtime.calendars()));
        settings.signingSecret()
                .ifPresent(secret -> servlets.put(
                        "/slack/events", new EventsServlet(new Signature(secret, clock), app, metrics, deadlines)));
        settings.app().ifPresent(oauth -> {
            InstallServlet install = new InstallServlet(new InstallApp(
                    oauth,
                    client.slack(),
                    settings.apiUrl(),
                    statesKey.orElseThrow(),
                    store.installations(),
                    clock,
                    ids));
            servlets.put(InstallServlet.BEGIN, install);
            servlets.put(InstallServlet.END, install);
        });
        Optional<SocketMode> socketMode = settings.appToken()
                .map(token ->
                        new SocketMode(calls, settings.proxy(), token, new SocketDeliveries(app, metrics, deadlines)));
        socketMode.ifPresent(socket -> Gauge.builder(
                        "steward.slack.connected", () -> socket.health().isWell() ? 1 : 0)
                .description("1 while Slack can deliver by Socket Mode")
                .register(registry));
        Supplier<Health> health = () ->
                store.health().get().and(socketMode.map(SocketMode::health).orElseGet(Health::well));
        SlackApp started = new SlackApp(
                runtime,
                new HttpServer(settings.host(), settings.port(), servlets, health),
                socketMode,
                Executors.newSingleThreadScheduledExecutor(Daemons.named("installations")),
                deadlines);
        try {
            started.listen();
            installed.ifPresent(started::lookAfter);
            return started;
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        server.bind();
        runtime.resume();
        server.start();
        socketMode.ifPresent(SocketMode::start);
        runtime.start();
    }

    private void lookAfter(InstalledTokens tokens) {
        var unused = looks.scheduleWithFixedDelay(tokens::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** Answers what is being asked and ends what is being sent, for a few seconds; the rest is left in the store. */
    @Override
    public void close() {
        looks.shutdownNow();
        server.close();
        socketMode.ifPresent(SocketMode::close);
        deadlines.close();
        runtime.close();
    }
}
