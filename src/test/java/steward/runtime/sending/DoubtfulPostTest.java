package steward.runtime.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.runtime.sending.SenderFixture.PRIYA;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import steward.message.Outbox.Pending;
import steward.runtime.MemoryChat.Answer;
import steward.runtime.MemoryChat.Call;
import steward.runtime.MemoryChat.Method;
import steward.runtime.PlainRenderer.Body;
import steward.runtime.chat.Refusal;

/** A message that may have arrived is searched for before it is sent once more. */
class DoubtfulPostTest {

    private final SenderFixture fixture = SenderFixture.inRoom();

    @Test
    void aLostReplyIsLookedUpAndNotSentTwice() {
        fixture.chat.next(Method.POST, Answer.doneButLost());
        fixture.say(PRIYA, "one", "two");
        assertThat(fixture.store.pending()).extracting(Pending::inDoubt).containsExactly(true, false);

        assertThat(fixture.retry()).isEqualTo(Duration.ofSeconds(2));
        assertThat(fixture.chat.texts()).containsExactly("one", "two");
        assertThat(fixture.chat.calls(Method.FIND))
                .containsExactly(new Call(Method.FIND, "T1", SenderFixture.ROOM, "one"));
        assertThat(fixture.store.arrival(PRIYA, "one")).isPresent();
    }

    @Test
    void whatDidNotArriveIsSentAgainLaterAndLater() {
        fixture.chat.next(Method.POST, Answer.lost(), Answer.lost());
        fixture.say(PRIYA, "one");

        Duration first = fixture.retry();
        assertThat(fixture.retry()).isGreaterThan(first);
        assertThat(fixture.chat.texts()).containsExactly("one");
        assertThat(fixture.chat.calls(Method.FIND)).hasSize(2);
    }

    @Test
    void arrivedButNotNotedIsNotSentTwice() {
        fixture.store.sentsToFail = 1;
        fixture.say(PRIYA, "one");

        fixture.retry();
        assertThat(fixture.chat.texts()).containsExactly("one");
        assertThat(fixture.store.arrival(PRIYA, "one")).isPresent();
    }

    @Test
    void atTheStartDoubtfulOnesAreLookedUpFirst() {
        fixture.say(PRIYA, "arrived");
        fixture.store.arrivals.clear();
        fixture.store.hold(fixture.intent(PRIYA, "arrived"), true);
        fixture.store.hold(fixture.intent(PRIYA, "lost"), true);
        fixture.store.hold(fixture.intent(PRIYA, "waiting"), false);

        fixture.sender.resume();
        fixture.settle();
        assertThat(fixture.chat.texts()).containsExactly("arrived", "lost", "waiting");
        assertThat(fixture.chat.calls(Method.FIND)).extracting(Call::content).containsExactly("arrived", "lost");
        assertThat(fixture.store.pending()).isEmpty();
    }

    @Test
    void itWaitsWhileTheRoomCannotBeSearched() {
        fixture.chat.next(Method.FIND, Answer.notDone(Duration.ofSeconds(60)));
        resume("one");
        assertThat(fixture.chat.posted()).isEmpty();

        assertThat(fixture.retry()).isEqualTo(Duration.ofSeconds(60));
        assertThat(fixture.chat.texts()).containsExactly("one");
    }

    @Test
    void itStaysDoubtfulWhileSearchingIsRefused() {
        fixture.chat.next(Method.FIND, Answer.refused(Refusal.READING, "missing_scope"));
        resume("one");
        assertThat(fixture.store.pending()).extracting(Pending::inDoubt).containsExactly(true);

        assertThat(fixture.retry()).isEqualTo(Duration.ofMinutes(1));
        assertThat(fixture.chat.texts()).containsExactly("one");
    }

    @Test
    void whoseRoomIsGoneIsLookedUpInTheNewOne() {
        fixture.chat.next(Method.FIND, Answer.refused(Refusal.ROOM, "channel_not_found"));
        resume("one");

        assertThat(fixture.chat.calls(Method.FIND)).extracting(Call::place).containsExactly("D1", "D-U1");
        assertThat(fixture.chat.texts()).containsExactly("one");
    }

    @Test
    void withoutAnyRoomToSearchItWaits() {
        fixture.store.rooms.clear();
        fixture.chat.next(Method.OPEN_DIRECT_CHAT, Answer.refused(Refusal.ADMIN, "missing_scope"));
        resume("one");
        assertThat(fixture.chat.calls(Method.POST)).isEmpty();

        assertThat(fixture.retry()).isEqualTo(Duration.ofMinutes(1));
        assertThat(fixture.chat.texts()).containsExactly("one");
    }

    @Test
    void whoseThreadIsGoneIsLookedUpOutsideOfIt() {
        fixture.chat.next(Method.FIND, Answer.refused(Refusal.THREAD, "thread_not_found"));
        fixture.store.hold(fixture.inThread("one"), true);
        fixture.sender.resume();
        fixture.settle();

        assertThat(fixture.chat.calls(Method.FIND)).hasSize(2);
        assertThat(fixture.chat.calls(Method.POST))
                .singleElement()
                .satisfies(call -> assertThat(Body.of(call.content()).thread()).isEmpty());
    }

    @Test
    void whatNeverCanHaveArrivedHoldsUpNothing() {
        fixture.chat.next(Method.FIND, Answer.refused(Refusal.MESSAGE, "unreadable body"));
        resume("one");
        fixture.say(PRIYA, "two");

        assertThat(fixture.store.refused).containsEntry("one", "unreadable body");
        assertThat(fixture.chat.texts()).containsExactly("two");
    }

    private void resume(String text) {
        fixture.store.hold(fixture.intent(PRIYA, text), true);
        fixture.sender.resume();
        fixture.settle();
    }
}
