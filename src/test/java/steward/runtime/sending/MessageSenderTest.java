package steward.runtime.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.runtime.sending.SenderFixture.OMAR;
import static steward.runtime.sending.SenderFixture.PRIYA;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import steward.message.Intent;
import steward.message.Message;
import steward.message.Outbox.Pending;
import steward.rep.RepId;
import steward.runtime.MemoryChat.Answer;
import steward.runtime.MemoryChat.Method;
import steward.runtime.MemoryChat.Posted;
import steward.runtime.PlainRenderer.Body;

/** In which order messages go, and what waits for what. */
class MessageSenderTest {

    private final SenderFixture fixture = SenderFixture.inRoom();
    private final MessageSender sender = fixture.sender;

    @Test
    void allGoesInOrderToTheChatThatIsOpenedOnce() {
        fixture.say(OMAR, "one", "two", "three");

        assertThat(fixture.chat.texts()).containsExactly("one", "two", "three");
        assertThat(fixture.chat.calls(Method.OPEN_DIRECT_CHAT)).hasSize(1);
        assertThat(fixture.store.rooms).containsEntry(OMAR, "D-U2");
        assertThat(fixture.store.arrival(OMAR, "one"))
                .hasValueSatisfying(
                        arrival -> assertThat(arrival.message().channel()).isEqualTo("D-U2"));
        assertThat(fixture.registry.timer("steward.replies").count()).isEqualTo(3);
    }

    @Test
    void theChatGetsTheMessageAsItWasWrittenDown() {
        Intent intent = fixture.inThread("one");
        fixture.say(intent);

        assertThat(fixture.chat.posted()).extracting(Posted::intent).containsExactly(intent);
    }

    /** Its turn was written down, though whoever took it was told that it could not be. */
    @Test
    void whatNobodyKnowsOfIsTakenUpOnceAndNotSentTwice() {
        Intent unknown = fixture.store.hold(fixture.intent(PRIYA, "one"), false);
        fixture.chat.next(Method.POST, Answer.notDone(Duration.ofSeconds(7)));
        sender.resume();
        sender.resume();
        sender.send(List.of(unknown));
        fixture.settle();
        fixture.retry();

        assertThat(fixture.chat.texts()).containsExactly("one");
        assertThat(fixture.isNothingPutOff()).isTrue();
    }

    @Test
    void aLimitedChannelWaitsAlone() {
        fixture.chat.next(Method.POST, Answer.notDone(Duration.ofSeconds(7)));
        fixture.say(PRIYA, "one", "two");
        fixture.say(OMAR, "other");
        assertThat(fixture.chat.texts()).containsExactly("other");

        assertThat(fixture.retry()).isEqualTo(Duration.ofSeconds(7));
        assertThat(fixture.chat.texts()).containsExactly("other", "one", "two");
        assertThat(fixture.chat.calls(Method.FIND)).as("it surely was not sent").isEmpty();
    }

    @Test
    void whatIsSaidOfATurnWaitsForItsAcknowledgementInItsPlace() {
        CompletableFuture<Boolean> first = new CompletableFuture<>();
        CompletableFuture<Boolean> second = new CompletableFuture<>();
        sender.send(List.of(fixture.store.hold(fixture.intent(PRIYA, "one"), false)), first);
        sender.send(List.of(fixture.store.hold(fixture.intent(PRIYA, "two"), false)), second);
        second.complete(true);
        fixture.settle();
        assertThat(fixture.chat.calls()).isEmpty();

        first.complete(true);
        fixture.settle();
        assertThat(fixture.chat.texts()).containsExactly("one", "two");
    }

    @Test
    void updatesComeLastAndTheNewestWins() {
        fixture.say(PRIYA, "one");
        fixture.chat.next(Method.POST, Answer.notDone(Duration.ofSeconds(1)));
        fixture.say(PRIYA, "two");
        update("one", "older");
        update("one", "newer");
        update("never sent", "gone");
        assertThat(fixture.chat.calls(Method.UPDATE)).isEmpty();
        sender.send(List.of(fixture.store.hold(fixture.intent(PRIYA, "three"), false)));
        fixture.retry();

        assertThat(fixture.chat.texts()).containsExactly("one", "two", "three");
        assertThat(fixture.chat.calls(Method.UPDATE)).singleElement().satisfies(call -> {
            assertThat(Body.of(call.content()).text()).isEqualTo("newer");
            assertThat(call.place()).isEqualTo("one has landed");
        });
        assertThat(fixture.chat.calls().get(fixture.chat.calls().size() - 1).method())
                .isEqualTo(Method.UPDATE);
    }

    @Test
    void anUpdateThatFailsIsTriedOnceAndKeepsNothingWaiting() {
        fixture.say(PRIYA, "one");
        fixture.chat.next(Method.UPDATE, Answer.lost());
        update("one", "newer");
        fixture.say(PRIYA, "two");

        assertThat(fixture.chat.calls(Method.UPDATE)).hasSize(1);
        assertThat(fixture.chat.texts()).containsExactly("one", "two");
        assertThat(fixture.isNothingPutOff()).isTrue();
    }

    @Test
    void ofTooManyUpdatesTheOldestAreDropped() {
        fixture.chat.next(Method.POST, Answer.notDone(Duration.ofSeconds(1)));
        fixture.say(PRIYA, "late");
        for (int number = 0; number < 60; number++) {
            String id = "old " + number;
            fixture.store.sent(
                    fixture.intent(PRIYA, id),
                    fixture.chat.post(fixture.intent(PRIYA, id), "D1").get().arrival());
            update(id, "newer");
        }
        fixture.retry();

        assertThat(fixture.chat.calls(Method.UPDATE))
                .hasSize(50)
                .first()
                .satisfies(call -> assertThat(call.place()).isEqualTo("old 10 has landed"));
    }

    @Test
    void whatComesAfterwardsWaitsForAllElseAndIsMerged() {
        List<String> begun = new ArrayList<>();
        fixture.chat.next(Method.POST, Answer.notDone(Duration.ofSeconds(1)));
        fixture.say(PRIYA, "one");
        sender.afterwards(PRIYA, () -> begun.add("older"));
        sender.afterwards(
                PRIYA, () -> begun.add("newer, after " + fixture.chat.posted().size()));
        fixture.settle();
        assertThat(begun).isEmpty();

        fixture.retry();
        assertThat(begun).containsExactly("newer, after 1");
    }

    @Test
    void whatFailsAfterwardsKeepsNothingWaiting() {
        sender.afterwards(PRIYA, () -> {
            throw new IllegalStateException("the disk is gone");
        });
        fixture.say(PRIYA, "one");

        assertThat(fixture.chat.texts()).containsExactly("one");
    }

    @Test
    void nudgesOfAWorkspaceTakeTheirPlacesAndLetOthersGoFirst() {
        for (int number = 0; number <= RateLimiter.NUDGES_AT_ONCE; number++) {
            RepId rep = new RepId("T1", "U" + number);
            fixture.say(fixture.nudge(rep, "nudge " + number));
        }
        assertThat(fixture.chat.posted()).hasSize(RateLimiter.NUDGES_AT_ONCE);

        fixture.say(PRIYA, "waited for");
        fixture.pass(Duration.ofMillis(250));
        assertThat(fixture.retry()).isEqualTo(Duration.ofMillis(250));
        assertThat(fixture.chat.texts()).last().isEqualTo("waited for");

        fixture.pass(Duration.ofMillis(250));
        fixture.retry();
        assertThat(fixture.chat.texts()).last().isEqualTo("nudge " + RateLimiter.NUDGES_AT_ONCE);
        assertThat(fixture.registry.counter("steward.nudges", "kind", "time").count())
                .isEqualTo(RateLimiter.NUDGES_AT_ONCE + 1);
    }

    @Test
    void aWorkspaceWithEnoughNudgesOnTheirWayIsFull() {
        for (int number = 0; number < 3 * RateLimiter.NUDGES_AT_ONCE; number++) {
            sender.send(List.of(fixture.nudge(new RepId("T1", "U" + number), "nudge " + number)));
        }
        assertThat(sender.full()).containsExactly("T1");
    }

    // ── Ending ───────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void onceClosedTheRestStaysInTheStore() {
        fixture.store.hold(fixture.intent(PRIYA, "one"), false);
        sender.close(Duration.ZERO);
        sender.resume();
        fixture.settle();

        assertThat(fixture.chat.calls()).isEmpty();
        assertThat(fixture.store.pending()).hasSize(1);
    }

    @Test
    void whatIsUnderWayComesToItsEndAndNothingElseBegins() throws Exception {
        sender.send(List.of(fixture.store.hold(fixture.intent(PRIYA, "one"), false)));
        sender.send(List.of(fixture.store.hold(fixture.intent(PRIYA, "two"), false)));
        Thread closing = new Thread(() -> sender.close(Duration.ofMinutes(1)));
        closing.start();
        while (closing.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        fixture.settle();
        closing.join(TimeUnit.MINUTES.toMillis(1));

        assertThat(closing.isAlive()).isFalse();
        assertThat(fixture.chat.texts()).containsExactly("one");
        assertThat(fixture.store.pending())
                .extracting(Pending::intent)
                .extracting(Intent::id)
                .containsExactly("two");
    }

    @Test
    void whatDoesNotEndInTimeIsLeft() {
        sender.send(List.of(fixture.store.hold(fixture.intent(PRIYA, "one"), false)));
        sender.close(Duration.ofMillis(1));

        assertThat(fixture.store.pending()).hasSize(1);
    }

    private void update(String intent, String text) {
        sender.update(PRIYA, intent, fixture.renderer.message(Message.say(text)));
    }
}
