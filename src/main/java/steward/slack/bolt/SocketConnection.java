package steward.slack.bolt;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.handshake.ServerHandshake;
import steward.slack.api.OutgoingProxy;

/**
 * One connection of Socket Mode. Not the library's own client: it polls a queue a hundred times a second, takes messages in any order,
 * acknowledges on whatever connection it has by then, and asks this machine for Slack's address where only the proxy knows it. Here each
 * message goes on at once, and a connection that is over is not opened again but replaced.
 *
 * <p>It ends once: when either side closes it, when it breaks, or when nothing is heard for so long that it must be dead. Safe for use by
 * several threads.
 */
final class SocketConnection extends WebSocketClient {

    private static final int OPEN_MILLIS_MAX = 10_000;

    /** Between two signs of life that are asked for; without one for half as long again, it is dead. */
    private static final int SILENCE_SECONDS_MAX = 8;

    private static final int CHARACTERS_MAX = 4 << 20;

    private final BiConsumer<SocketConnection, String> heard;
    private final Consumer<SocketConnection> ended;

    private volatile boolean greeted;

    /** Guarded by this, as are those below. */
    private int underWay;

    private boolean draining;
    private boolean over;

    /**
     * @param address as good as a password, and never logged
     * @param proxy by whose way it is opened, if by any
     * @param heard takes each message that comes
     * @param ended hears once that this is over
     */
    SocketConnection(
            URI address,
            Optional<OutgoingProxy> proxy,
            BiConsumer<SocketConnection, String> heard,
            Consumer<SocketConnection> ended) {
        super(address, new Draft_6455(), Map.of(), OPEN_MILLIS_MAX);
        this.heard = heard;
        this.ended = ended;
        setDaemon(true);
        setConnectionLostTimeout(SILENCE_SECONDS_MAX);
        proxy.filter(way -> way.serves(address)).ifPresent(way -> {
            setProxy(way.forSockets());
            setDnsResolver(null);
        });
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
        // Slack delivers once it has said hello.
    }

    @Override
    public void onMessage(String message) {
        if (message.length() <= CHARACTERS_MAX) {
            heard.accept(this, message);
        }
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
        end();
    }

    @Override
    public void onError(Exception failure) {
        end();
    }

    /** Slack has said hello: from now on it delivers here. */
    void greeted() {
        greeted = true;
    }

    boolean isGreeted() {
        return greeted;
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

    /** Ends this without waiting for the other side. */
    void abort() {
        close();
        Socket socket = getSocket();
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // It is over all the same.
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
