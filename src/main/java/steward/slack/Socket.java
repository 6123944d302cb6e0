package steward.slack;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One connection to Slack.
 *
 * <p>What comes in pieces is put together; what is sent goes out one after another, as a connection asks. It ends once: when either side
 * closes it, when it breaks, or when nothing was heard for so long that it must be dead. Safe for use by several threads.
 */
final class Socket implements WebSocket.Listener {

    /** It is asked for a sign of life far more often. */
    static final Duration SILENT_MAX = Duration.ofSeconds(10);

    private static final int CHARACTERS_MAX = 4 << 20;

    private final BiConsumer<Socket, String> heard;
    private final Consumer<Socket> ended;
    private final LongSupplier nanos;

    private final StringBuilder pieces = new StringBuilder();
    private boolean tooLong;

    private volatile long lastHeard;
    private volatile boolean greeted;

    /** Guarded by this, as are those below. */
    private @Nullable WebSocket connection;

    private CompletableFuture<WebSocket> sending = new CompletableFuture<>();
    private int underWay;
    private boolean draining;
    private boolean over;

    /**
     * @param heard takes each message that comes, whole
     * @param ended hears once that this is over
     * @param nanos a clock that only goes on, like {@link System#nanoTime}
     */
    Socket(BiConsumer<Socket, String> heard, Consumer<Socket> ended, LongSupplier nanos) {
        this.heard = heard;
        this.ended = ended;
        this.nanos = nanos;
        this.lastHeard = nanos.getAsLong();
    }

    @Override
    public void onOpen(WebSocket opened) {
        synchronized (this) {
            connection = opened;
            sending = CompletableFuture.completedFuture(opened);
        }
        heardSomething();
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        heardSomething();
        tooLong = tooLong || pieces.length() + data.length() > CHARACTERS_MAX;
        if (!tooLong) {
            pieces.append(data);
        }
        if (last) {
            String message = pieces.toString();
            boolean whole = !tooLong;
            pieces.setLength(0);
            tooLong = false;
            if (whole) {
                heard.accept(this, message);
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        heardSomething();
        return WebSocket.Listener.super.onPing(from, message);
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        heardSomething();
        return WebSocket.Listener.super.onPong(from, message);
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        end();
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        end();
    }

    private void heardSomething() {
        lastHeard = nanos.getAsLong();
    }

    /** Slack has said hello: from now on it delivers here. */
    void greeted() {
        greeted = true;
    }

    boolean isGreeted() {
        return greeted;
    }

    /** Asks for a sign of life, and ends this if there was none for long. */
    void check() {
        if (nanos.getAsLong() - lastHeard > SILENT_MAX.toNanos()) {
            abort();
        } else {
            // That the other side is gone is not always read, but what is written there fails.
            var unused = send(to -> to.sendPing(ByteBuffer.allocate(0))).exceptionally(failure -> {
                abort();
                return null;
            });
        }
    }

    /** Sends a message; what comes of it is known when it is complete. */
    CompletableFuture<WebSocket> say(String message) {
        return send(to -> to.sendText(message, true));
    }

    private synchronized CompletableFuture<WebSocket> send(Function<WebSocket, CompletableFuture<WebSocket>> what) {
        WebSocket to = connection;
        if (to == null || over) {
            return CompletableFuture.failedFuture(new IllegalStateException("there is no connection"));
        }
        CompletableFuture<WebSocket> sent =
                sending.handle((done, failure) -> to).thenCompose(what);
        sending = sent;
        return sent;
    }

    /** Something that came here is being done. */
    synchronized void begun() {
        underWay++;
    }

    /** It is done, and acknowledged if it is to be. */
    void done() {
        boolean last;
        synchronized (this) {
            underWay--;
            last = draining && underWay == 0;
            notifyAll();
        }
        if (last) {
            close();
        }
    }

    /** Closes this once what came here is done; until then it still takes what comes. */
    void drain() {
        boolean idle;
        synchronized (this) {
            draining = true;
            idle = underWay == 0;
        }
        if (idle) {
            close();
        }
    }

    /** Waits until what came here is done, but not for long. */
    synchronized void awaitDone(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        long left = atMost.toMillis();
        while (underWay > 0 && left > 0) {
            wait(left);
            left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        }
    }

    private void close() {
        var unused = send(to -> to.sendClose(WebSocket.NORMAL_CLOSURE, "")).exceptionally(failure -> {
            abort();
            return null;
        });
    }

    void abort() {
        WebSocket broken;
        synchronized (this) {
            broken = connection;
        }
        if (broken != null) {
            broken.abort();
        }
        end();
    }

    private void end() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        ended.accept(this);
    }
}
