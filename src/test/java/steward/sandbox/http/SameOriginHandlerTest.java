package steward.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.sandbox.Trial;

class SameOriginHandlerTest {

    @TempDir
    Path data;

    @Test
    void takesItsOwnPageAndNoOther() throws Exception {
        try (Trial trial = new Trial(data)) {
            int port = trial.sandbox.page().getPort();
            String own = "127.0.0.1:" + port;
            assertThat(status(port, "GET / HTTP/1.1", own, "")).isEqualTo(200);
            assertThat(status(port, "GET / HTTP/1.1", "localhost:" + port, "")).isEqualTo(200);
            assertThat(status(port, "GET / HTTP/1.1", "evil.example:" + port, ""))
                    .isEqualTo(403);
            assertThat(status(port, "POST /sandbox/open HTTP/1.1", own, "Origin: http://" + own + "\r\n"))
                    .isEqualTo(400);
            assertThat(status(port, "POST /sandbox/open HTTP/1.1", own, "Origin: https://evil.example\r\n"))
                    .isEqualTo(403);
            assertThat(status(port, "POST /sandbox/open HTTP/1.1", own, "Origin: null\r\n"))
                    .isEqualTo(403);
            assertThat(status(port, "POST /sandbox/open HTTP/1.1", own, "Sec-Fetch-Site: cross-site\r\n"))
                    .isEqualTo(403);
            assertThat(status(port, "GET /../Sandbox.class HTTP/1.1", own, "")).isNotEqualTo(200);
        }
    }

    /** By hand, since HTTP clients do not let a caller choose the host header. */
    private static int status(int port, String request, String host, String headers) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write((request + "\r\nHost: " + host + "\r\n" + headers
                            + "Content-Length: 1\r\nConnection: close\r\n\r\n[")
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            InputStream in = socket.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }
}
