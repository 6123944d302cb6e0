package steward.runtime.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.runtime.sending.SenderFixture.PRIYA;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import steward.message.About;
import steward.message.Chart;
import steward.message.Intent;
import steward.message.Message;
import steward.message.Outbox.Pending;
import steward.message.Part;
import steward.message.Purpose;
import steward.message.Words;
import steward.runtime.MemoryChat.Answer;
import steward.runtime.MemoryChat.Call;
import steward.runtime.MemoryChat.Method;
import steward.runtime.MemoryChat.Posted;
import steward.runtime.PlainRenderer.Body;
import steward.runtime.PlainRenderer.Layout;
import steward.runtime.chat.Refusal;

/** What becomes of a message that the chat refuses, or that can't be noted. */
class PostJobTest {

    private final SenderFixture fixture = SenderFixture.inRoom();

    // ── Its layout ───────────────────────────────────────────────────────────────────────────────────────

    @Test
    void theLayoutThatIsRefusedIsLeftOutStepByStep() {
        Answer refusal = Answer.refused(Refusal.LAYOUT, "invalid_blocks");
        fixture.chat.next(Method.POST, refusal, refusal);
        Message charted = Message.of(
                new Part.Paragraph(Words.of("Acme")),
                new Part.Picture(new Chart(
                        "Next hour", List.of("Acme"), List.of(new Chart.Series("ROTI", List.of(BigDecimal.TEN))))));
        fixture.say(new Intent("one", PRIYA, Purpose.REPLY, About.NOTHING, fixture.renderer.message(charted)));

        assertThat(fixture.chat.calls(Method.POST))
                .extracting(call -> Body.of(call.content()).layout())
                .containsExactly(Layout.CHARTS, Layout.BLOCKS, Layout.TEXT);
        assertThat(fixture.chat.texts()).containsExactly("Acme");
        assertThat(fixture.chat.calls(Method.FIND)).isEmpty();
    }

    @Test
    void whatIsRefusedAsTextTooIsRefusedForGood() {
        Answer refusal = Answer.refused(Refusal.LAYOUT, "invalid_blocks");
        fixture.chat.next(Method.POST, refusal, refusal);
        fixture.say(PRIYA, "one", "two");

        assertThat(fixture.store.refused).containsEntry("one", "invalid_blocks");
        assertThat(fixture.chat.texts()).containsExactly("two");
    }

    @Test
    void aReplyWhoseThreadIsGoneStandsAlone() {
        fixture.chat.next(Method.POST, Answer.refused(Refusal.THREAD, "thread_not_found"));
        fixture.say(fixture.inThread("one"));

        assertThat(fixture.chat.calls(Method.POST))
                .extracting(call -> Body.of(call.content()).thread().isPresent())
                .containsExactly(true, false);
        assertThat(fixture.chat.texts()).containsExactly("one");
    }

    // ── Who can do something about it ────────────────────────────────────────────────────────────────────

    @ParameterizedTest
    @EnumSource(names = {"MESSAGE", "THREAD", "PERSON"})
    void whatIsRefusedForGoodHoldsUpNothing(Refusal about) {
        fixture.chat.next(Method.POST, Answer.refused(about, "no"));
        fixture.say(PRIYA, "one", "two");

        assertThat(fixture.chat.texts()).containsExactly("two");
        assertThat(fixture.store.refused).containsEntry("one", "no");
        assertThat(fixture.store.gone.contains(PRIYA)).isEqualTo(about == Refusal.PERSON);
    }

    @Test
    void aRepWhoIsGoneIsNotWaitedFor() {
        fixture.store.rooms.clear();
        fixture.chat.always(Method.OPEN_DIRECT_CHAT, Answer.refused(Refusal.PERSON, "user_disabled"));
        fixture.say(PRIYA, "one");

        assertThat(fixture.store.refused).containsKey("one");
        assertThat(fixture.store.gone).containsExactly(PRIYA);
        assertThat(fixture.chat.calls(Method.POST)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMIN", "PLACE", "READING", "UNSURE"})
    void whatAnAdminCanMendOnlyHoldsUp(Refusal about) {
        Answer refusal = Answer.refused(about, "missing_scope");
        fixture.chat.next(Method.POST, refusal, refusal, refusal, refusal, refusal, refusal);
        fixture.say(PRIYA, "one", "two");

        for (int minutes : new int[] {1, 2, 4, 8, 15, 15}) {
            assertThat(fixture.store.pending()).extracting(Pending::inDoubt).containsExactly(false, false);
            assertThat(fixture.retry()).isEqualTo(Duration.ofMinutes(minutes));
        }
        assertThat(fixture.chat.texts()).containsExactly("one", "two");
        assertThat(fixture.chat.calls(Method.FIND)).isEmpty();
        assertThat(fixture.store.refused).isEmpty();
    }

    @Test
    void whereStewardIsNotInstalledNothingWaits() {
        fixture.chat.next(Method.POST, Answer.refused(Refusal.NOT_INSTALLED, "not_installed"));
        fixture.say(PRIYA, "one", "two");

        assertThat(fixture.store.refused).containsEntry("one", "not_installed");
        assertThat(fixture.chat.texts()).containsExactly("two");
    }

    // ── Where it goes ────────────────────────────────────────────────────────────────────────────────────

    @Test
    void aRoomThatIsGoneIsOpenedAnew() {
        fixture.chat.next(Method.POST, Answer.refused(Refusal.ROOM, "is_archived"));
        fixture.say(PRIYA, "one", "two");

        assertThat(fixture.chat.posted()).extracting(Posted::channel).containsExactly("D-U1", "D-U1");
        assertThat(fixture.chat.calls(Method.OPEN_DIRECT_CHAT)).hasSize(1);
        assertThat(fixture.store.room(PRIYA)).contains("D-U1");
        assertThat(fixture.store.refused).isEmpty();
    }

    @Test
    void whatANewRoomRefusesTooIsRefusedForGood() {
        fixture.chat.next(
                Method.POST,
                Answer.refused(Refusal.ROOM, "channel_not_found"),
                Answer.refused(Refusal.ROOM, "is_archived"));
        fixture.say(PRIYA, "one", "two");

        assertThat(fixture.store.refused).containsEntry("one", "is_archived");
        assertThat(fixture.chat.texts()).containsExactly("two");
    }

    @Test
    void withoutLeaveToOpenTheMessageGoesToThePerson() {
        fixture.store.rooms.clear();
        fixture.chat.always(Method.OPEN_DIRECT_CHAT, Answer.refused(Refusal.ADMIN, "missing_scope"));
        fixture.say(PRIYA, "one");

        assertThat(fixture.chat.calls(Method.POST)).extracting(Call::place).containsExactly("U1");
        assertThat(fixture.store.rooms).containsEntry(PRIYA, "D-U1");
    }

    @Test
    void whileTheRoomCannotBeOpenedItWaits() {
        fixture.store.rooms.clear();
        fixture.chat.next(Method.OPEN_DIRECT_CHAT, Answer.notDone(Duration.ofSeconds(9)), Answer.lost());
        fixture.say(PRIYA, "one");

        assertThat(fixture.retry()).isEqualTo(Duration.ofSeconds(9));
        assertThat(fixture.retry()).isEqualTo(Duration.ofSeconds(4));
        assertThat(fixture.chat.texts()).containsExactly("one");
    }

    // ── What can't be noted, or isn't said ───────────────────────────────────────────────────────────────

    @Test
    void whatTheChatTookIsNeverSentAgain() {
        fixture.chat.tellsNoArrival();
        fixture.store.sentsToFail = 1;
        fixture.say(PRIYA, "one", "two");
        assertThat(fixture.chat.texts()).containsExactly("one");

        fixture.retry();
        assertThat(fixture.chat.texts()).containsExactly("one", "two");
        assertThat(fixture.chat.calls(Method.FIND)).isEmpty();
        assertThat(fixture.store.pending()).isEmpty();
        assertThat(fixture.store.arrival(PRIYA, "one")).isEmpty();
    }

    @Test
    void whatSurelyDidNotArriveIsSentAgainUnsearchedLaterAndLater() {
        Answer unreachable = Answer.notDone(Duration.ZERO);
        fixture.chat.next(
                Method.POST, IntStream.range(0, 9).mapToObj(any -> unreachable).toArray(Answer[]::new));
        fixture.say(PRIYA, "one");

        for (int seconds : new int[] {2, 4, 8, 16, 32, 64, 128, 256, 300}) {
            assertThat(fixture.store.pending()).extracting(Pending::inDoubt).containsExactly(false);
            assertThat(fixture.retry()).isEqualTo(Duration.ofSeconds(seconds));
        }
        assertThat(fixture.chat.texts()).containsExactly("one");
        assertThat(fixture.chat.calls(Method.FIND)).isEmpty();
    }

    @Test
    void whatAnotherProcessTookOverIsLeftToIt() {
        fixture.store.takenOver.add("one");
        fixture.say(PRIYA, "one", "two");

        assertThat(fixture.chat.texts()).containsExactly("two");
    }
}
