package steward;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Currency;
import java.util.Optional;
import steward.sandbox.Sandbox;
import steward.slack.SlackSettings;
import steward.store.Place;
import steward.worksheet.Notation;

/** Steward, started inside the test's own process as the command line would start it, for tests that talk to it from outside. */
public final class InProcess {

    /** What signs the deliveries to {@link #serve}. */
    public static final String SIGNING_SECRET = "signing-secret-of-the-tests";

    public static final String BOT_TOKEN = "xoxb-token-of-the-tests";

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

    public static Served serve(URI slackApi, Path data, InstantSource time) {
        return serve(slackApi, data, Settings.store(data), time);
    }

    public static Served serve(URI slackApi, Path data, Place store, InstantSource time) {
        SlackSettings slack = new SlackSettings(0, SIGNING_SECRET, BOT_TOKEN, slackApi);
        Notation notation = new Notation(Currency.getInstance("USD"), Optional.empty());
        Steward steward =
                Steward.start(new Settings(slack, data, store, data.resolve("key"), notation, Optional.empty()), time);
        return new Served(address(steward), steward::close);
    }

    private static URI address(Steward steward) {
        return URI.create("http://127.0.0.1:" + steward.port() + "/");
    }
}
