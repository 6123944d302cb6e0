package steward.slack;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import steward.conversation.Conversation;

/** Steward in Slack: listens for what reps do there, and speaks to them. */
public final class SlackApp implements AutoCloseable {

    private static final int THREADS = 4;
    /** Forms open on threads of their own, since they can't wait until others are free. */
    private static final int FORM_THREADS = 2;

    /** Turns taken at once by Socket Mode, each of another rep. */
    private static final int SOCKET_THREADS = 8;

    /** The longest that each of the four steps of closing may take, so that all is over within five seconds. */
    static final Duration STEP_OF_CLOSING = Duration.ofMillis(1_200);

    /** Between looks for what is due: installations, and reps who want their own file. */
    private static final long LOOK_SECONDS = 1;

    private final ScheduledExecutorService executor;
    private final ScheduledExecutorService formExecutor;
    private final Dispatcher dispatcher;
    private final Speaker speaker;
    private final SlackServer server;
    private final Optional<SocketMode> socketMode;

    private SlackApp(
            ScheduledExecutorService executor,
            ScheduledExecutorService formExecutor,
            Dispatcher dispatcher,
            Speaker speaker,
            SlackServer server,
            Optional<SocketMode> socketMode) {
        this.executor = executor;
        this.formExecutor = formExecutor;
        this.dispatcher = dispatcher;
        this.speaker = speaker;
        this.server = server;
        this.socketMode = socketMode;
    }

    /**
     * Takes the port, takes up what was left unsaid, and then listens. Calls nobody before that, so Slack may be away.
     *
     * @param ids new, unique texts
     * @param registry where the traffic is counted
     * @throws java.io.UncheckedIOException if the port cannot be had; the message says so in a plain sentence
     */
    public static SlackApp start(
            SlackSettings settings,
            StorePorts store,
            Conversation conversation,
            InstantSource clock,
            Supplier<String> ids,
            MeterRegistry registry) {
        SlackMetrics metrics = new SlackMetrics(registry);
        ScheduledExecutorService executor = threads("slack-", THREADS);
        ScheduledExecutorService formExecutor = threads("form-", FORM_THREADS);
        Wire wire = new Wire(settings.apiUrl(), executor, metrics);
        Optional<Grants> grants = settings.app().map(app -> new Grants(app, wire));
        Optional<InstalledTokens> installed =
                grants.map(granting -> new InstalledTokens(store.installations(), granting, clock));
        Tokens tokens = installed
                .<Tokens>map(many -> many)
                .orElseGet(() -> Tokens.always(settings.botToken().orElseThrow()));
        Workspaces workspaces = new Workspaces(wire, tokens);
        Later later = (after, task) -> {
            var unused = executor.schedule(task, after.toMillis(), TimeUnit.MILLISECONDS);
        };
        Apologies apologies = new Apologies(workspaces);
        Modals modals = new Modals(new Workspaces(settings.apiUrl(), tokens, formExecutor, metrics), apologies, ids);
        Speaker speaker = new Speaker(workspaces, store.outbox(), clock, executor, later, metrics);
        Homes homes = new Homes(workspaces, store.desks(), store.reps(), conversation, speaker, clock, later);
        Profiles profiles = new Profiles(workspaces, store.reps(), clock, executor, homes::refresh);
        Turns turns = new Turns(
                store.desks(),
                conversation,
                store.outbox(),
                speaker,
                modals,
                new Asides(workspaces, ids),
                homes,
                profiles,
                clock);
        OwnFileUpload ownFile =
                new OwnFileUpload(store.desks(), store.outbox(), conversation, workspaces, later, clock);
        HandingOver handingOver =
                new HandingOver(store.ownFiles(), ownFile, speaker, homes, new Erasing(workspaces, later), clock, ids);
        Reception reception = new Reception(tokens, turns, apologies, ids);
        SlackServer server = new SlackServer(
                settings.host(),
                settings.port(),
                settings.signingSecret().map(secret -> new Door(new Signature(secret, clock), reception)),
                settings.app()
                        .map(app -> new InstallDoor(
                                app,
                                grants.orElseThrow(),
                                store.installations(),
                                store.handshakes(),
                                settings.apiUrl(),
                                clock,
                                ids)),
                store.ready(),
                metrics);
        Optional<SocketMode> socketMode = settings.appToken()
                .map(token ->
                        new SocketMode(wire, token, reception, threads("socket-", SOCKET_THREADS), later, metrics));
        Dispatcher dispatcher = new Dispatcher(store.wakes(), turns, speaker, clock);
        SlackApp app = new SlackApp(executor, formExecutor, dispatcher, speaker, server, socketMode);
        try {
            server.bind();
            speaker.resume();
            server.start();
            socketMode.ifPresent(SocketMode::start);
            dispatcher.start();
            installed.ifPresent(many -> everySecond(many::look, executor));
            everySecond(handingOver::look, executor);
            return app;
        } catch (RuntimeException e) {
            app.close();
            throw e;
        }
    }

    private static void everySecond(Runnable look, ScheduledExecutorService executor) {
        var unused = executor.scheduleWithFixedDelay(look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    private static ScheduledExecutorService threads(String name, int threads) {
        AtomicInteger number = new AtomicInteger();
        return Executors.newScheduledThreadPool(threads, task -> {
            Thread thread = new Thread(task, name + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** Answers what is being asked and ends what is being said, for a few seconds; the rest is left in the store. */
    @Override
    public void close() {
        server.close();
        socketMode.ifPresent(SocketMode::close);
        dispatcher.close();
        speaker.close();
        formExecutor.shutdownNow();
        executor.shutdownNow();
    }
}
