package steward.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import steward.message.About;
import steward.message.Intent;
import steward.message.Message;
import steward.message.Purpose;
import steward.rep.RepId;

class HomesTest {

    private static final RepId PRIYA = new RepId("T1", "U1");
    private static final RepId OMAR = new RepId("T1", "U2");

    private record PutOff(Duration after, Runnable task) {}

    private final StubSlack slack = new StubSlack();
    private final MemoryStore store = new MemoryStore();
    private final BlockingQueue<PutOff> putOff = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-03-02T15:00:00Z"));
    private final SlackMetrics metrics = new SlackMetrics(new SimpleMeterRegistry());
    private final Workspaces workspaces = new Workspaces(slack.api(), Tokens.always("xoxb-1"), threads, metrics);
    private final Later later = (after, task) -> putOff.add(new PutOff(after, task));
    /** What is to follow is begun at once, so that its order is the test's. */
    private final Speaker speaker = new Speaker(workspaces, store, clock, Runnable::run, later, metrics);

    private final Homes homes = new Homes(workspaces, store, store, MemoryStore.conversation(), speaker, clock, later);

    @AfterEach
    void close() {
        speaker.close();
        threads.shutdownNow();
        slack.close();
    }

    @Test
    void isPublishedOnceARepLooksAndFromThenOn() throws Exception {
        homes.refresh(OMAR);
        homes.show(PRIYA, 1);
        awaitPublished(1);
        assertThat(store.seesHome(PRIYA)).isTrue();

        homes.refresh(PRIYA);
        awaitPublished(2);
        assertThat(slack.calls("views.publish")).allSatisfy(call -> {
            assertThat(Json.text(call.body(), "user_id")).isEqualTo("U1");
            JsonObject view = Json.object(call.body(), "view");
            assertThat(Json.text(view, "type")).isEqualTo("home");
            assertThat(Json.objects(view, "blocks")).isNotEmpty();
        });
        assertThat(store.seesHome(OMAR)).isFalse();
        assertThat(store.taken).isEmpty();
    }

    @Test
    void showsWhoLooksEvenIfARefreshComesAtOnce() {
        homes.show(PRIYA, 1);
        homes.refresh(PRIYA);

        await().until(() -> !slack.calls("views.publish").isEmpty());
    }

    @Test
    void whatChangesWhileOneIsUnderWayIsPublishedOnceAfterwards() {
        CountDownLatch held = new CountDownLatch(1);
        slack.next("views.publish", StubSlack.after(held, StubSlack.answer("{\"ok\":true}")));
        homes.show(PRIYA, 1);
        awaitPublished(1);
        homes.refresh(PRIYA);
        homes.refresh(PRIYA);
        homes.refresh(PRIYA);
        held.countDown();

        await().during(Duration.ofMillis(300))
                .until(() -> slack.calls("views.publish").size() <= 2);
        awaitPublished(2);
    }

    @Test
    void keepsNoMessageWaiting() {
        CountDownLatch held = new CountDownLatch(1);
        slack.next("views.publish", StubSlack.after(held, StubSlack.status(500)));
        homes.show(PRIYA, 1);
        awaitPublished(1);
        Intent intent = new Intent(
                "one",
                PRIYA,
                Purpose.REPLY,
                About.NOTHING,
                Drawn.of(Message.say("one")).toString());
        speaker.say(List.of(store.hold(intent, false)), CompletableFuture.completedFuture(true));

        await().until(() -> slack.posted.size() == 1);
        held.countDown();
    }

    @Test
    void whereSlackIsTooBusyItIsPublishedLater() throws Exception {
        slack.next("views.publish", StubSlack.status(429, "Retry-After", "9"));
        homes.show(PRIYA, 1);
        PutOff again = putOff.poll(10, TimeUnit.SECONDS);
        assertThat(again).isNotNull();
        assertThat(again.after()).isEqualTo(Duration.ofSeconds(9));
        homes.refresh(PRIYA);
        assertThat(slack.calls("views.publish")).hasSize(1);

        again.task().run();
        awaitPublished(2);
    }

    @Test
    void whatIsRefusedIsLeftForTheNextTime() {
        slack.next("views.publish", StubSlack.answer("{\"ok\":false,\"error\":\"not_enabled\"}"));
        homes.show(PRIYA, 1);
        awaitPublished(1);
        homes.refresh(PRIYA);
        awaitPublished(2);
    }

    @Test
    void staysOnThePageThatTheRepTurnedTo() {
        homes.show(PRIYA, 2);
        awaitPublished(1);
        homes.refresh(PRIYA);
        awaitPublished(2);
        homes.show(PRIYA, 1);
        awaitPublished(3);

        List<String> drawn = slack.calls("views.publish").stream()
                .map(call -> Json.object(call.body(), "view").get("blocks").toString())
                .toList();
        assertThat(drawn.get(1)).isEqualTo(drawn.get(0));
        assertThat(drawn.get(2)).isNotBlank();
    }

    private void awaitPublished(int times) {
        await().until(() -> slack.calls("views.publish").size() == times);
    }
}
