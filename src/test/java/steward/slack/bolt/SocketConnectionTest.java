package steward.slack.bolt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SocketConnectionTest {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<SocketConnection> ended = new CopyOnWriteArrayList<>();
    private final OtherEnd slack = new OtherEnd();

    @BeforeEach
    void listen() {
        slack.start();
        await().until(() -> slack.isListening);
    }

    @AfterEach
    void close() throws InterruptedException {
        slack.stop();
    }

    /** Slack's end, which keeps what it gets. */
    private static final class OtherEnd extends WebSocketServer {

        private final List<String> got = new CopyOnWriteArrayList<>();
        private volatile boolean isListening;
        private volatile boolean isDead;

        OtherEnd() {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        }

        @Override
        public void onStart() {
            isListening = true;
        }

        @Override
        public void onOpen(WebSocket connection, ClientHandshake handshake) {
            connection.send("{\"type\":\"hello\"}");
        }

        @Override
        public void onWebsocketPing(WebSocket connection, Framedata ping) {
            if (!isDead) {
                super.onWebsocketPing(connection, ping);
            }
        }

        @Override
        public void onMessage(WebSocket connection, String message) {
            got.add(message);
        }

        @Override
        public void onClose(WebSocket connection, int code, String reason, boolean remote) {
            got.add("closed");
        }

        @Override
        public void onError(WebSocket connection, Exception failure) {
            got.add("error");
        }
    }

    private SocketConnection connected() {
        SocketConnection connection = connection("ws://127.0.0.1:" + slack.getPort());
        connection.connect();
        await().until(() -> heard.size() == 1);
        return connection;
    }

    private SocketConnection connection(String address) {
        return new SocketConnection(
                URI.create(address), Optional.empty(), (from, message) -> heard.add(message), ended::add);
    }

    @Test
    void aMessageIsHeardAtOnceUnlessItHasNoEnd() throws Exception {
        connected();
        slack.broadcast("x".repeat(5 << 20));
        slack.broadcast("{}");

        await().until(() -> heard.size() == 2);
        assertThat(heard).containsExactly("{\"type\":\"hello\"}", "{}");
    }

    @Test
    void oneThatIsLetGoIsClosedOnceWhatCameThereIsDone() throws Exception {
        SocketConnection connection = connected();
        connection.begun();
        connection.begun();
        connection.drain();
        connection.done();
        connection.send("acknowledged");
        await().until(() -> slack.got.contains("acknowledged"));
        assertThat(ended).isEmpty();

        connection.done();
        await().until(() -> ended.size() == 1);
        assertThat(slack.got).containsExactly("acknowledged", "closed");
    }

    @Test
    void itEndsOnceWhicheverSideEndsIt() throws Exception {
        SocketConnection connection = connected();
        slack.getConnections().forEach(WebSocket::close);
        await().until(() -> ended.size() == 1);
        connection.abort();

        assertThat(ended).containsExactly(connection);
    }

    @Test
    void oneThatCannotBeOpenedEndsToo() throws Exception {
        SocketConnection connection = connection("ws://127.0.0.1:1");
        connection.connect();

        await().until(() -> ended.size() == 1);
    }

    @Test
    void oneThatIsSilentForLongIsGivenUp() throws Exception {
        slack.isDead = true;
        SocketConnection silent = connection("ws://127.0.0.1:" + slack.getPort());
        silent.setConnectionLostTimeout(1);
        silent.connect();

        await().until(() -> ended.size() == 1);
        assertThat(ended).containsExactly(silent);
    }
}
