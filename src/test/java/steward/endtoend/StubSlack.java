package steward.endtoend;

import static steward.endtoend.Patience.await;

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
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import steward.slack.CallBody;

/**
 * The least of Slack that Steward can talk to: one DM, what is posted there, and one person.
 *
 * <p>Before or after it keeps a message that is posted, it can stop and do something else, and then leave the call unanswered. Forms are
 * opened before nobody: it only keeps them. Safe for several threads.
 */
final class StubSlack implements AutoCloseable {

    static final String TEAM = "T1";
    static final String USER = "U1";
    static final String CHANNEL = "D1";

    /** Where in a post something is to happen. */
    enum Moment {
        BEFORE_IT_IS_KEPT,
        AFTER_IT_IS_KEPT
    }

    /**
     * A form that Steward opened.
     *
     * @param nanos when, as {@link System#nanoTime} has it
     */
    record Opened(String trigger, JsonObject view, long nanos) {}

    private record Trap(Moment moment, Runnable what) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final InstantSource clock;
    private final List<JsonObject> messages = new ArrayList<>();
    private final List<Opened> opened = new ArrayList<>();
    private long lastMicros;
    private @Nullable Trap trap;

    StubSlack(InstantSource clock) throws IOException {
        this.clock = clock;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI api() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/");
    }

    /** A time stamp later than that of all there is. */
    synchronized String nextTs() {
        lastMicros = Math.max(clock.millis() * 1000, lastMicros + 1);
        return "%d.%06d".formatted(lastMicros / 1_000_000, lastMicros % 1_000_000);
    }

    /** At the next message posted, does {@code what}, and answers nothing. */
    synchronized void atNextPost(Moment moment, Runnable what) {
        trap = new Trap(moment, what);
    }

    synchronized List<Post> posts() {
        return messages.stream()
                .map(JsonObject::deepCopy)
                .map(Post::new)
                .filter(Post::isByApp)
                .toList();
    }

    List<Post> questions() {
        return posts().stream().filter(Post::isQuestion).toList();
    }

    /** Waits for Steward to ask this last of all. */
    Post awaitQuestion(String blank) {
        return await("question " + blank)
                .until(this::lastQuestion, post -> post.blank().equals(blank));
    }

    /** Waits for Steward's first, second, third … message. */
    Post awaitPost(int number) {
        return await("message " + number)
                .until(this::posts, posts -> posts.size() >= number)
                .get(number - 1);
    }

    /** Waits for the form that this trigger opened. */
    Opened awaitForm(String trigger) {
        return await("form of " + trigger)
                .until(() -> form(trigger), Optional::isPresent)
                .orElseThrow();
    }

    private synchronized Optional<Opened> form(String trigger) {
        return opened.stream().filter(form -> form.trigger().equals(trigger)).findFirst();
    }

    private Post lastQuestion() {
        List<Post> questions = questions();
        return questions.isEmpty() ? new Post(new JsonObject()) : questions.get(questions.size() - 1);
    }

    private void handle(HttpExchange call) throws IOException {
        String method = call.getRequestURI().getPath().substring("/api/".length());
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (method.equals("chat.postMessage") && trapped(body)) {
            call.close();
            return;
        }
        JsonObject answer = switch (method) {
            case "chat.postMessage" -> posted(CallBody.read(body));
            case "chat.update" -> updated(CallBody.read(body));
            case "views.open" -> shown(CallBody.read(body));
            case "views.publish" -> new JsonObject();
            case "conversations.open" -> opened();
            case "conversations.history" -> history();
            case "users.info" -> person();
            default -> throw new IOException("Nobody calls " + method);
        };
        answer.addProperty("ok", true);
        byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(200, bytes.length);
        try (OutputStream out = call.getResponseBody()) {
            out.write(bytes);
        }
    }

    private boolean trapped(String body) {
        Trap sprung = takeTrap();
        if (sprung == null) {
            return false;
        }
        if (sprung.moment() == Moment.AFTER_IT_IS_KEPT) {
            posted(CallBody.read(body));
        }
        sprung.what().run();
        return true;
    }

    private synchronized @Nullable Trap takeTrap() {
        Trap sprung = trap;
        trap = null;
        return sprung;
    }

    private synchronized JsonObject posted(JsonObject message) {
        message.addProperty("bot_id", "B1");
        message.addProperty("ts", nextTs());
        messages.add(message);
        JsonObject answer = new JsonObject();
        answer.addProperty("channel", CHANNEL);
        answer.add("ts", message.get("ts"));
        return answer;
    }

    private synchronized JsonObject updated(JsonObject change) {
        messages.stream()
                .filter(message -> message.get("ts").equals(change.get("ts")))
                .forEach(message -> {
                    message.add("text", change.get("text"));
                    message.add("blocks", change.get("blocks"));
                });
        return new JsonObject();
    }

    private synchronized JsonObject shown(JsonObject call) {
        opened.add(new Opened(call.get("trigger_id").getAsString(), call.getAsJsonObject("view"), System.nanoTime()));
        return new JsonObject();
    }

    private static JsonObject opened() {
        JsonObject channel = new JsonObject();
        channel.addProperty("id", CHANNEL);
        JsonObject answer = new JsonObject();
        answer.add("channel", channel);
        return answer;
    }

    private synchronized JsonObject history() {
        JsonArray newestFirst = new JsonArray();
        for (int i = messages.size() - 1; i >= 0; i--) {
            newestFirst.add(messages.get(i).deepCopy());
        }
        JsonObject answer = new JsonObject();
        answer.add("messages", newestFirst);
        return answer;
    }

    private static JsonObject person() {
        return object("{\"user\": {\"id\": \"%s\", \"real_name\": \"Priya Nair\", \"tz\": \"UTC\"}}".formatted(USER));
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
