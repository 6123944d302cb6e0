package steward.sandbox.page;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import steward.sandbox.http.Json;

/**
 * What open pages are told as it happens, as server-sent events.
 *
 * <p>A page first gets everything as it is now, then each change; one that lost its connection starts over in the same
 * way, so nothing is missed. A page holds one thread while it is open.
 */
public final class EventStream implements AutoCloseable {

    private static final int HEARTBEAT_SECONDS = 15;
    private static final String END = "";

    private final List<BlockingQueue<String>> pages = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    void send(String event, JsonObject data) {
        String frame = frame(event, data);
        pages.forEach(page -> page.add(frame));
    }

    /** Writes to a page until it goes away; {@code everything} is asked for once the page hears of changes. */
    void follow(OutputStream out, Supplier<JsonObject> everything) throws InterruptedException {
        BlockingQueue<String> page = new LinkedBlockingQueue<>();
        pages.add(page);
        try {
            write(out, frame("everything", everything.get()));
            while (!closed) {
                String frame = page.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                if (END.equals(frame)) {
                    return;
                }
                write(out, frame == null ? ": still here\n\n" : frame);
            }
        } catch (IOException gone) {
            // The page was closed; it starts over when it comes back.
        } finally {
            pages.remove(page);
        }
    }

    @Override
    public void close() {
        closed = true;
        pages.forEach(page -> page.add(END));
    }

    private static String frame(String event, JsonObject data) {
        return "event: " + event + "\ndata: " + Json.write(data) + "\n\n";
    }

    private static void write(OutputStream out, String frame) throws IOException {
        out.write(frame.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
