package steward.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** One connection: its messages come whole, it is let go when nothing is left to be done, and is not waited for when it is dead. */
class SocketTest {

    private final List<String> heard = new ArrayList<>();
    private final List<Socket> ended = new ArrayList<>();
    private final Wired connection = new Wired();
    private long nanos;
    private final Socket socket = new Socket((from, message) -> heard.add(message), ended::add, () -> nanos);

    /** The other end, which keeps what it gets. */
    private static final class Wired implements WebSocket {

        private final List<String> got = new ArrayList<>();

        private CompletableFuture<WebSocket> keep(String what) {
            got.add(what);
            return CompletableFuture.completedFuture(this);
        }

        @Override
        public CompletableFuture<WebSocket> sendText(CharSequence data, boolean last) {
            return keep(data.toString());
        }

        @Override
        public CompletableFuture<WebSocket> sendBinary(ByteBuffer data, boolean last) {
            return keep("bytes");
        }

        @Override
        public CompletableFuture<WebSocket> sendPing(ByteBuffer message) {
            return keep("ping");
        }

        @Override
        public CompletableFuture<WebSocket> sendPong(ByteBuffer message) {
            return keep("pong");
        }

        @Override
        public CompletableFuture<WebSocket> sendClose(int statusCode, String reason) {
            return keep("close");
        }

        @Override
        public void request(long n) {
            // It sends what it has, asked or not.
        }

        @Override
        public String getSubprotocol() {
            return "";
        }

        @Override
        public boolean isOutputClosed() {
            return false;
        }

        @Override
        public boolean isInputClosed() {
            return false;
        }

        @Override
        public void abort() {
            got.add("abort");
        }
    }

    @Test
    void aMessageInPiecesIsHeardWhole() {
        socket.onOpen(connection);
        socket.onText(connection, "{\"type\":", false);
        assertThat(heard).isEmpty();
        socket.onText(connection, "\"hello\"}", true);
        socket.onText(connection, "{}", true);

        assertThat(heard).containsExactly("{\"type\":\"hello\"}", "{}");
    }

    @Test
    void aMessageWithoutEndIsNotKept() {
        socket.onOpen(connection);
        String piece = "x".repeat(1 << 20);
        for (int i = 0; i < 5; i++) {
            socket.onText(connection, piece, false);
        }
        socket.onText(connection, "", true);
        socket.onText(connection, "{}", true);

        assertThat(heard).containsExactly("{}");
    }

    @Test
    void aSilentOneIsAskedForASignOfLifeAndThenGivenUp() {
        socket.onOpen(connection);
        nanos += Socket.SILENT_MAX.toNanos();
        socket.check();
        assertThat(connection.got).containsExactly("ping");

        socket.onPong(connection, ByteBuffer.allocate(0));
        nanos += Socket.SILENT_MAX.toNanos();
        socket.check();
        assertThat(ended).isEmpty();

        nanos++;
        socket.check();
        assertThat(connection.got).containsExactly("ping", "ping", "abort");
        assertThat(ended).containsExactly(socket);
    }

    @Test
    void oneThatIsLetGoIsClosedOnceWhatCameThereIsDone() {
        socket.onOpen(connection);
        socket.begun();
        socket.begun();
        socket.drain();
        socket.done();
        assertThat(connection.got).isEmpty();

        var unused = socket.say("acknowledged");
        socket.done();
        assertThat(connection.got).containsExactly("acknowledged", "close");
    }

    @Test
    void itEndsOnceAndThenSaysNothing() {
        socket.onOpen(connection);
        socket.onError(connection, new IllegalStateException("reset"));
        socket.onClose(connection, 1006, "");

        assertThat(ended).containsExactly(socket);
        assertThat(socket.say("late")).isCompletedExceptionally();
        assertThat(connection.got).isEmpty();
    }

    @Test
    void oneThatNeverOpenedEndsToo() {
        socket.abort();

        assertThat(ended).containsExactly(socket);
    }
}
