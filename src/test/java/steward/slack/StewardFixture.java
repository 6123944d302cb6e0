package steward.slack;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import steward.conversation.session.Health;
import steward.runtime.StorePorts;
import steward.runtime.VirtualTime;
import steward.slack.blocks.JsonFields;
import steward.slack.bolt.Deliverer;
import steward.store.Store;

/**
 * Steward behind its door, over a store of the test's choosing. Slack does all that it is asked, at once, and whatever is delivered is
 * over and done with before the next.
 */
final class StewardFixture implements AutoCloseable {

    /** What every id begins with that Steward made up here. */
    static final String ID_PREFIX = "made";

    private static final Duration ALL_SAID = Duration.ofMillis(10);

    /** A call of Steward's to Slack; one to an address that came with a tap is called {@code response_url}. */
    record Called(String method, JsonObject body) {}

    /** What came of a delivery: the acknowledgement, and what Steward called after it. */
    record Heard(Deliverer.Answer answer, List<Called> calls) {}

    private final Store store;
    private final WiredSteward steward;
    private final VirtualTime time;
    private final List<Called> calls = new ArrayList<>();
    private final AtomicLong ids = new AtomicLong();
    private long posts;

    StewardFixture(Store store, Instant now) {
        this.store = store;
        this.time = new VirtualTime(now);
        StorePorts ports = new StorePorts(
                store.sessions(),
                store.outbox(),
                store.reps(),
                store.wakeTimes(),
                store.personalDataRequests(),
                store.expiredRecords(),
                store.installations(),
                Health::well);
        this.steward =
                WiredSteward.of(ports, new Obliging(), time, () -> ID_PREFIX + ids.incrementAndGet(), task -> task);
    }

    Instant now() {
        return time.instant();
    }

    Heard deliver(Gesture gesture) {
        calls.clear();
        Deliverer.Answer answer = steward.deliverer().deliver(gesture.contentType(), gesture.body());
        answer.then().run();
        time.pass(ALL_SAID);
        return new Heard(answer, List.copyOf(calls));
    }

    @Override
    public void close() {
        store.close();
    }

    /** Slack, doing what it is asked. */
    private final class Obliging extends AnsweringInterceptor {

        private static final String API = "/api/";

        @Override
        protected Optional<Answered> answer(String path, String body) {
            String method = path.startsWith(API) ? path.substring(API.length()) : "response_url";
            JsonObject call = CallBody.read(body);
            calls.add(new Called(method, call));
            return Optional.of(new Answered(200, Map.of(), done(method, call)));
        }

        private String done(String method, JsonObject call) {
            return switch (method) {
                case "chat.postMessage" -> {
                    posts++;
                    yield "{\"ok\":true,\"channel\":\"%s\",\"ts\":\"%d.%06d\"}"
                            .formatted(
                                    JsonFields.text(call, "channel"),
                                    time.instant().getEpochSecond(),
                                    posts % 1_000_000);
                }
                case "conversations.open" ->
                    "{\"ok\":true,\"channel\":{\"id\":\"D%s\"}}".formatted(JsonFields.text(call, "users"));
                case "users.info" -> "{\"ok\":true,\"user\":{\"real_name\":\"Sam Poe\",\"tz\":\"America/Chicago\"}}";
                default -> "{\"ok\":true}";
            };
        }
    }
}
