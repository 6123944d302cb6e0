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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
import steward.sandbox.InstalledApp;
import steward.sandbox.Sandbox;
import steward.sandbox.SandboxClock;

/** What reps share, in a Slack that has channels. */
class SharesTest {

    private static final InstalledApp STEWARD = new InstalledApp(
            "Steward", Set.of("chat:write", "im:history", "im:write"), Set.of(), List.of(), true, true, false);

    private final MemoryStore store = new MemoryStore();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
    private Sandbox slack;
    private Speaker speaker;
    private RepId priya;

    @BeforeEach
    void open(@TempDir Path data) {
        InstantSource now = InstantSource.fixed(Instant.parse("2026-03-02T15:00:00Z"));
        slack = Sandbox.start(0, data, new SandboxClock(now, data), STEWARD);
        priya = new RepId(slack.teamId(), slack.userId());
        SlackMetrics metrics = new SlackMetrics(new SimpleMeterRegistry());
        Workspaces workspaces = new Workspaces(slack.api(), Tokens.always(slack.botToken()), threads, metrics);
        Later soon = (after, task) -> {
            var unused = threads.schedule(task, 10, TimeUnit.MILLISECONDS);
        };
        speaker = new Speaker(workspaces, store, now, threads, soon, metrics);
    }

    @AfterEach
    void close() {
        speaker.close();
        threads.shutdownNow();
        slack.close();
    }

    @Test
    void arriveOnceWhereStewardIsInAndAreKnownByTheirIntent() throws Exception {
        share(slack.channelNamed("sales"));

        await().until(() -> store.arrival(priya, "share").isPresent());
        assertThat(messages(slack.channelNamed("sales"))).singleElement().satisfies(message -> {
            assertThat(Json.text(message, "text")).isEqualTo("Acme: $661");
            assertThat(Envelope.intentOf(message)).isEqualTo("share");
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
                .satisfies(notice -> assertThat(Json.text(notice, "text"))
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
                .satisfies(notice -> assertThat(Json.text(notice, "text")).contains("not sure"));
    }

    private void share(String place) {
        String body = Drawn.of(Message.say("Acme: $661")).toString();
        Intent intent = new Intent("share", priya, Purpose.REPLY, About.NOTHING, body, Optional.of(place));
        speaker.say(List.of(store.hold(intent, false)), CompletableFuture.completedFuture(true));
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
        return Json.objects(JsonParser.parseString(everything).getAsJsonObject(), "channels").stream()
                .filter(each -> Json.text(each, "id").equals(channel))
                .flatMap(each -> Json.objects(each, "messages").stream())
                .toList();
    }
}
