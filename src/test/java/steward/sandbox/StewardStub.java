package steward.sandbox;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import steward.sandbox.http.FormEncoding;
import steward.sandbox.http.Json;

/** Stands where Steward will: takes deliveries, keeps them, and answers as it is told. */
public final class StewardStub implements AutoCloseable {

    /** A delivery as it came in. */
    public record Delivery(String body, String timestamp, String signature, String retryNumber, String retryReason) {

        public JsonObject json() {
            return Json.parseObject(body);
        }

        public JsonObject form() {
            return FormEncoding.read(body);
        }

        public JsonObject payload() {
            return Json.parseObject(Json.string(form(), "payload"));
        }

        public JsonObject event() {
            return Json.child(json(), "event");
        }
    }

    private static final int PATIENCE_SECONDS = 10;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
    private volatile int status = 200;
    private volatile String type = "text/plain";
    private volatile String answer = "";
    private volatile CountDownLatch held = new CountDownLatch(0);

    public StewardStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/slack/events", this::take);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events");
    }

    public void answerWith(int newStatus) {
        status = newStatus;
    }

    public void answerWith(String newType, String body) {
        type = newType;
        answer = body;
    }

    /** Leaves deliveries unanswered until {@link #release}. */
    public void hold() {
        held = new CountDownLatch(1);
    }

    public void release() {
        held.countDown();
    }

    public Delivery next() throws InterruptedException {
        Delivery delivery = deliveries.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (delivery == null) {
            throw new AssertionError("Nothing was delivered.");
        }
        return delivery;
    }

    public boolean isQuiet() {
        return deliveries.isEmpty();
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int answered = status;
        CountDownLatch wait = held;
        deliveries.add(new Delivery(
                body,
                header(exchange, "X-Slack-Request-Timestamp"),
                header(exchange, "X-Slack-Signature"),
                header(exchange, "X-Slack-Retry-Num"),
                header(exchange, "X-Slack-Retry-Reason")));
        try {
            wait.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(answered, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.getResponseBody().close();
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }
}
