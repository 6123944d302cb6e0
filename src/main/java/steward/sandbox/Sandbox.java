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
import steward.sandbox.delivery.Deliveries;
import steward.sandbox.delivery.EventsApi;
import steward.sandbox.delivery.Faults;
import steward.sandbox.delivery.InteractionPayloads;
import steward.sandbox.delivery.SocketModeServer;
import steward.sandbox.delivery.TriggerIds;
import steward.sandbox.http.LoopbackServer;
import steward.sandbox.http.SameOriginHandler;
import steward.sandbox.interactions.AppReplies;
import steward.sandbox.interactions.MessageInteractions;
import steward.sandbox.interactions.ResponseUrls;
import steward.sandbox.interactions.SlackClient;
import steward.sandbox.interactions.ViewInteractions;
import steward.sandbox.messages.MessageBuilder;
import steward.sandbox.messages.ViewBuilder;
import steward.sandbox.page.EventStream;
import steward.sandbox.page.PageApi;
import steward.sandbox.page.PageEndpoints;
import steward.sandbox.page.PageFiles;
import steward.sandbox.page.PageUpdates;
import steward.sandbox.webapi.ChatMethods;
import steward.sandbox.webapi.ConversationMethods;
import steward.sandbox.webapi.Encoding;
import steward.sandbox.webapi.FileUploads;
import steward.sandbox.webapi.OAuthInstaller;
import steward.sandbox.webapi.ViewMethods;
import steward.sandbox.webapi.WebApi;
import steward.sandbox.webapi.WorkspaceMethods;
import steward.sandbox.workspace.Channel;
import steward.sandbox.workspace.ChannelMembers;
import steward.sandbox.workspace.Credentials;
import steward.sandbox.workspace.HomeTabs;
import steward.sandbox.workspace.InstalledApp;
import steward.sandbox.workspace.MessageHistory;
import steward.sandbox.workspace.ModalStacks;
import steward.sandbox.workspace.Organization;
import steward.sandbox.workspace.Person;
import steward.sandbox.workspace.ReadMarks;
import steward.sandbox.workspace.SandboxClock;
import steward.sandbox.workspace.SharedFiles;
import steward.sandbox.workspace.Workspace;

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
    private final OAuthInstaller installer;
    private final WebApi api;
    private final EventsApi events;
    private final List<AutoCloseable> files;
    private final Deliveries deliveries;
    private final SocketModeServer connections;
    private final EventStream stream;
    private final Faults faults;

    private Sandbox(
            LoopbackServer server,
            SandboxClock clock,
            InstalledApp app,
            Workspace workspace,
            Credentials credentials,
            OAuthInstaller installer,
            WebApi api,
            EventsApi events,
            List<AutoCloseable> files,
            Deliveries deliveries,
            SocketModeServer connections,
            EventStream stream,
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
        this.stream = stream;
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
        OAuthInstaller installer = new OAuthInstaller("1234567890.0987654321", credentials.clientSecret(), clock);
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
            OAuthInstaller installer) {
        // The port first, so that two sandboxes never write to the same files.
        LoopbackServer server = LoopbackServer.listen(port);
        URI address = server.address();
        installer.add(workspace);
        MessageHistory history = new MessageHistory(data, clock);
        ChannelMembers members = new ChannelMembers(workspace, history);
        MessageBuilder posts = new MessageBuilder(workspace);
        Faults faults = new Faults();
        SocketModeServer connections = new SocketModeServer(credentials.appToken(), address, faults);
        Deliveries deliveries = new Deliveries(
                credentials.signingSecret(),
                clock,
                answerWithin,
                faults,
                Optional.of(connections).filter(any -> app.socketMode()));
        EventsApi events = new EventsApi(
                workspace, app.events(), clock, credentials.verificationToken(), installer::organization, deliveries);
        history.listen(events);
        AppReplies replies = new AppReplies(history, posts);
        ResponseUrls responseUrls = new ResponseUrls(clock, replies, address);
        TriggerIds triggers = new TriggerIds(clock);
        InteractionPayloads payloads = new InteractionPayloads(
                workspace, credentials.verificationToken(), triggers, installer::organization, deliveries);
        ViewBuilder views = new ViewBuilder(workspace, clock);
        ModalStacks modals = new ModalStacks();
        HomeTabs homes = new HomeTabs(data);
        ReadMarks reads = new ReadMarks(data);
        ViewInteractions inViews = new ViewInteractions(modals, homes, views, payloads, history);
        SharedFiles files = new SharedFiles(data, workspace, clock, address);
        SlackClient client = new SlackClient(workspace, files, history, homes, events);
        MessageInteractions interactions = new MessageInteractions(
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
        FileUploads uploads = new FileUploads(files, workspace, members, history, posts, address);
        EventStream stream = new EventStream();
        WebApi api = new WebApi(workspace.teamId(), credentials.botToken(), installer, app.scopes(), faults)
                .offer(new ChatMethods(workspace, members, history, posts).methods())
                .offer(new ConversationMethods(workspace, members, app.scopes(), history).methods())
                .offer(new ViewMethods(workspace, app.homeTab(), triggers, views, modals, homes).methods())
                .offer(uploads.methods())
                .offer(new WorkspaceMethods(workspace, clock, address).methods())
                .offerApp("oauth.v2.access", Encoding.FORM, installer::access)
                .offerApp(
                        "apps.connections.open",
                        Encoding.FORM_OR_JSON,
                        (authorization, arguments) -> connections.open(authorization));
        PageApi page = new PageApi(
                workspace,
                new PageEndpoints(workspace, members, clock, client, interactions, inViews, reads),
                new PageUpdates(workspace, app, clock, history, modals, homes, reads),
                stream);
        WebSocketUpgradeHandler sockets = connections.handler(server.jetty());
        sockets.setHandler(
                new Handler.Sequence(api, installer.handler(), responseUrls, uploads, page, new PageFiles()));
        server.serve(new SameOriginHandler(sockets));
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
                stream,
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
    public OAuthInstaller installer() {
        return installer;
    }

    /** Somebody uninstalls the app from this workspace, or from the organization that it is in. */
    public void uninstall() {
        installer.revoke(installer.organization().map(Organization::id).orElse(workspace.teamId()));
        events.uninstalled();
    }

    /** The app's connections in Socket Mode, and the troubles they can be given. */
    public SocketModeServer connections() {
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
        stream.close();
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
