package steward.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import steward.app.Steward;
import steward.sandbox.Sandbox;
import steward.sandbox.workspace.SandboxClock;
import steward.settings.DocumentSettings;
import steward.settings.Manifest;
import steward.settings.Settings;
import steward.slack.bolt.SlackSettings;
import steward.store.files.StoreLock;

/** {@code sandbox}: Steward and a pretend Slack in one process, to try it without an account, a token or a network. */
@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        description = "Steward with a pretend Slack on this machine; needs no account, token or network.")
final class SandboxCommand implements Callable<Integer> {

    @Option(
            names = "--port",
            converter = Port.class,
            defaultValue = "3000",
            description = "The page's port; 0 for any free one (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--data",
            defaultValue = "data/sandbox",
            description = "The folder to keep all in (${DEFAULT-VALUE}).")
    private Path data = Path.of("data", "sandbox");

    private final InstantSource clock;

    SandboxCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        StoreLock inUse = Settings.store(data).alone();
        try (Running running = start(port, data, clock)) {
            System.out.println(
                    "Steward's sandbox is open at " + running.sandbox().page());
            System.out.println("Everything is kept in " + data + ". Ctrl-C stops it.");
            Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop"));
            new CountDownLatch(1).await();
        } finally {
            inUse.close();
        }
        return 0;
    }

    /** Starts both sides on one clock and introduces them to each other. */
    static Running start(int port, Path data, InstantSource time) {
        SandboxClock sandboxClock = new SandboxClock(time, data);
        Sandbox sandbox =
                Sandbox.start(port, data, sandboxClock, Manifest.read().installed());
        Settings.Environment env = new Settings.Environment(System.getenv());
        DocumentSettings.useFonts(env);
        try {
            int stewards = freePort();
            SlackSettings slack =
                    new SlackSettings(stewards, sandbox.signingSecret(), sandbox.botToken(), sandbox.api());
            Steward steward = Steward.start(
                    new Settings(
                            slack,
                            data,
                            Settings.store(data),
                            data.resolve("key"),
                            Settings.notation(env),
                            Optional.empty(),
                            Optional.of(URI.create("http://127.0.0.1:" + stewards)),
                            DocumentSettings.brand(env)),
                    sandboxClock);
            sandbox.connect(URI.create("http://127.0.0.1:" + steward.port() + "/slack/events"));
            return new Running(sandbox, steward);
        } catch (RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    /** Calendars have to be told the port before it is listened on. */
    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("This machine has no port free for Steward.", e);
        }
    }

    /** A port, so that one that cannot be is wrong usage. */
    static final class Port implements ITypeConverter<Integer> {

        private static final int MAX = 65_535;

        @Override
        public Integer convert(String port) {
            if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > MAX) {
                throw new TypeConversionException(
                        "--port must be a number from 0 to " + MAX + ", not \"" + port + "\"");
            }
            return Integer.valueOf(port);
        }
    }

    /** Both sides of the sandbox. */
    record Running(Sandbox sandbox, Steward steward) implements AutoCloseable {

        @Override
        public void close() {
            steward.close();
            sandbox.close();
        }
    }
}
