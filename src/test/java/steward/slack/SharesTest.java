package steward.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.message.About;
import steward.message.Intent;
import steward.message.Message;
import steward.message.Purpose;
import steward.rep.RepId;
import steward.runtime.MemoryStore;
import steward.runtime.sending.KeyedExecutor;
import steward.runtime.sending.MessageSender;
import steward.runtime.sending.RateLimiter;
import steward.runtime.sending.Timer;
import steward.sandbox.Sandbox;
import steward.sandbox.workspace.InstalledApp;
import steward.sandbox.workspace.SandboxClock;
import steward.slack.api.SlackCalls;
import steward.slack.api.SlackClient;
import steward.slack.api.SlackMetrics;
import steward.slack.api.Tokens;
import steward.slack.api.WorkspaceCalls;
import steward.slack.blocks.JsonFields;
import steward.slack.blocks.RenderedMessage;
import steward.slack.surfaces.HistoryPace;
import steward.slack.surfaces.SlackChat;
import steward.slack.surfaces.SlackRenderer;

/** What reps share, in a Slack that has channels. */
class SharesTest {

    private static final InstalledApp STEWARD = new InstalledApp(
            "Steward", Set.of("chat:write", "im:history", "im:write"), Set.of(), List.of(), true, true, false);

    private final MemoryStore store = new MemoryStore();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
    private Sandbox slack;
    private MessageSender sender;
    private RepId priya;

    @BeforeEach
    void open(@TempDir Path data) {
        InstantSource now = InstantSource.fixed(Instant.parse("2026-03-02T15:00:00Z"));
        slack = Sandbox.start(0, data, new SandboxClock(now, data), STEWARD);
        priya = new RepId(slack.teamId(), slack.userId());
        SlackCalls calls = new SlackCalls(
                SlackClient.over(slack.api(), 2), slack.api(), new SlackMetrics(new SimpleMeterRegistry()));
        Timer soon = (after, task) -> {
            var unused = threads.schedule(task, 10, TimeUnit.MILLISECONDS);
        };
        sender = new MessageSender(
                new SlackChat(
                        new WorkspaceCalls(calls, Tokens.always(slack.botToken())),
                        new HistoryPace(System::nanoTime),
                        () -> "id",
                        pause -> {}),
                file -> Optional.empty(),
                new SlackRenderer(),
                store,
                now,
                new KeyedExecutor(threads, 2),
                soon,
                new RateLimiter(System::nanoTime),
                new SimpleMeterRegistry());
    }

    @AfterEach
    void close() {
        sender.close(Duration.ofSeconds(1));
        threads.shutdownNow();
        slack.close();
    }

    @Test
    void arriveOnceWhereStewardIsInAndAreKnownByTheirIntent() throws Exception {
        share(slack.channelNamed("sales"));

        await().until(() -> store.arrival(priya, "share").isPresent());
        assertThat(messages(slack.channelNamed("sales"))).singleElement().satisfies(message -> {
            assertThat(JsonFields.text(message, "text")).isEqualTo("Acme: $661");
            assertThat(JsonFields.text(
                            JsonFields.object(JsonFields.object(message, "metadata"), "event_payload"), "intent"))
                    .isEqualTo("share");
        });
        assertThat(messages(slack.channelId())).isEmpty();
        assertThat(store.room(priya)).isEmpty();
    }

    @Test
    void reachAPersonInTheirOwnChatWithSteward() throws Exception {
        String tom = slack.userIds().get(1);
        share(tom);

        await().until(() -> store.arrival(priya, "share").isPresent());
        assertThat(messages(slack.channelId(tom), tom)).hasSize(1);
        assertThat(messages(slack.channelId())).isEmpty();
    }

    @Test
    void areRefusedKindlyWhereStewardIsNotIn() throws Exception {
        share(slack.channelNamed("leadership"));

        await().until(() -> store.refused.containsKey("share"));
        assertThat(messages(slack.channelNamed("leadership"))).isEmpty();
        assertThat(messages(slack.channelId()))
                .singleElement()
                .satisfies(notice -> assertThat(JsonFields.text(notice, "text"))
                        .isEqualTo("I couldn't share that, as I'm not in that channel yet:"
                                + " invite me there with /invite @Steward, then share it again."));
    }

    @Test
    void whoseAnswerGotLostAreNotSentTwice() throws Exception {
        slack.faults().loseReply("chat.postMessage", 1);
        share(slack.channelNamed("sales"));

        await().until(() -> store.refused.containsKey("share"));
        assertThat(messages(slack.channelNamed("sales"))).hasSize(1);
        assertThat(messages(slack.channelId()))
                .singleElement()
                .satisfies(notice -> assertThat(JsonFields.text(notice, "text")).contains("not sure"));
    }

    private void share(String place) {
        String body = RenderedMessage.of(Message.say("Acme: $661")).toString();
        Intent intent = new Intent("share", priya, Purpose.REPLY, About.NOTHING, body, Optional.of(place));
        sender.send(List.of(store.hold(intent, false)));
    }

    private List<JsonObject> messages(String channel) throws Exception {
        return messages(channel, slack.userId());
    }

    /** What stands in a conversation, as this person sees it. */
    private List<JsonObject> messages(String channel, String viewer) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(slack.page().resolve("sandbox/everything?as=" + viewer))
                .build();
        String everything = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        return JsonFields.objects(JsonParser.parseString(everything).getAsJsonObject(), "channels").stream()
                .filter(each -> JsonFields.text(each, "id").equals(channel))
                .flatMap(each -> JsonFields.objects(each, "messages").stream())
                .toList();
    }
}
