package steward.endtoend;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import steward.endtoend.StubSlack.Moment;
import steward.slack.CallBody;

/**
 * As much of Slack as nudges need, with many workspaces, a DM for each person in them, and Slack's limits: a message a second to a
 * channel, and so many a minute to a workspace.
 *
 * <p>Before or after it keeps a message, it can stop and do something else, and then leave the call unanswered. Safe for several threads.
 */
final class CrowdedSlack implements AutoCloseable {

    static final int MESSAGES_A_MINUTE = 240;
    /** So many may come at once to a workspace that was quiet. */
    static final int BURST = 10;

    /** A message that was kept, and when, as {@link System#nanoTime} has it. */
    record Kept(String channel, Post post, long nanos) {}

    private record Trap(int posts, Moment moment, Runnable what) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final UnaryOperator<String> workspaceOf;
    private final Map<String, List<JsonObject>> messages = new HashMap<>();
    private final List<Kept> kept = new ArrayList<>();
    private final Map<String, Allowance> workspaces = new HashMap<>();
    private final Map<String, Allowance> channels = new HashMap<>();
    private BooleanSupplier losesReply = () -> false;
    private @Nullable Trap trap;
    private long lastMicros;
    private int refusals;
    private int lostReplies;

    /** @param workspaceOf of a person, by their id */
    CrowdedSlack(UnaryOperator<String> workspaceOf) throws IOException {
        this.workspaceOf = workspaceOf;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** The DM with a person. */
    static String channel(String user) {
        return "D" + user;
    }

    URI api() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/");
    }

    /** @param decides whether the answer to a message that was kept gets lost */
    synchronized void loseRepliesWhere(BooleanSupplier decides) {
        losesReply = decides;
    }

    /** At the first, second, third … message posted from now on, does {@code what}, and answers nothing. */
    synchronized void atPost(int number, Moment moment, Runnable what) {
        trap = new Trap(number, moment, what);
    }

    /** All messages, in the order in which they came. */
    synchronized List<Kept> kept() {
        return List.copyOf(kept);
    }

    /** How often it said that it was too much. */
    synchronized int refusals() {
        return refusals;
    }

    synchronized int lostReplies() {
        return lostReplies;
    }

    private void handle(HttpExchange call) throws IOException {
        String method = call.getRequestURI().getPath().substring("/api/".length());
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (method.equals("chat.postMessage")) {
            post(call, CallBody.read(body));
            return;
        }
        answer(
                call,
                switch (method) {
                    case "chat.update", "views.publish" -> new JsonObject();
                    case "conversations.open" ->
                        opened(CallBody.read(body).get("users").getAsString());
                    case "conversations.history" -> history(field(body, "channel"));
                    case "users.info" -> person(field(body, "user"));
                    default -> throw new IOException("Nobody calls " + method);
                });
    }

    private void post(HttpExchange call, JsonObject message) throws IOException {
        String channel = message.get("channel").getAsString();
        Trap sprung = takeTrap();
        if (sprung != null) {
            if (sprung.moment() == Moment.AFTER_IT_IS_KEPT) {
                keep(channel, message);
            }
            sprung.what().run();
            call.close();
            return;
        }
        Duration wait = waiting(channel);
        if (!wait.isZero()) {
            call.getResponseHeaders()
                    .add(
                            "Retry-After",
                            String.valueOf(wait.plusSeconds(1).minusNanos(1).toSeconds()));
            call.sendResponseHeaders(429, -1);
            call.close();
            return;
        }
        JsonObject answer = keep(channel, message);
        if (losesReply()) {
            call.close();
        } else {
            answer(call, answer);
        }
    }

    private static void answer(HttpExchange call, JsonObject answer) throws IOException {
        answer.addProperty("ok", true);
        byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(200, bytes.length);
        try (OutputStream out = call.getResponseBody()) {
            out.write(bytes);
        }
    }

    private synchronized @Nullable Trap takeTrap() {
        Trap set = trap;
        if (set == null) {
            return null;
        }
        boolean springs = set.posts() == 1;
        trap = springs ? null : new Trap(set.posts() - 1, set.moment(), set.what());
        return springs ? set : null;
    }

    private synchronized boolean losesReply() {
        boolean loses = losesReply.getAsBoolean();
        lostReplies += loses ? 1 : 0;
        return loses;
    }

    /** How long a message to a channel has to wait; zero if it may come now, and then that is counted. */
    private synchronized Duration waiting(String channel) {
        long now = System.nanoTime();
        Allowance ofWorkspace = workspaces.computeIfAbsent(
                workspaceOf.apply(channel.substring(1)),
                any -> new Allowance(TimeUnit.MINUTES.toNanos(1) / MESSAGES_A_MINUTE, BURST, now));
        Allowance ofChannel =
                channels.computeIfAbsent(channel, any -> new Allowance(TimeUnit.SECONDS.toNanos(1), 1, now));
        long wait = Math.max(ofWorkspace.left(now), ofChannel.left(now));
        if (wait > 0) {
            refusals++;
        } else {
            ofWorkspace.use(now);
            ofChannel.use(now);
        }
        return Duration.ofNanos(wait);
    }

    private synchronized JsonObject keep(String channel, JsonObject message) {
        lastMicros = Math.max(Instant.now().toEpochMilli() * 1000, lastMicros + 1);
        message.addProperty("bot_id", "B1");
        message.addProperty("ts", "%d.%06d".formatted(lastMicros / 1_000_000, lastMicros % 1_000_000));
        messages.computeIfAbsent(channel, any -> new ArrayList<>()).add(0, message);
        kept.add(new Kept(channel, new Post(message), System.nanoTime()));
        JsonObject answer = new JsonObject();
        answer.addProperty("channel", channel);
        answer.add("ts", message.get("ts"));
        return answer;
    }

    private static JsonObject opened(String user) {
        JsonObject channel = new JsonObject();
        channel.addProperty("id", channel(user));
        JsonObject answer = new JsonObject();
        answer.add("channel", channel);
        return answer;
    }

    private synchronized JsonObject history(String channel) {
        JsonArray newestFirst = new JsonArray();
        messages.getOrDefault(channel, List.of()).forEach(message -> newestFirst.add(message.deepCopy()));
        JsonObject answer = new JsonObject();
        answer.add("messages", newestFirst);
        return answer;
    }

    private static JsonObject person(String id) {
        return object("{\"user\": {\"id\": \"%s\", \"real_name\": \"Priya Nair\"}}".formatted(id));
    }

    private static JsonObject object(String json) {
        return JsonParser.parseString(json).getAsJsonObject();
    }

    private static String field(String form, String name) {
        return Stream.of(form.split("&", 0))
                .filter(field -> field.startsWith(name + "="))
                .map(field -> URLDecoder.decode(field.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** A few at once, and then one after each interval. Times are in nanoseconds. */
    private static final class Allowance {
        private final long interval;
        private final int burst;
        /** From when on all of it is there again. */
        private long full;

        Allowance(long interval, int burst, long now) {
            this.interval = interval;
            this.burst = burst;
            this.full = now;
        }

        /** How long until there is some. */
        long left(long now) {
            return Math.max(0, full - now - (burst - 1) * interval);
        }

        void use(long now) {
            full = Math.max(full, now) + interval;
        }
    }
}
