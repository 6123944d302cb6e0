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

/** A Slack that keeps what is posted, and misbehaves as told. */
final class StubSlack implements AutoCloseable {

    /** A call as it came: form fields are read into the JSON too. */
    record Call(String method, JsonObject body, @Nullable String authorization) {}

    /** A way to treat a call. */
    interface Behaviour {
        void answer(HttpExchange exchange, Runnable done) throws IOException;
    }

    final List<Call> calls = new CopyOnWriteArrayList<>();
    final List<JsonObject> posted = new CopyOnWriteArrayList<>();
    /** The views that were opened. */
    final List<JsonObject> opened = new CopyOnWriteArrayList<>();

    private final Map<String, Deque<Behaviour>> behaviours = new HashMap<>();
    private final Map<String, String> answers = new HashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private long lastTs = 1_772_463_600_000_000L;

    StubSlack() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/api/", this::handle);
        server.start();
    }

    URI api() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/");
    }

    /** Treats the next calls of a method so, one after the other; then as usual again. */
    synchronized StubSlack next(String method, Behaviour... behaviour) {
        behaviours.computeIfAbsent(method, m -> new ArrayDeque<>()).addAll(List.of(behaviour));
        return this;
    }

    /** Answers a method so from now on. */
    synchronized StubSlack always(String method, String json) {
        answers.put(method, json);
        return this;
    }

    static Behaviour status(int status, String... header) {
        return (exchange, done) -> {
            for (int i = 0; i < header.length; i += 2) {
                exchange.getResponseHeaders().set(header[i], header[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    static Behaviour status(int status, String word) {
        return (exchange, done) -> {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    static Behaviour answer(String json) {
        return (exchange, done) -> send(exchange, json);
    }

    /** Keeps the caller waiting until the latch opens. */
    static Behaviour after(CountDownLatch latch, Behaviour behaviour) {
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
    static Behaviour doneButLost() {
        return (exchange, done) -> {
            done.run();
            exchange.close();
        };
    }

    static Behaviour doneBut500() {
        return (exchange, done) -> {
            done.run();
            exchange.sendResponseHeaders(500, -1);
        };
    }

    List<String> texts() {
        return posted.stream().map(message -> Json.text(message, "text")).toList();
    }

    List<Call> calls(String method) {
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
        JsonObject json = new JsonObject();
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type.equals("application/octet-stream")) {
            json.addProperty("content", body);
        } else if (type.startsWith("application/json")) {
            json = JsonParser.parseString(body).getAsJsonObject();
        } else {
            try {
                Strict.form(body).forEach(json::addProperty);
            } catch (Malformed e) {
                throw new IOException(e);
            }
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
            case "conversations.open" -> ok("{\"channel\":{\"id\":\"D-" + Json.text(call.body(), "users") + "\"}}");
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
        String channel = Json.text(body, "channel");
        message.addProperty("channel", channel.startsWith("U") ? "D-" + channel : channel);
        posted.add(message);
        return ok(message.toString());
    }

    private JsonObject open(JsonObject body) {
        if (Json.text(body, "trigger_id").isEmpty()) {
            return JsonParser.parseString("{\"ok\":false,\"error\":\"invalid_trigger_id\"}")
                    .getAsJsonObject();
        }
        opened.add(Json.object(body, "view"));
        return ok("{\"view\":{\"id\":\"V" + opened.size() + "\"}}");
    }

    /** A page of two, the newest first, as Slack does. */
    private JsonObject history(JsonObject body, Predicate<JsonObject> belongs) {
        List<JsonObject> all = posted.stream()
                .filter(message -> Json.text(message, "channel").equals(Json.text(body, "channel")))
                .filter(belongs)
                .sorted((a, b) -> Json.text(b, "ts").compareTo(Json.text(a, "ts")))
                .toList();
        int from = Json.text(body, "cursor").isEmpty() ? 0 : Integer.parseInt(Json.text(body, "cursor"));
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
