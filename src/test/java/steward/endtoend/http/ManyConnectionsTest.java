package steward.endtoend.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.cli.InProcess;
import steward.cli.InProcess.Served;
import steward.endtoend.fixtures.DeliverySender;
import steward.endtoend.fixtures.SignedDelivery;
import steward.endtoend.fixtures.StubSlack;

/** However many hold a connection and never come to the point, Slack is answered beside them. */
class ManyConnectionsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final int CONNECTIONS = 2_000;

    private final List<Socket> sockets = new ArrayList<>();
    private StubSlack slack;
    private Served served;

    @BeforeEach
    void serve(@TempDir Path data) throws IOException {
        slack = new StubSlack(InstantSource.fixed(NOW));
        served = InProcess.serve(slack.api(), data, InstantSource.fixed(NOW));
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        served.close();
        slack.close();
    }

    @Test
    void whoSaysNothingHoldsUpNobody() throws Exception {
        connect("");
        answers();
    }

    @Test
    void whoNeverEndsTheirHeadersHoldsUpNobody() throws Exception {
        connect("POST /slack/events HTTP/1.1\r\nHost: steward\r\nX-Long: ");
        answers();
    }

    @Test
    void whoNeverEndsTheirBodyHoldsUpNobody() throws Exception {
        connect("POST /slack/events HTTP/1.1\r\nHost: steward\r\nContent-Type: application/json\r\n"
                + "Content-Length: 1000000\r\n\r\n{\"type\":");
        answers();
    }

    private void connect(String begun) throws IOException {
        for (int i = 0; i < CONNECTIONS; i++) {
            Socket socket = new Socket(
                    InetAddress.getLoopbackAddress(), served.steward().getPort());
            socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
            sockets.add(socket);
        }
    }

    private void answers() throws Exception {
        DeliverySender courier = new DeliverySender(served.steward(), NOW);
        assertThat(courier.send(SignedDelivery.command("1.1", "/plan", "help")).statusCode())
                .isEqualTo(200);
    }
}
