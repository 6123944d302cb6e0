package steward.cli;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import steward.app.Steward;
import steward.settings.DocumentSettings;
import steward.settings.Settings;
import steward.store.files.StoreLock;

/** {@code serve}: Steward for a real Slack workspace, set up by the environment. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Steward for Slack, set up by environment variables such as SLACK_BOT_TOKEN.")
final class ServeCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    private final InstantSource clock;

    ServeCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = Settings.of(System.getenv());
        DocumentSettings.useFonts(new Settings.Environment(System.getenv()));
        StoreLock inUse = settings.store().share();
        try (Steward steward = Steward.start(settings, clock)) {
            LOG.info(
                    "Steward listens on port {} of {} and keeps its data in {}",
                    steward.port(),
                    settings.slack().host(),
                    settings.store());
            settings.slack().proxy().ifPresent(proxy -> LOG.info("Slack is called by way of the proxy {}", proxy));
            steward.metricsPort().ifPresent(port -> LOG.info("Metrics are told on port {}", port));
            Runtime.getRuntime().addShutdownHook(new Thread(steward::close, "stop"));
            new CountDownLatch(1).await();
        } finally {
            inUse.close();
        }
        return 0;
    }
}
