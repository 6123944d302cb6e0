package steward.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Currency;
import java.util.Optional;
import steward.app.Steward;
import steward.export.brand.Brand;
import steward.sandbox.Sandbox;
import steward.sandbox.workspace.SandboxClock;
import steward.settings.Manifest;
import steward.settings.Settings;
import steward.slack.bolt.SlackSettings;
import steward.slack.oauth.OAuthApp;
import steward.store.database.DatabaseLocation;
import steward.worksheet.values.Notation;

/** Steward, started inside the test's own process as the command line would start it, for tests that talk to it from outside. */
public final class InProcess {

    /** What signs the deliveries to {@link #serve}. */
    public static final String SIGNING_SECRET = "signing-secret-of-the-tests";

    public static final String BOT_TOKEN = "xoxb-token-of-the-tests";

    /** Where browsers would reach {@link #installable}. */
    public static final String PUBLIC_URL = "https://steward.example.com";

    private InProcess() {}

    /** The sandbox and Steward in it. */
    public record Trial(Sandbox slack, URI steward, Runnable end) implements AutoCloseable {

        @Override
        public void close() {
            end.run();
        }
    }

    /** Steward as {@code serve} has it. */
    public record Served(URI steward, Runnable end) implements AutoCloseable {

        @Override
        public void close() {
            end.run();
        }
    }

    public static Trial sandbox(Path data, InstantSource time) {
        SandboxCommand.Running running = SandboxCommand.start(0, data, time);
        return new Trial(running.sandbox(), address(running.steward()), running::close);
    }

    /** The same, but Steward opens the connection over which it is delivered to. */
    public static Trial inSocketMode(Path data, InstantSource time) {
        SandboxClock clock = new SandboxClock(time, data);
        Sandbox sandbox = slackInSocketMode(data, clock);
        return trial(sandbox, data, clock, Optional.of(sandbox.appToken()), Optional.empty());
    }

    /** The same, but people install Steward in their workspaces, at the address that {@link #PUBLIC_URL} stands for. */
    public static Trial installable(Path data, InstantSource time) {
        SandboxClock clock = new SandboxClock(time, data);
        Sandbox sandbox = slack(data, clock);
        Trial trial = trial(sandbox, data, clock, Optional.empty(), Optional.of(app(sandbox)));
        sandbox.connect(trial.steward().resolve("slack/events"));
        return trial;
    }

    /** The same, and what is said in those workspaces comes over the connection that Steward opens. */
    public static Trial installableInSocketMode(Path data, InstantSource time) {
        SandboxClock clock = new SandboxClock(time, data);
        Sandbox sandbox = slackInSocketMode(data, clock);
        return trial(sandbox, data, clock, Optional.of(sandbox.appToken()), Optional.of(app(sandbox)));
    }

    /** The pretend Slack alone, for a Steward that is started elsewhere. */
    public static Sandbox slack(Path data, InstantSource time) {
        return slack(data, new SandboxClock(time, data));
    }

    /** The same, for one that opens the connection over which it is delivered to. */
    public static Sandbox slackInSocketMode(Path data, InstantSource time) {
        return slackInSocketMode(data, new SandboxClock(time, data));
    }

    private static Sandbox slack(Path data, SandboxClock clock) {
        return Sandbox.start(0, data, clock, Manifest.read().installed());
    }

    private static Sandbox slackInSocketMode(Path data, SandboxClock clock) {
        return Sandbox.start(0, data, clock, Manifest.read().inSocketMode().installed());
    }

    private static OAuthApp app(Sandbox sandbox) {
        return new OAuthApp(
                sandbox.installer().clientId(),
                sandbox.installer().clientSecret(),
                URI.create(PUBLIC_URL),
                Manifest.read().scopes());
    }

    private static Trial trial(
            Sandbox sandbox, Path data, SandboxClock clock, Optional<String> appToken, Optional<OAuthApp> app) {
        SlackSettings slack = new SlackSettings(
                "127.0.0.1",
                0,
                sandbox.api(),
                Optional.empty(),
                Optional.of(sandbox.signingSecret()).filter(secret -> appToken.isEmpty()),
                appToken,
                Optional.of(sandbox.botToken()).filter(token -> app.isEmpty()),
                app);
        Steward steward = Steward.start(
                new Settings(
                        slack,
                        data,
                        Settings.store(data),
                        data.resolve("key"),
                        notation(),
                        Optional.empty(),
                        Optional.empty(),
                        Brand.NONE),
                clock);
        return new Trial(sandbox, address(steward), () -> {
            steward.close();
            sandbox.close();
        });
    }

    private static Notation notation() {
        return new Notation(Currency.getInstance("USD"), Optional.empty());
    }

    public static Served serve(URI slackApi, Path data, InstantSource time) {
        return serve(slackApi, data, Settings.store(data), time);
    }

    public static Served serve(URI slackApi, Path data, DatabaseLocation store, InstantSource time) {
        SlackSettings slack = new SlackSettings(0, SIGNING_SECRET, BOT_TOKEN, slackApi);
        Steward steward = Steward.start(
                new Settings(
                        slack,
                        data,
                        store,
                        data.resolve("key"),
                        notation(),
                        Optional.empty(),
                        Optional.empty(),
                        Brand.NONE),
                time);
        return new Served(address(steward), steward::close);
    }

    private static URI address(Steward steward) {
        return URI.create("http://127.0.0.1:" + steward.port() + "/");
    }
}
