package steward.runtime.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.runtime.sending.SenderFixture.PRIYA;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import steward.message.Outbox.Pending;
import steward.runtime.MemoryChat.Answer;
import steward.runtime.MemoryChat.Call;
import steward.runtime.MemoryChat.Method;
import steward.runtime.MemoryChat.Posted;
import steward.runtime.chat.Refusal;

/** What reps share goes where they want it, and they are told if it doesn't. */
class SharedPostTest {

    private final SenderFixture fixture = SenderFixture.inRoom();

    @Test
    void whatIsSharedGoesThereAndKeepsNothingElseWaiting() {
        fixture.chat.next(Method.POST, Answer.notDone(Duration.ofSeconds(7)));
        fixture.say(fixture.shared("share", "C1"));
        fixture.say(PRIYA, "one");
        fixture.retry();

        assertThat(fixture.chat.posted()).extracting(Posted::channel).containsExactly("D1", "C1");
        assertThat(fixture.chat.texts()).containsExactly("one", "share");
        assertThat(fixture.store.room(PRIYA)).contains("D1");
    }

    @Test
    void whatIsSharedWithAPersonGoesToTheirChat() {
        fixture.store.rooms.clear();
        fixture.say(fixture.shared("share", "U7"));

        assertThat(fixture.chat.posted()).extracting(Posted::channel).containsExactly("D-U7");
        assertThat(fixture.store.rooms).isEmpty();
    }

    @Test
    void whereThePersonsChatCannotBeOpenedTheRepIsTold() {
        fixture.chat.always(Method.OPEN_DIRECT_CHAT, Answer.refused(Refusal.PERSON, "user_disabled"));
        fixture.say(fixture.shared("share", "U7"));

        assertThat(fixture.chat.texts()).containsExactly("Not shared in U7: user_disabled (PERSON)");
        assertThat(fixture.store.gone).as("the rep is still there").isEmpty();
    }

    @Test
    void whereAnAdminCanMendThatTheShareWaits() {
        fixture.chat.next(Method.OPEN_DIRECT_CHAT, Answer.refused(Refusal.ADMIN, "missing_scope"));
        fixture.say(fixture.shared("share", "U7"));

        assertThat(fixture.retry()).isEqualTo(Duration.ofMinutes(1));
        assertThat(fixture.chat.texts()).containsExactly("share");
    }

    @Test
    void aShareInDoubtIsLookedUpWhereItWent() {
        fixture.chat.next(Method.POST, Answer.doneButLost());
        fixture.say(fixture.shared("share", "C1"));
        fixture.retry();

        assertThat(fixture.chat.texts()).containsExactly("share");
        assertThat(fixture.chat.calls(Method.FIND)).extracting(Call::place).containsExactly("C1");
        assertThat(fixture.store.pending()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"READING", "ROOM"})
    void aShareInDoubtThatCannotBeLookedUpIsNotSentTwice(Refusal about) {
        fixture.chat.next(Method.POST, Answer.doneButLost());
        fixture.chat.next(Method.FIND, Answer.refused(about, "missing_scope"));
        fixture.say(fixture.shared("share", "C1"));
        fixture.retry();

        assertThat(fixture.store.refused).containsKey("share");
        assertThat(fixture.chat.texts()).containsExactly("share", "Not shared in C1: missing_scope (UNSURE)");
        assertThat(fixture.chat.posted()).extracting(Posted::channel).containsExactly("C1", "D1");
    }

    @ParameterizedTest
    @EnumSource(names = {"ROOM", "PLACE", "PERSON", "MESSAGE", "THREAD"})
    void aShareThatIsRefusedIsSaidInTheRepsOwnChat(Refusal about) {
        fixture.chat.next(Method.POST, Answer.refused(about, "no"));
        fixture.say(fixture.shared("share", "C1"));

        assertThat(fixture.store.refused).containsEntry("share", "no");
        assertThat(fixture.chat.posted()).singleElement().satisfies(notice -> {
            assertThat(notice.channel()).isEqualTo("D1");
            assertThat(notice.body().text()).isEqualTo("Not shared in C1: no (" + about + ")");
            assertThat(notice.intent().id()).isEqualTo("share.refused");
        });
        assertThat(fixture.store.gone).isEmpty();
    }

    @Test
    void aRefusedShareIsNotOverBeforeTheRepIsTold() {
        Answer refusal = Answer.refused(Refusal.ROOM, "not_in_channel");
        fixture.chat.next(Method.POST, refusal, Answer.notDone(Duration.ofSeconds(3)), refusal);
        fixture.say(fixture.shared("share", "C1"));
        assertThat(fixture.store.pending()).extracting(Pending::inDoubt).containsExactly(false);

        assertThat(fixture.retry()).isEqualTo(Duration.ofSeconds(3));
        assertThat(fixture.store.refused).containsKey("share");
        assertThat(fixture.chat.posted()).hasSize(1);
    }

    @Test
    void withoutAKnownChatTheNoticeGoesToThePerson() {
        fixture.store.rooms.clear();
        fixture.chat.next(Method.POST, Answer.refused(Refusal.ROOM, "not_in_channel"));
        fixture.say(fixture.shared("share", "C1"));

        assertThat(fixture.chat.posted()).extracting(Posted::channel).containsExactly("D-U1");
    }
}
