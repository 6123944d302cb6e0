package steward.slack.bolt;

import com.slack.api.Slack;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.slack.api.socket_mode.queue.impl.ConcurrentLinkedMessageQueue;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * One connection of Socket Mode: the library's client, without what it does by itself. It polls a queue a hundred times a second, takes
 * messages in any order, and acknowledges on whatever connection it has by then; here each message goes on at once, and a connection that is
 * over is not opened again but replaced.
 *
 * <p>It ends once: when either side closes it, when it breaks, or when nothing was heard for so long that it must be dead. Safe for use by
 * several threads.
 */
class SocketConnection extends SocketModeClientJavaWSImpl {

    /** A check waits three seconds for a sign of life. */
    private static final int SILENT_CHECKS_MAX = 3;

    private static final int CHARACTERS_MAX = 4 << 20;

    private final BiConsumer<SocketConnection, String> heard;
    private final Consumer<SocketConnection> ended;

    private volatile boolean greeted;
    private final AtomicInteger silentChecks = new AtomicInteger();

    /** Guarded by this, as are those below. */
    private int underWay;

    private boolean draining;
    private boolean over;

    /**
     * @param address as good as a password, and never logged
     * @param heard takes each message that comes
     * @param ended hears once that this is over
     */
    SocketConnection(
            Slack slack,
            String appToken,
            String address,
            BiConsumer<SocketConnection, String> heard,
            Consumer<SocketConnection> ended)
            throws URISyntaxException {
        super(slack, appToken, address, 1, new ConcurrentLinkedMessageQueue(), false, false, 0);
        this.heard = heard;
        this.ended = ended;
        addWebSocketCloseListener((code, reason) -> end());
        addWebSocketErrorListener(failure -> end());
    }

    /** There is no queue, so nobody is to poll it. */
    @Override
    public void initializeMessageProcessorExecutor(int concurrency) {
        // Called while this is constructed.
    }

    @Override
    public void enqueueMessage(String message) {
        silentChecks.set(0);
        if (message.length() <= CHARACTERS_MAX) {
            heard.accept(this, message);
        }
    }

    /** Slack has said hello: from now on it delivers here. */
    void greeted() {
        greeted = true;
    }

    boolean isGreeted() {
        return greeted;
    }

    /** Asks for a sign of life, waits for it for a moment, and ends this if there was none for long. */
    void check() {
        if (verifyConnection()) {
            silentChecks.set(0);
        } else if (silentChecks.incrementAndGet() >= SILENT_CHECKS_MAX) {
            abort();
        }
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
            disconnect();
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
            disconnect();
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

    /** Ends this without waiting for the other side. */
    void abort() {
        disconnect();
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
