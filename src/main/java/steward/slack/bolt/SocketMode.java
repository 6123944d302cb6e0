package steward.slack.bolt;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser.GenericSocketModeEnvelope;
import com.slack.api.methods.Methods;
import com.slack.api.util.json.GsonFactory;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import okhttp3.FormBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.conversation.session.Health;
import steward.runtime.ChatRuntime;
import steward.runtime.chat.ChatResult;
import steward.runtime.sending.Daemons;
import steward.slack.api.OutgoingProxy;
import steward.slack.api.SlackCalls;
import steward.slack.blocks.JsonFields;

/**
 * Where Slack delivers without a public address: over a connection that Steward opens, and opens anew whenever it is lost.
 *
 * <p>Slack says in time when it is about to close one. Then another is opened first, and the old one is let go when it has nothing left
 * to be done. Whatever is not acknowledged there, Slack delivers again here; what was taken is not taken twice.
 */
final class SocketMode implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SocketMode.class);

    /** Opening a connection, and looking at how those do that there are. */
    private static final int WATCHERS = 2;

    private static final Duration CHECK_EVERY = Duration.ofSeconds(3);
    private static final Duration GREETED_WITHIN = Duration.ofSeconds(20);
    private static final Duration CLOSE_WITHIN = ChatRuntime.CLOSING_STEP.dividedBy(2);
    private static final long WAIT_MILLIS_MAX = 30_000;
    private static final long FIRST_WAIT_MILLIS = 1_000;
    private static final int DOUBLINGS_MAX = 5;

    private static final Gson GSON = GsonFactory.createSnakeCase();

    private final SlackCalls calls;
    private final Optional<OutgoingProxy> proxy;
    private final String appToken;
    private final SocketDeliveries deliveries;
    private final ScheduledExecutorService watchers =
            Executors.newScheduledThreadPool(WATCHERS, Daemons.named("socket"));

    /** All that are open. */
    private final List<SocketConnection> connections = new CopyOnWriteArrayList<>();

    /** Where Slack delivers now; guarded by this, as are those below. */
    private @Nullable SocketConnection current;

    private boolean opening;
    private int failures;
    /** Why there is no connection, as far as that was logged. */
    private String outage = "";

    private boolean closing;

    SocketMode(SlackCalls calls, Optional<OutgoingProxy> proxy, String appToken, SocketDeliveries deliveries) {
        this.calls = calls;
        this.proxy = proxy;
        this.appToken = appToken;
        this.deliveries = deliveries;
    }

    /** Opens the first connection, and returns at once: if Slack is away, it is tried again. */
    void start() {
        openAnother();
        var unused = watchers.scheduleWithFixedDelay(
                this::check, CHECK_EVERY.toMillis(), CHECK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void openAnother() {
        synchronized (this) {
            if (opening || closing) {
                return;
            }
            opening = true;
        }
        watchers.execute(this::open);
    }

    private void open() {
        ChatResult<JsonObject> opened =
                calls.call("Bearer " + appToken, Methods.APPS_CONNECTIONS_OPEN, new FormBody.Builder());
        if (opened.isDone()) {
            connect(JsonFields.text(opened.get(), "url"));
        } else {
            openLater(opened.error(), opened.after());
        }
    }

    private void connect(String address) {
        try {
            URI slack = new URI(address);
            if (!calls.isSlacks(slack)) {
                openLater("not an address of Slack's", Duration.ZERO);
                return;
            }
            SocketConnection connection = new SocketConnection(slack, proxy, this::heard, this::ended);
            connections.add(connection);
            connection.connect();
            var unused = watchers.schedule(
                    () -> abortUnlessGreeted(connection), GREETED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (URISyntaxException | IllegalArgumentException e) {
            openLater("no address in the answer", Duration.ZERO);
        }
    }

    private static void abortUnlessGreeted(SocketConnection connection) {
        if (!connection.isGreeted()) {
            connection.abort();
        }
    }

    /** Whether Slack can deliver. */
    synchronized Health health() {
        boolean isOpen = current != null;
        return new Health(isOpen, List.of("Socket Mode: " + (isOpen ? "connected" : "no connection to Slack")));
    }

    private void openLater(String why, Duration atLeast) {
        long wait;
        synchronized (this) {
            if (closing) {
                return;
            }
            if (!outage.equals(why)) {
                LOG.error("Slack can't deliver by Socket Mode ({}): it is tried again every half a minute", why);
                outage = why;
            }
            long most = Math.min(WAIT_MILLIS_MAX, FIRST_WAIT_MILLIS << Math.min(failures, DOUBLINGS_MAX));
            // Not all who lost their connection at one moment come back at one moment.
            wait = ThreadLocalRandom.current().nextLong(most / 2, most + 1);
            failures++;
        }
        var unused = watchers.schedule(this::open, Math.max(wait, atLeast.toMillis()), TimeUnit.MILLISECONDS);
    }

    private void greeted(SocketConnection connection) {
        SocketConnection before;
        boolean late;
        synchronized (this) {
            opening = false;
            before = current;
            current = connection;
            outage = "";
            late = closing;
        }
        connection.greeted();
        LOG.info("Slack delivers by Socket Mode");
        if (before != null) {
            before.drain();
        }
        if (late) {
            connection.drain();
        }
    }

    /** Slack is about to close a connection. */
    private void replace(SocketConnection connection) {
        boolean isCurrent;
        synchronized (this) {
            isCurrent = current == connection;
        }
        if (isCurrent) {
            openAnother();
        }
    }

    private void ended(SocketConnection connection) {
        connections.remove(connection);
        boolean wasCurrent;
        synchronized (this) {
            wasCurrent = current == connection;
            if (wasCurrent) {
                current = null;
            }
            if (closing) {
                return;
            }
        }
        if (!connection.isGreeted()) {
            openLater("no connection", Duration.ZERO);
        } else if (wasCurrent) {
            LOG.info("The connection to Slack is lost, and opened anew");
            openAnother();
        }
    }

    /** A connection that is there at a check works. */
    private synchronized void check() {
        failures = current == null ? failures : 0;
    }

    private void heard(SocketConnection connection, String text) {
        GenericSocketModeEnvelope envelope;
        try {
            envelope = GSON.fromJson(text, GenericSocketModeEnvelope.class);
        } catch (JsonParseException e) {
            LOG.warn("Slack sent something by Socket Mode that can't be read");
            return;
        }
        switch (String.valueOf(envelope.getType())) {
            case "hello" -> greeted(connection);
            case "disconnect" -> replace(connection);
            default -> deliveries.take(connection, envelope);
        }
    }

    /** Lets what has come be done, for a few seconds. */
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
        }
        watchers.shutdownNow();
        connections.forEach(SocketConnection::drain);
        try {
            for (SocketConnection connection : connections) {
                connection.awaitDone(CLOSE_WITHIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        deliveries.close();
        connections.forEach(SocketConnection::abort);
        LOG.info("Socket Mode is closed: what Slack delivers now it keeps until Steward is back");
    }
}
