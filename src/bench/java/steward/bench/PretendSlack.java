package steward.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import steward.endtoend.fixtures.PostedMessage;
import steward.slack.CallBody;

/** A Slack that answers at once, keeps nothing, and tells whoever waits in a DM what was posted there. Safe for several threads. */
final class PretendSlack implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, BlockingQueue<PostedMessage>> posted = new ConcurrentHashMap<>();
    private final AtomicLong micros = new AtomicLong(System.currentTimeMillis() * 1_000);

    PretendSlack() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI api() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/");
    }

    /** A time stamp later than all given before. */
    String nextTs() {
        long next = micros.incrementAndGet();
        return next / 1_000_000 + "." + "%06d".formatted(next % 1_000_000);
    }

    /** What is posted in a DM from here on. */
    BlockingQueue<PostedMessage> posts(String channel) {
        return posted.computeIfAbsent(channel, any -> new LinkedBlockingQueue<>());
    }

    private void handle(HttpExchange call) throws IOException {
        String method = call.getRequestURI().getPath().substring("/api/".length());
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        JsonObject answer = answer(method, body);
        answer.addProperty("ok", true);
        byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(200, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    private JsonObject answer(String method, String body) {
        return switch (method) {
            case "chat.postMessage" -> post(CallBody.read(body));
            case "conversations.open" -> {
                String user = CallBody.read(body).get("users").getAsString();
                yield object("{\"channel\": {\"id\": \"%s\"}}".formatted(user.replace('U', 'D')));
            }
            case "users.info" -> {
                String user = CallBody.read(body).get("user").getAsString();
                yield object(
                        "{\"user\": {\"id\": \"%s\", \"real_name\": \"Priya Nair\", \"tz\": \"UTC\"}}".formatted(user));
            }
            case "auth.test" ->
                object("{\"team_id\": \"T1\", \"user_id\": \"UBOT\", \"bot_id\": \"B1\", \"url\": \"\"}");
            default -> new JsonObject();
        };
    }

    private JsonObject post(JsonObject message) {
        String channel = message.get("channel").getAsString();
        JsonObject answer = new JsonObject();
        answer.addProperty("channel", channel);
        // Before anybody knows of it: what they reply is later.
        answer.addProperty("ts", nextTs());
        posts(channel).add(new PostedMessage(message));
        return answer;
    }

    private static JsonObject object(String json) {
        return JsonParser.parseString(json).getAsJsonObject();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
