package steward.app;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.conversation.Conversation;
import steward.encryption.DerivedKey;
import steward.encryption.EncryptedInstallations;
import steward.encryption.KeyFile;
import steward.encryption.TokenCipher;
import steward.metrics.Metrics;
import steward.rep.Installations;
import steward.runtime.StorePorts;
import steward.settings.Settings;
import steward.slack.bolt.SlackApp;
import steward.store.Store;

/** The whole of Steward, wired: a store, the conversation, and Slack. */
public final class Steward implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Steward.class);

    private final Store store;
    private final Metrics metrics;
    private final SlackApp slack;

    private Steward(Store store, Metrics metrics, SlackApp slack) {
        this.store = store;
        this.metrics = metrics;
        this.slack = slack;
    }

    /** Starts whole, or fails whole and says why. */
    public static Steward start(Settings settings, InstantSource clock) {
        RandomIds ids = new RandomIds();
        Metrics metrics = Metrics.start(settings.metrics());
        Store store = null;
        try {
            settings.store()
                    .backUpIfOlder(settings.data())
                    .ifPresent(
                            backup -> LOG.info("The store as it was before it is brought up to date is in {}", backup));
            store = Store.open(settings.store(), metrics.registry());
            store.watch();
            metrics.watch(store, clock);
            Conversation conversation = new Conversation(
                    settings.notation(), ids, settings.publicUrl().map(URI::toString), settings.brand());
            // The store is migrated before anything listens.
            Optional<SecretKey> key = settings.slack().app().map(app -> KeyFile.open(settings.keyFile()));
            SlackApp slack = SlackApp.start(
                    settings.slack(),
                    key.map(file -> DerivedKey.of(file, "installations begun")),
                    ports(key, store),
                    conversation,
                    clock,
                    ids,
                    metrics.registry());
            return new Steward(store, metrics, slack);
        } catch (RuntimeException e) {
            metrics.close();
            if (store != null) {
                store.close();
            }
            throw e;
        }
    }

    private static StorePorts ports(Optional<SecretKey> key, Store store) {
        return new StorePorts(
                store.sessions(),
                store.outbox(),
                store.reps(),
                store.wakeTimes(),
                store.personalDataRequests(),
                store.expiredRecords(),
                installations(key, store),
                store::health);
    }

    /** Whether the key fits is seen at the start: later, a rep would be the first to notice. */
    private static Installations installations(Optional<SecretKey> key, Store store) {
        Installations installations = key.<Installations>map(
                        file -> new EncryptedInstallations(store.installations(), new TokenCipher(file)))
                .orElseGet(store::installations);
        var unused = installations.any();
        return installations;
    }

    public int port() {
        return slack.port();
    }

    /** The port with the metrics, if one was set. */
    public Optional<Integer> metricsPort() {
        return metrics.port();
    }

    /** Lets what is being done be done, and leaves the rest in the store. */
    @Override
    public void close() {
        slack.close();
        metrics.close();
        store.close();
    }
}
