package steward.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import steward.slack.blocks.JsonFields;

/** A Slack that keeps what is posted, and misbehaves as told. */
public final class StubSlack implements AutoCloseable {

    /** A call as it came: form fields are read into the JSON too. */
    public record Call(
            String method, JsonObject body, @Nullable String authorization) {}

    /** A way to treat a call. */
    public interface Behaviour {
        void answer(HttpExchange exchange, Runnable done) throws IOException;
    }

    public final List<Call> calls = new CopyOnWriteArrayList<>();
    public final List<JsonObject> posted = new CopyOnWriteArrayList<>();
    /** The views that were opened. */
    public final List<JsonObject> opened = new CopyOnWriteArrayList<>();

    private final Map<String, Deque<Behaviour>> behaviours = new HashMap<>();
    private final Map<String, String> answers = new HashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private long lastTs = 1_772_463_600_000_000L;

    public StubSlack() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/api/", this::handle);
        server.start();
    }

    public URI api() {
        return URI.create("http://127.0.0.1:" + port() + "/api/");
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Treats the next calls of a method so, one after the other; then as usual again. */
    public synchronized StubSlack next(String method, Behaviour... behaviour) {
        behaviours.computeIfAbsent(method, m -> new ArrayDeque<>()).addAll(List.of(behaviour));
        return this;
    }

    /** Answers a method so from now on. */
    public synchronized StubSlack always(String method, String json) {
        answers.put(method, json);
        return this;
    }

    public static Behaviour status(int status, String... header) {
        return (exchange, done) -> {
            for (int i = 0; i < header.length; i += 2) {
                exchange.getResponseHeaders().set(header[i], header[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    public static Behaviour status(int status, String word) {
        return (exchange, done) -> {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    public static Behaviour answer(String json) {
        return (exchange, done) -> send(exchange, json);
    }

    /** Keeps the caller waiting until the latch opens. */
    public static Behaviour after(CountDownLatch latch, Behaviour behaviour) {
        return (exchange, done) -> {
            try {
                if (!latch.await(10, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("Nobody opened the latch");
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            behaviour.answer(exchange, done);
        };
    }

    /** Does what was asked, but the answer gets lost. */
    public static Behaviour doneButLost() {
        return (exchange, done) -> {
            done.run();
            exchange.close();
        };
    }

    public static Behaviour doneBut500() {
        return (exchange, done) -> {
            done.run();
            exchange.sendResponseHeaders(500, -1);
        };
    }

    public List<String> texts() {
        return posted.stream().map(message -> JsonFields.text(message, "text")).toList();
    }

    public List<Call> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestURI().getPath().substring("/api/".length());
            Call call = call(exchange, method);
            calls.add(call);
            Behaviour behaviour = behaviour(method);
            if (behaviour == null) {
                send(exchange, usual(call).toString());
            } else {
                behaviour.answer(exchange, () -> usual(call));
            }
        }
    }

    private static Call call(HttpExchange exchange, String method) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean isFile =
                "application/octet-stream".equals(exchange.getRequestHeaders().getFirst("Content-Type"));
        JsonObject json = isFile ? new JsonObject() : CallBody.read(body);
        if (isFile) {
            json.addProperty("content", body);
        }
        return new Call(method, json, exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private synchronized @Nullable Behaviour behaviour(String method) {
        Deque<Behaviour> next = behaviours.get(method);
        return next == null ? null : next.poll();
    }

    private synchronized JsonObject usual(Call call) {
        String answer = answers.get(call.method());
        if (answer != null) {
            return JsonParser.parseString(answer).getAsJsonObject();
        }
        return switch (call.method()) {
            case "chat.postMessage" -> post(call.body());
            case "files.getUploadURLExternal" ->
                ok("{\"upload_url\":\"" + api().resolve("upload") + "\",\"file_id\":\"F1\"}");
            case "conversations.open" ->
                ok("{\"channel\":{\"id\":\"D-" + JsonFields.text(call.body(), "users") + "\"}}");
            case "conversations.history" -> history(call.body(), message -> !message.has("thread_ts"));
            case "conversations.replies" -> history(call.body(), message -> message.has("thread_ts"));
            case "views.open", "views.push" -> open(call.body());
            default -> ok("{}");
        };
    }

    private JsonObject post(JsonObject body) {
        lastTs += 1_000_000;
        JsonObject message = body.deepCopy();
        message.addProperty("ts", Somebody.ts(lastTs));
        String channel = JsonFields.text(body, "channel");
        message.addProperty("channel", channel.startsWith("U") ? "D-" + channel : channel);
        posted.add(message);
        return ok(message.toString());
    }

    private JsonObject open(JsonObject body) {
        if (JsonFields.text(body, "trigger_id").isEmpty()) {
            return JsonParser.parseString("{\"ok\":false,\"error\":\"invalid_trigger_id\"}")
                    .getAsJsonObject();
        }
        opened.add(JsonFields.object(body, "view"));
        return ok("{\"view\":{\"id\":\"V" + opened.size() + "\"}}");
    }

    /** A page of two, the newest first, as Slack does. */
    private JsonObject history(JsonObject body, Predicate<JsonObject> belongs) {
        List<JsonObject> all = posted.stream()
                .filter(message -> JsonFields.text(message, "channel").equals(JsonFields.text(body, "channel")))
                .filter(belongs)
                .sorted((a, b) -> JsonFields.text(b, "ts").compareTo(JsonFields.text(a, "ts")))
                .toList();
        int from = JsonFields.text(body, "cursor").isEmpty() ? 0 : Integer.parseInt(JsonFields.text(body, "cursor"));
        int to = Math.min(from + 2, all.size());
        JsonObject page = ok("{\"response_metadata\":{\"next_cursor\":\"" + (to < all.size() ? to : "") + "\"}}");
        JsonArray messages = new JsonArray();
        all.subList(from, to).forEach(messages::add);
        page.add("messages", messages);
        return page;
    }

    private static JsonObject ok(String json) {
        JsonObject answer = JsonParser.parseString(json).getAsJsonObject();
        answer.addProperty("ok", true);
        return answer;
    }

    private static void send(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
