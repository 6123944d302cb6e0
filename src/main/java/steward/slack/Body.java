package steward.slack;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * A request's body, gathered as it comes without a thread that waits for it.
 *
 * <p>What is too large is read to its end, within reason, and thrown away: a sender who is cut off while sending may never see the
 * answer.
 */
final class Body implements Runnable {

    static final int BYTES_MAX = 1 << 20;
    private static final int BYTES_READ_MAX = 16 << 20;

    private final Request request;
    private final Consumer<byte[]> whole;
    private final Runnable tooLarge;
    private final Consumer<Throwable> broken;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int bytesRead;

    private Body(Request request, Consumer<byte[]> whole, Runnable tooLarge, Consumer<Throwable> broken) {
        this.request = request;
        this.whole = whole;
        this.tooLarge = tooLarge;
        this.broken = broken;
    }

    /** Gathers a body, then does one of the three. */
    static void gather(Request request, Consumer<byte[]> whole, Runnable tooLarge, Consumer<Throwable> broken) {
        new Body(request, whole, tooLarge, broken).run();
    }

    /** Takes what has come by now. */
    @Override
    public void run() {
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                broken.accept(chunk.getFailure());
                return;
            }
            take(chunk.getByteBuffer());
            chunk.release();
            if (bytesRead > BYTES_MAX && (chunk.isLast() || bytesRead > BYTES_READ_MAX)) {
                tooLarge.run();
                return;
            }
            if (chunk.isLast()) {
                whole.accept(bytes.toByteArray());
                return;
            }
        }
    }

    private void take(ByteBuffer part) {
        bytesRead += part.remaining();
        if (bytesRead <= BYTES_MAX) {
            byte[] some = new byte[part.remaining()];
            part.get(some);
            bytes.writeBytes(some);
        }
    }
}
