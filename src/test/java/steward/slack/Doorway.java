package steward.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import steward.conversation.Conversation;
import steward.conversation.session.RepSessions;
import steward.store.Store;
import steward.worksheet.values.Notation;

/**
 * Steward behind its door, over a store of the test's choosing. Slack does all that it is asked, at once, and whatever is delivered is
 * over and done with before the next.
 */
final class Doorway implements AutoCloseable {

    /** What every id begins with that Steward made up here. */
    static final String ID_PREFIX = "made";

    private static final String SECRET = "secret";
    private static final Duration ALL_SAID = Duration.ofMillis(10);

    /** A call of Steward's to Slack; one to an address that came with a tap is called {@code response_url}. */
    record Called(String method, JsonObject body) {}

    /** What came of a delivery: the acknowledgement, and what Steward called after it. */
    record Heard(Answer answer, List<Called> calls) {}

    private final Store store;
    private final Door door;
    private final VirtualTime time;
    private final List<Called> calls = new ArrayList<>();
    private final AtomicLong ids = new AtomicLong();
    private long posts;

    Doorway(Store store, Instant now) {
        this.store = store;
        this.time = new VirtualTime(now);
        Supplier<String> nextId = () -> ID_PREFIX + ids.incrementAndGet();
        Executor executor = task -> time.in(Duration.ZERO, task);
        Later later = time::in;
        SlackMetrics metrics = new SlackMetrics(new SimpleMeterRegistry());
        Tokens tokens = Tokens.always("xoxb-1");
        Workspaces workspaces =
                new Workspaces(new Wire(URI.create("https://slack.test/api/"), new Obliging(), metrics), tokens);
        Conversation conversation = new Conversation(Notation.DEFAULT, nextId);
        RepSessions desks = store.desks();
        Apologies apologies = new Apologies(workspaces);
        Speaker speaker =
                new Speaker(workspaces, store.outbox(), time, executor, later, new Pace(time::nanos), metrics);
        Homes homes = new Homes(workspaces, desks, store.reps(), conversation, speaker, time, later);
        Turns turns = new Turns(
                desks,
                conversation,
                store.outbox(),
                speaker,
                new Modals(workspaces, apologies, nextId),
                new Asides(workspaces, nextId),
                homes,
                new Profiles(workspaces, store.reps(), time, executor, homes::refresh),
                time);
        this.door = new Door(new Signature(SECRET, time), new Reception(tokens, turns, apologies, nextId));
    }

    Instant now() {
        return time.instant();
    }

    Heard deliver(Gesture gesture) {
        calls.clear();
        byte[] bytes = gesture.body().getBytes(StandardCharsets.UTF_8);
        String timestamp = String.valueOf(time.instant().getEpochSecond());
        String signature = Signed.signature(SECRET, timestamp, bytes);
        UnaryOperator<String> header = name -> switch (name) {
            case "X-Slack-Request-Timestamp" -> timestamp;
            case "X-Slack-Signature" -> signature;
            case "Content-Type" -> gesture.contentType();
            default -> "";
        };
        Answer answer = door.open(header, bytes);
        answer.then().run();
        time.pass(ALL_SAID);
        return new Heard(answer, List.copyOf(calls));
    }

    @Override
    public void close() {
        store.close();
    }

    /** Slack, doing what it is asked. */
    private final class Obliging extends AnsweringClient {

        private static final String API = "/api/";

        @Override
        public <T> CompletableFuture<HttpResponse<T>> sendAsync(
                HttpRequest request, HttpResponse.BodyHandler<T> handler) {
            String path = request.uri().getPath();
            String method = path.startsWith(API) ? path.substring(API.length()) : "response_url";
            JsonObject call = call(body(request));
            calls.add(new Called(method, call));
            return CompletableFuture.completedFuture(
                    response(request, new Answered(200, Map.of(), answer(method, call)), handler));
        }

        private static JsonObject call(String body) {
            if (body.startsWith("{")) {
                return JsonParser.parseString(body).getAsJsonObject();
            }
            try {
                JsonObject call = new JsonObject();
                Strict.form(body).forEach(call::addProperty);
                return call;
            } catch (Malformed e) {
                throw new AssertionError(e);
            }
        }

        private String answer(String method, JsonObject call) {
            return switch (method) {
                case "chat.postMessage" -> {
                    posts++;
                    yield "{\"ok\":true,\"channel\":\"%s\",\"ts\":\"%d.%06d\"}"
                            .formatted(
                                    Json.text(call, "channel"), time.instant().getEpochSecond(), posts % 1_000_000);
                }
                case "conversations.open" ->
                    "{\"ok\":true,\"channel\":{\"id\":\"D%s\"}}".formatted(Json.text(call, "users"));
                case "users.info" -> "{\"ok\":true,\"user\":{\"real_name\":\"Sam Poe\",\"tz\":\"America/Chicago\"}}";
                default -> "{\"ok\":true}";
            };
        }
    }
}
