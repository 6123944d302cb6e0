package steward.slack.bolt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.FormBody;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.runtime.chat.ChatResult;
import steward.runtime.chat.ChatResult.Kind;
import steward.slack.StubSlack;
import steward.slack.TestCertificate;
import steward.slack.TunnelProxy;
import steward.slack.api.OutgoingProxy;
import steward.slack.api.SlackCalls;
import steward.slack.api.SlackCheckup;
import steward.slack.api.SlackClient;
import steward.slack.api.SlackMetrics;

/** Steward in a network where nobody knows Slack's name but a proxy that asks for a password. */
class BehindProxyTest {

    private static final URI API = URI.create("https://slack.test/api/");

    private final StubSlack slack = new StubSlack();
    private final Socket socket = new Socket();
    private TestCertificate certificate;
    private TunnelProxy proxy;

    @BeforeEach
    void listen(@TempDir Path folder) throws Exception {
        certificate = TestCertificate.trusted("slack.test", folder);
        socket.start();
        await().until(() -> socket.isListening);
        proxy = new TunnelProxy("steward", "p@ss", certificate.context())
                .leads("slack.test:443", slack.port())
                .leads("slack.test:8443", socket.getPort());
    }

    @AfterEach
    void close() throws Exception {
        socket.stop();
        slack.close();
        proxy.close();
        certificate.close();
    }

    /** Where Slack's Socket Mode is. */
    private static final class Socket extends WebSocketServer {

        private final List<String> headers = new CopyOnWriteArrayList<>();
        private volatile boolean isListening;

        Socket() {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        }

        @Override
        public void onStart() {
            isListening = true;
        }

        @Override
        public void onOpen(WebSocket connection, ClientHandshake handshake) {
            handshake.iterateHttpFields().forEachRemaining(headers::add);
            connection.send("{\"type\":\"hello\"}");
        }

        @Override
        public void onMessage(WebSocket connection, String message) {}

        @Override
        public void onClose(WebSocket connection, int code, String reason, boolean remote) {}

        @Override
        public void onError(WebSocket connection, Exception failure) {}
    }

    private Optional<OutgoingProxy> way(String login) {
        return Optional.of(OutgoingProxy.of("http://" + login + "@127.0.0.1:" + proxy.port(), ""));
    }

    private SlackCalls calls(Optional<OutgoingProxy> way) {
        return new SlackCalls(SlackClient.over(API, way, 2), API, new SlackMetrics(new SimpleMeterRegistry()));
    }

    @Test
    void methodsAndAddressesAreCalledByIt() {
        SlackCalls calls = calls(way("steward:p%40ss"));

        assertThat(calls.call("Bearer xoxb-1", "auth.test", new FormBody.Builder())
                        .isDone())
                .isTrue();
        assertThat(calls.respond(API.resolve("respond"), "{}").isDone()).isTrue();
        assertThat(calls.upload(API.resolve("upload"), "x".getBytes(StandardCharsets.UTF_8))
                        .isDone())
                .isTrue();
        assertThat(slack.calls).extracting(StubSlack.Call::method).containsExactly("auth.test", "respond", "upload");
        assertThat(proxy.asked).isNotEmpty().containsOnly("CONNECT slack.test:443 HTTP/1.1");
    }

    @Test
    void theConnectionOfSocketModeIsOpenedByIt() {
        List<String> heard = new CopyOnWriteArrayList<>();
        SocketConnection connection = new SocketConnection(
                URI.create("wss://slack.test:8443/link"),
                way("steward:p%40ss"),
                (from, message) -> heard.add(message),
                ended -> {});
        connection.connect();

        await("hello").until(() -> heard.size() == 1);
        assertThat(proxy.asked).contains("CONNECT slack.test:8443 HTTP/1.1");
        assertThat(socket.headers)
                .isNotEmpty()
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("proxy-"));
        connection.abort();
    }

    @Test
    void nothingIsSentToAProxyThatLetsNobodyThrough() {
        ChatResult<?> refused =
                calls(way("steward:wrong")).call("Bearer xoxb-1", "chat.postMessage", new FormBody.Builder());

        assertThat(refused.kind()).isEqualTo(Kind.NOT_DONE);
        assertThat(slack.calls).isEmpty();
        assertThat(proxy.asked).hasSizeLessThan(4);
    }

    @Test
    void theDoctorLooksByIt() {
        assertThat(new SlackCheckup(API, way("steward:p%40ss")).whose("xoxb-1")).isPresent();
        assertThat(new SlackCheckup(API, Optional.empty()).whose("xoxb-1")).isEmpty();
    }
}
