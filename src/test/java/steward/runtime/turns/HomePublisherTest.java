package steward.runtime.turns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static steward.runtime.sending.SenderFixture.OMAR;
import static steward.runtime.sending.SenderFixture.PRIYA;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import steward.conversation.Conversation;
import steward.runtime.MemoryChat.Answer;
import steward.runtime.MemoryChat.Call;
import steward.runtime.MemoryChat.Method;
import steward.runtime.MemoryStore;
import steward.runtime.chat.Refusal;
import steward.runtime.sending.SenderFixture;

/** A Home tab is shown to whoever looks at theirs, and keeps nothing else waiting. */
class HomePublisherTest {

    private final SenderFixture fixture = SenderFixture.inRoom();
    private final Conversation conversation = MemoryStore.conversation();
    private final HomePublisher homes = new HomePublisher(
            fixture.chat,
            fixture.renderer,
            fixture.store,
            fixture.store,
            conversation,
            fixture.sender,
            fixture.clock,
            fixture.timer);

    @Test
    void isPublishedOnceARepLooksAndFromThenOn() {
        homes.refresh(OMAR);
        homes.show(PRIYA, 1);
        fixture.settle();
        assertThat(published()).hasSize(1);
        assertThat(fixture.store.seesHome(PRIYA)).isTrue();

        homes.refresh(PRIYA);
        fixture.settle();
        assertThat(published()).hasSize(2).allSatisfy(call -> {
            assertThat(call.place()).isEqualTo("U1");
            assertThat(call.content()).isNotBlank();
        });
        assertThat(fixture.store.seesHome(OMAR)).isFalse();
        assertThat(fixture.store.taken).isEmpty();
    }

    @Test
    void showsWhoLooksEvenIfARefreshComesAtOnce() {
        homes.show(PRIYA, 1);
        homes.refresh(PRIYA);
        fixture.settle();

        assertThat(published()).isNotEmpty();
    }

    @Test
    void whatChangesWhileOneIsUnderWayIsPublishedOnceAfterwards() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        fixture.chat.next(Method.PUBLISH_HOME, Answer.done().once(held));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            homes.show(PRIYA, 1);
            var first = thread.submit(fixture::settle);
            await().until(() -> published().size() == 1);
            for (int times = 0; times < 3; times++) {
                homes.refresh(PRIYA);
                fixture.settle();
            }
            assertThat(published()).hasSize(1);

            held.countDown();
            first.get();
        } finally {
            thread.shutdownNow();
        }
        fixture.settle();
        assertThat(published()).hasSize(2);
    }

    @Test
    void comesAfterAllElseAndKeepsNothingWaiting() {
        fixture.chat.next(Method.PUBLISH_HOME, Answer.lost());
        homes.show(PRIYA, 1);
        fixture.say(PRIYA, "one");

        assertThat(fixture.chat.texts()).containsExactly("one");
        assertThat(fixture.chat.calls())
                .last()
                .satisfies(call -> assertThat(call.method()).isEqualTo(Method.POST));
        assertThat(fixture.isNothingPutOff()).isTrue();
    }

    @Test
    void whereTheChatAsksToWaitItIsPublishedLater() {
        fixture.chat.next(Method.PUBLISH_HOME, Answer.notDone(Duration.ofSeconds(9)));
        homes.show(PRIYA, 1);
        fixture.settle();
        homes.refresh(PRIYA);
        fixture.settle();
        assertThat(published()).hasSize(1);

        assertThat(fixture.retry()).isEqualTo(Duration.ofSeconds(9));
        assertThat(published()).hasSize(2);
    }

    @Test
    void whatIsRefusedOrDoesNotGetThereIsLeftForTheNextTime() {
        fixture.chat.next(
                Method.PUBLISH_HOME, Answer.refused(Refusal.ADMIN, "not_enabled"), Answer.notDone(Duration.ZERO));
        homes.show(PRIYA, 1);
        fixture.settle();
        homes.refresh(PRIYA);
        fixture.settle();
        assertThat(fixture.isNothingPutOff()).isTrue();
        assertThat(published()).hasSize(2);

        homes.refresh(PRIYA);
        fixture.settle();
        assertThat(published()).hasSize(3);
    }

    @Test
    void aRepWhoIsForgottenSeesThatOnceMore() {
        homes.forgotten(PRIYA);
        fixture.settle();
        assertThat(published()).hasSize(1);

        homes.refresh(PRIYA);
        fixture.settle();
        assertThat(published()).hasSize(1);
    }

    @Test
    void staysOnThePageThatTheRepTurnedTo() {
        homes.show(PRIYA, 2);
        fixture.settle();
        homes.refresh(PRIYA);
        fixture.settle();
        homes.show(PRIYA, 1);
        fixture.settle();

        List<String> drawn = published().stream().map(Call::content).toList();
        assertThat(drawn.get(1)).isEqualTo(drawn.get(0));
        assertThat(drawn.get(2)).isNotBlank();
    }

    private List<Call> published() {
        return fixture.chat.calls(Method.PUBLISH_HOME);
    }
}
