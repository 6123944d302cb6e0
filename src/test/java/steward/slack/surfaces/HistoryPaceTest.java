package steward.slack.surfaces;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import steward.message.About;
import steward.message.Intent;
import steward.message.Message;
import steward.message.Purpose;
import steward.rep.RepId;
import steward.runtime.MemoryStore;
import steward.runtime.VirtualTime;
import steward.runtime.chat.ChatResult;
import steward.runtime.sending.KeyedExecutor;
import steward.runtime.sending.MessageSender;
import steward.runtime.sending.RateLimiter;
import steward.slack.AnsweringInterceptor;
import steward.slack.CallBody;
import steward.slack.Somebody;
import steward.slack.api.SlackCalls;
import steward.slack.api.SlackClient;
import steward.slack.api.SlackMetrics;
import steward.slack.api.Tokens;
import steward.slack.api.WorkspaceCalls;
import steward.slack.blocks.JsonFields;

/** Steward where Slack lets it look through a history once a minute, fifteen messages at a time. */
class HistoryPaceTest {

    private static final URI API = URI.create("https://slack.com/api/");

    private final VirtualTime time = new VirtualTime(MemoryStore.WRITTEN);
    private final MemoryStore store = new MemoryStore();
    private final UnlistedAppSlack slack = new UnlistedAppSlack();
    private final HistoryPace pace = new HistoryPace(time::nanos);

    /** Answers 429 to whoever looks twice in a minute, and gives little. */
    private final class UnlistedAppSlack extends AnsweringInterceptor {

        private static final int PAGE = 15;

        private final List<JsonObject> posted = new ArrayList<>();
        private Instant lastLook = Instant.EPOCH;
        private int looks;
        private int tooMany;

        @Override
        protected Optional<Answered> answer(String path, String body) {
            JsonObject call = CallBody.read(body);
            return Optional.of(
                    switch (path.substring("/api/".length())) {
                        case "chat.postMessage" -> post(call);
                        case "conversations.history" -> history(call);
                        default -> new Answered(200, Map.of(), "{\"ok\":true}");
                    });
        }

        private Answered post(JsonObject message) {
            message.addProperty("ts", Somebody.ts(1_772_463_600_000_000L + posted.size()));
            posted.add(message);
            JsonObject answer = message.deepCopy();
            answer.addProperty("ok", true);
            return new Answered(200, Map.of(), answer.toString());
        }

        private Answered history(JsonObject call) {
            Duration since = Duration.between(lastLook, time.instant());
            if (since.toSeconds() < 60) {
                tooMany++;
                return new Answered(429, Map.of("Retry-After", String.valueOf(60 - since.toSeconds())), "");
            }
            lastLook = time.instant();
            looks++;
            String cursor = JsonFields.text(call, "cursor");
            int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
            int to = Math.min(from + Math.min(PAGE, call.get("limit").getAsInt()), posted.size());
            JsonArray messages = new JsonArray();
            IntStream.range(from, to)
                    .mapToObj(place -> posted.get(posted.size() - 1 - place))
                    .forEach(messages::add);
            JsonObject answer = JsonParser.parseString("{\"ok\":true,\"response_metadata\":{\"next_cursor\":\""
                            + (to < posted.size() ? String.valueOf(to) : "") + "\"}}")
                    .getAsJsonObject();
            answer.add("messages", messages);
            return new Answered(200, Map.of(), answer.toString());
        }

        private List<String> ids() {
            return posted.stream()
                    .map(message -> JsonFields.object(JsonFields.object(message, "metadata"), "event_payload"))
                    .map(payload -> JsonFields.text(payload, "intent"))
                    .toList();
        }
    }

    private SlackChat chat() {
        SlackCalls calls =
                new SlackCalls(SlackClient.answeredBy(API, slack), API, new SlackMetrics(new SimpleMeterRegistry()));
        return new SlackChat(new WorkspaceCalls(calls, Tokens.always("xoxb-1")), pace, () -> "id", time::pass);
    }

    private void resume(SlackChat chat) {
        new MessageSender(
                        chat,
                        file -> Optional.empty(),
                        new SlackRenderer(),
                        store,
                        time,
                        new KeyedExecutor(task -> time.in(Duration.ZERO, task), 8),
                        time::in,
                        new RateLimiter(time::nanos),
                        new SimpleMeterRegistry())
                .resume();
    }

    private Intent intent(int rep, String id) {
        String body = new SlackRenderer().message(Message.say("Hello " + id), Optional.empty());
        return new Intent(id, new RepId("T1", "U" + rep), Purpose.REPLY, About.NOTHING, body);
    }

    /** After an outage: what had arrived lies deep in the history, and as much has not arrived. */
    @Test
    void whatMayHaveArrivedIsLookedForAndSaidOnce() {
        SlackChat chat = chat();
        List<Intent> doubtful = new ArrayList<>();
        for (int rep = 0; rep < 6; rep++) {
            Intent intent = intent(rep, "doubtful" + rep);
            store.room(intent.rep(), "D1");
            doubtful.add(intent);
            if (rep % 2 == 0) {
                assertThat(chat.post(intent, "D1").isDone()).isTrue();
            }
        }
        for (int later = 0; later < 40; later++) {
            assertThat(chat.post(intent(0, "later" + later), "D1").isDone()).isTrue();
        }
        doubtful.forEach(intent -> store.hold(intent, true));

        resume(chat);
        time.pass(Duration.ofHours(1));

        assertThat(slack.ids()).doesNotHaveDuplicates().hasSize(6 + 40);
        assertThat(doubtful)
                .allSatisfy(intent -> assertThat(store.arrival(intent.rep(), intent.id()))
                        .as(intent.id())
                        .isPresent());
        assertThat(slack.looks).isLessThan(6 * 5);
        assertThat(slack.tooMany).as("only before it is known").isLessThanOrEqualTo(6);
    }

    @Test
    void itIsForgottenOnceSlackHasLimitedNothingForLong() {
        JsonObject done = new JsonObject();
        List<Integer> asked = new ArrayList<>();
        HistoryPace.Page page = messages -> {
            asked.add(messages);
            return ChatResult.done(done);
        };
        pace.paced("T1", "history", messages -> ChatResult.notDone("ratelimited", Duration.ofSeconds(30)));
        assertThat(pace.paced("T1", "history", page).after()).isEqualTo(Duration.ofSeconds(30));
        assertThat(pace.paced("T2", "history", page).isDone())
                .as("another workspace")
                .isTrue();
        assertThat(pace.paced("T1", "replies", page).isDone())
                .as("another method")
                .isTrue();

        time.pass(Duration.ofSeconds(30));
        assertThat(pace.paced("T1", "history", page).isDone()).isTrue();
        assertThat(pace.paced("T1", "history", page).after()).isEqualTo(Duration.ofMinutes(1));

        time.pass(Duration.ofMinutes(61));
        assertThat(pace.paced("T1", "history", page).isDone()).isTrue();
        assertThat(pace.paced("T1", "history", page).isDone()).isTrue();
        assertThat(asked).containsExactly(200, 200, 15, 200, 200);
    }
}
