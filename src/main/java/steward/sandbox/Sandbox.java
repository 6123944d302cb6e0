package steward.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/**
 * A pretend Slack on this machine: a workspace with a few people in it, the Web API that Steward calls, signed deliveries
 * to Steward, and a web page that looks and works as Slack does.
 *
 * <p>What was said is kept in the data folder and survives a restart. It listens on 127.0.0.1 alone.
 */
public final class Sandbox implements AutoCloseable {

    private final LoopbackServer server;
    private final SandboxClock clock;
    private final InstalledApp app;
    private final Workspace workspace;
    private final Credentials credentials;
    private final Installer installer;
    private final WebApi api;
    private final Events events;
    private final List<AutoCloseable> files;
    private final Deliveries deliveries;
    private final Connections connections;
    private final Feed feed;
    private final Faults faults;

    private Sandbox(
            LoopbackServer server,
            SandboxClock clock,
            InstalledApp app,
            Workspace workspace,
            Credentials credentials,
            Installer installer,
            WebApi api,
            Events events,
            List<AutoCloseable> files,
            Deliveries deliveries,
            Connections connections,
            Feed feed,
            Faults faults) {
        this.server = server;
        this.clock = clock;
        this.app = app;
        this.workspace = workspace;
        this.credentials = credentials;
        this.installer = installer;
        this.api = api;
        this.events = events;
        this.files = files;
        this.deliveries = deliveries;
        this.connections = connections;
        this.feed = feed;
        this.faults = faults;
    }

    /**
     * Starts the pretend Slack.
     *
     * @param port where the page and the Web API listen; 0 for any free port
     * @param data the folder for its files, made if need be
     * @param app what Steward's manifest says
     * @throws IllegalStateException with one plain sentence if it cannot start
     */
    public static Sandbox start(int port, Path data, SandboxClock clock, InstalledApp app) {
        return start(port, data, clock, app, Deliveries.ANSWER_WITHIN);
    }

    static Sandbox start(int port, Path data, SandboxClock clock, InstalledApp app, Duration answerWithin) {
        makeFolder(data);
        Credentials credentials = Credentials.in(data);
        Installer installer = new Installer("1234567890.0987654321", credentials.clientSecret(), clock);
        return start(port, data, clock, app, answerWithin, Workspace.standard(app.name()), credentials, installer);
    }

    /**
     * Starts another workspace, with a page of its own, to which the same app can be installed. Its Web API is reached by this one's
     * address with a token that was given out for it.
     */
    public Sandbox beside(Path otherData, URI requestUrl) {
        makeFolder(otherData);
        Sandbox other = start(
                0,
                otherData,
                clock,
                app,
                Deliveries.ANSWER_WITHIN,
                Workspace.neighbour(app.name()),
                credentials.elsewhere(),
                installer);
        api.introduce(other.api);
        other.connect(requestUrl);
        return other;
    }

    private static Sandbox start(
            int port,
            Path data,
            SandboxClock clock,
            InstalledApp app,
            Duration answerWithin,
            Workspace workspace,
            Credentials credentials,
            Installer installer) {
        // The port first, so that two sandboxes never write to the same files.
        LoopbackServer server = LoopbackServer.listen(port);
        URI address = server.address();
        installer.add(workspace);
        History history = new History(data, clock);
        Members members = new Members(workspace, history);
        Posts posts = new Posts(workspace);
        Faults faults = new Faults();
        Connections connections = new Connections(credentials.appToken(), address, faults);
        Deliveries deliveries = new Deliveries(
                credentials.signingSecret(),
                clock,
                answerWithin,
                faults,
                Optional.of(connections).filter(any -> app.socketMode()));
        Events events = new Events(workspace, app.events(), clock, credentials.verificationToken(), deliveries);
        history.listen(events);
        Replies replies = new Replies(history, posts);
        ResponseUrls responseUrls = new ResponseUrls(clock, replies, address);
        Triggers triggers = new Triggers(clock);
        Payloads payloads = new Payloads(workspace, credentials.verificationToken(), triggers, deliveries);
        Views views = new Views(workspace, clock);
        Modals modals = new Modals();
        Homes homes = new Homes(data);
        ReadMarks reads = new ReadMarks(data);
        ViewInteractions inViews = new ViewInteractions(modals, homes, views, payloads, history);
        Client client = new Client(workspace, clock, history, homes, events);
        Interactions interactions = new Interactions(
                workspace,
                members,
                app.commands(),
                credentials.verificationToken(),
                history,
                deliveries,
                payloads,
                triggers,
                responseUrls,
                replies);
        Uploads uploads = new Uploads(data, workspace, members, clock, history, posts, address);
        Feed feed = new Feed();
        WebApi api = new WebApi(workspace.teamId(), credentials.botToken(), installer, app.scopes(), faults)
                .offer(new ChatMethods(workspace, members, history, posts).methods())
                .offer(new ConversationMethods(workspace, members, app.scopes(), history).methods())
                .offer(new ViewMethods(workspace, app.homeTab(), triggers, views, modals, homes).methods())
                .offer(uploads.methods())
                .offer(new WorkspaceMethods(workspace, clock, address).methods())
                .offerApp("oauth.v2.access", installer::access)
                .offerApp("apps.connections.open", (authorization, arguments) -> connections.open(authorization));
        PageApi page = new PageApi(
                workspace,
                new PageDeeds(workspace, members, clock, client, interactions, inViews, reads),
                new PageNews(workspace, app, clock, history, modals, homes, reads),
                feed);
        WebSocketUpgradeHandler sockets = connections.handler(server.jetty());
        sockets.setHandler(
                new Handler.Sequence(api, installer.handler(), responseUrls, uploads, page, new PageFiles()));
        server.serve(new OwnPagesOnly(sockets));
        return new Sandbox(
                server,
                clock,
                app,
                workspace,
                credentials,
                installer,
                api,
                events,
                List.of(history, homes, reads),
                deliveries,
                connections,
                feed,
                faults);
    }

    /** The page to open in a browser. */
    public URI page() {
        return server.address();
    }

    /** The page of this person. */
    public URI page(String userId) {
        return server.address().resolve("?as=" + userId);
    }

    /** The base of the Web API; ends with {@code /api/}. */
    public URI api() {
        return server.address().resolve(WebApi.PATH);
    }

    public String signingSecret() {
        return credentials.signingSecret();
    }

    public String botToken() {
        return credentials.botToken();
    }

    /** What opens Socket Mode. */
    public String appToken() {
        return credentials.appToken();
    }

    /** Where the app is installed, by whoever allows it. */
    public Installer installer() {
        return installer;
    }

    /** Somebody uninstalls the app from this workspace. */
    public void uninstall() {
        installer.revoke(workspace.teamId());
        events.uninstalled();
    }

    /** The app's connections in Socket Mode, and the troubles they can be given. */
    public Connections connections() {
        return connections;
    }

    public String teamId() {
        return workspace.teamId();
    }

    /** The user id of the person whose Slack the page is, unless it says otherwise. */
    public String userId() {
        return userIds().get(0);
    }

    /** Everybody in the workspace. */
    public List<String> userIds() {
        return workspace.humans().stream().map(Person::id).toList();
    }

    /** The id of the direct message between the page's person and Steward. */
    public String channelId() {
        return channelId(userId());
    }

    /** The id of the direct message between this person and Steward. */
    public String channelId(String userId) {
        return workspace.directMessageWith(userId).orElseThrow().id();
    }

    /** The id of the channel with this name, without the {@code #}. */
    public String channelNamed(String name) {
        return workspace.namedChannels().stream()
                .filter(channel -> channel.name().equals(name))
                .map(Channel::id)
                .findFirst()
                .orElseThrow();
    }

    /** Tells where Steward listens; what was delivered before waits for this. */
    public void connect(URI requestUrl) {
        deliveries.connect(requestUrl);
    }

    /** The troubles a test can ask for. */
    public Faults faults() {
        return faults;
    }

    @Override
    public void close() {
        feed.close();
        deliveries.close();
        try {
            server.stop();
            for (AutoCloseable file : files) {
                file.close();
            }
        } catch (Exception failed) {
            throw new IllegalStateException("The sandbox did not stop cleanly.", failed);
        }
    }

    private static void makeFolder(Path data) {
        try {
            Files.createDirectories(data);
        } catch (IOException failed) {
            throw new UncheckedIOException("The folder " + data + " cannot be made.", failed);
        }
    }
}
