package steward.slack;

import com.google.gson.JsonObject;
import io.micrometer.core.instrument.Timer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where Slack delivers without a public address: over a connection that Steward opens, and opens anew whenever it is lost.
 *
 * <p>Slack says in time when it is about to close one. Then another is opened first, and the old one is let go when it has nothing left
 * to be done. Whatever is not acknowledged there, Slack delivers again here; what was taken is not taken twice.
 */
final class SocketMode implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SocketMode.class);

    private static final Duration CHECK_EVERY = Duration.ofSeconds(3);
    private static final Duration CLOSE_WITHIN = SlackApp.STEP_OF_CLOSING.dividedBy(2);
    private static final long WAIT_MILLIS_MAX = 30_000;
    private static final long FIRST_WAIT_MILLIS = 1_000;
    private static final int DOUBLINGS_MAX = 5;

    private final Wire wire;
    private final String appToken;
    private final Reception reception;
    private final ExecutorService executor;
    private final Lanes lanes;
    private final Later later;

    /** All that are open. */
    private final SlackMetrics metrics;

    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    /** Where Slack delivers now; guarded by this, as are those below. */
    private @Nullable Socket current;

    private boolean opening;
    private int failures;
    /** Why there is no connection, as far as that was logged. */
    private String hindrance = "";

    private boolean closing;

    /** @param executor for turns, which this ends when it closes */
    SocketMode(
            Wire wire,
            String appToken,
            Reception reception,
            ExecutorService executor,
            Later later,
            SlackMetrics metrics) {
        this.wire = wire;
        this.appToken = appToken;
        this.reception = reception;
        this.executor = executor;
        this.lanes = new Lanes(executor);
        this.later = later;
        this.metrics = metrics;
    }

    /** Opens the first connection, and returns at once: if Slack is away, it is tried again. */
    void start() {
        openAnother();
        later.run(CHECK_EVERY, this::check);
    }

    // ── Opening ──────────────────────────────────────────────────────────────────────────────────────────

    private void openAnother() {
        synchronized (this) {
            if (opening || closing) {
                return;
            }
            opening = true;
        }
        open();
    }

    private void open() {
        var unused = wire.send("apps.connections.open", WebApi.bearer(appToken), Map.of())
                .thenAccept(reply -> {
                    switch (reply.kind()) {
                        case OK -> connect(Json.text(reply.json(), "url"));
                        case REFUSED, LIMITED, UNKNOWN -> openLater(reply.error(), reply.after());
                    }
                });
    }

    private void connect(String address) {
        Socket socket = new Socket(this::heard, this::ended, System::nanoTime);
        try {
            sockets.add(socket);
            var unused = wire.connect(URI.create(address), socket).exceptionally(failure -> {
                socket.abort();
                return null;
            });
        } catch (IllegalArgumentException e) {
            socket.abort();
        }
    }

    private void openLater(String why, Duration atLeast) {
        long wait;
        synchronized (this) {
            if (!hindrance.equals(why)) {
                LOG.error("Slack can't deliver by Socket Mode ({}): it is tried again every half a minute", why);
                hindrance = why;
            }
            long most = Math.min(WAIT_MILLIS_MAX, FIRST_WAIT_MILLIS << Math.min(failures, DOUBLINGS_MAX));
            // Not all who lost their connection at one moment come back at one moment.
            wait = ThreadLocalRandom.current().nextLong(most / 2, most + 1);
            failures++;
            if (closing) {
                return;
            }
        }
        later.run(Duration.ofMillis(Math.max(wait, atLeast.toMillis())), this::open);
    }

    private void greeted(Socket socket) {
        Socket before;
        boolean late;
        synchronized (this) {
            opening = false;
            before = current;
            current = socket;
            hindrance = "";
            late = closing;
        }
        socket.greeted();
        LOG.info("Slack delivers by Socket Mode");
        if (before != null) {
            before.drain();
        }
        if (late) {
            socket.drain();
        }
    }

    /** Slack is about to close a connection. */
    private void replace(Socket socket) {
        boolean isCurrent;
        synchronized (this) {
            isCurrent = current == socket;
        }
        if (isCurrent) {
            openAnother();
        }
    }

    private void ended(Socket socket) {
        sockets.remove(socket);
        boolean wasCurrent;
        synchronized (this) {
            wasCurrent = current == socket;
            if (wasCurrent) {
                current = null;
            }
        }
        if (!socket.isGreeted()) {
            openLater("no connection", Duration.ZERO);
        } else if (wasCurrent) {
            LOG.info("The connection to Slack is lost, and opened anew");
            openAnother();
        }
    }

    private void check() {
        synchronized (this) {
            if (closing) {
                return;
            }
            // A connection that was there at two checks works.
            failures = current == null ? failures : 0;
        }
        sockets.forEach(Socket::check);
        later.run(CHECK_EVERY, this::check);
    }

    // ── Listening ────────────────────────────────────────────────────────────────────────────────────────

    private void heard(Socket socket, String text) {
        JsonObject message;
        try {
            message = Strict.json(text);
        } catch (Malformed e) {
            LOG.warn("Slack sent something by Socket Mode that can't be read");
            return;
        }
        switch (Json.text(message, "type")) {
            case "hello" -> greeted(socket);
            case "disconnect" -> replace(socket);
            default -> delivered(socket, SocketEnvelope.read(message));
        }
    }

    private void delivered(Socket socket, SocketEnvelope envelope) {
        if (envelope.id().isEmpty()) {
            return;
        }
        socket.begun();
        lanes.add(envelope.lane(), () -> take(socket, envelope));
    }

    /** First the turn, then the acknowledgement, and only then what Steward says. */
    private void take(Socket socket, SocketEnvelope envelope) {
        try {
            Answer answer = taken(envelope);
            if (answer.status() == Answer.UNAVAILABLE) {
                // Slack delivers again what is not acknowledged.
                afterwards(socket, answer);
            } else {
                var unused = socket.say(envelope.acknowledgement(answer))
                        .whenComplete((sent, failure) -> afterwards(socket, answer));
            }
        } catch (RuntimeException | Malformed e) {
            LOG.error("What came by Socket Mode could not be taken", Trouble.of(e));
            socket.done();
        }
    }

    private Answer taken(SocketEnvelope envelope) {
        Timer.Sample sample = metrics.begin();
        try {
            Answer answer = envelope.deliver(reception);
            metrics.acknowledged(sample, answer.status());
            return answer;
        } catch (Malformed e) {
            LOG.warn("Slack delivered something by Socket Mode that can't be taken: {}", e.getMessage());
            return Answer.taken();
        }
    }

    private static void afterwards(Socket socket, Answer answer) {
        try {
            answer.then().run();
        } catch (RuntimeException e) {
            LOG.error("What was to follow an acknowledgement failed", Trouble.of(e));
        } finally {
            socket.done();
        }
    }

    // ── Closing ──────────────────────────────────────────────────────────────────────────────────────────

    /** Lets what has come be done, for a few seconds. */
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
        }
        sockets.forEach(Socket::drain);
        try {
            for (Socket socket : sockets) {
                socket.awaitDone(CLOSE_WITHIN);
            }
            executor.shutdown();
            if (!executor.awaitTermination(CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sockets.forEach(Socket::abort);
    }
}
