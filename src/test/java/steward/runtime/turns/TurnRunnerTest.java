package steward.runtime.turns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static steward.runtime.sending.SenderFixture.PRIYA;
import static steward.runtime.turns.TurnFixture.delivery;
import static steward.runtime.turns.TurnFixture.saying;
import static steward.runtime.turns.TurnFixture.tap;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import steward.conversation.session.ExpiredRecords;
import steward.conversation.session.MessageUpdate;
import steward.conversation.session.TurnResult;
import steward.message.About;
import steward.message.Message;
import steward.message.MessageRef;
import steward.runtime.MemoryChat.Answer;
import steward.runtime.MemoryChat.Call;
import steward.runtime.MemoryChat.Method;
import steward.runtime.PlainRenderer;
import steward.runtime.PlainRenderer.Body;
import steward.runtime.chat.Origin.Surface;

/** A turn is written down, whole or not at all, before anybody hears of it. */
class TurnRunnerTest {

    private final TurnFixture fixture = new TurnFixture();

    @Test
    void nothingIsSaidBeforeItIsWrittenDownAndAcknowledged() {
        MessageRef parent = new MessageRef("D7", "parent");
        TakenTurn taken = fixture.take(delivery(saying("i1", Message.say("Hello"), Optional.of(parent))));
        fixture.sent.settle();
        assertThat(fixture.store.pending()).hasSize(1);
        assertThat(fixture.chat.calls()).isEmpty();

        fixture.finish(taken);
        assertThat(fixture.chat.posted()).singleElement().satisfies(message -> {
            assertThat(message.body()).isEqualTo(new Body(PlainRenderer.Layout.BLOCKS, Optional.of(parent), "Hello"));
            assertThat(message.channel()).isEqualTo("D7");
            assertThat(message.intent().about()).isEqualTo(About.plan("p1"));
        });
        assertThat(fixture.store.room(PRIYA)).contains("D7");
        assertThat(fixture.turns.isRoom(PRIYA, "D7")).isTrue();
        assertThat(fixture.turns.isRoom(PRIYA, "D8")).isFalse();
        assertThat(fixture.store.arrival(PRIYA, "i1")).isPresent();
    }

    @Test
    void turnsAreSpokenInTheOrderTheyWereWrittenDown() {
        TakenTurn first = fixture.take(delivery(saying("i1", Message.say("One"), Optional.empty())));
        TakenTurn second = fixture.take(delivery("second", saying("i2", Message.say("Two"), Optional.empty())));

        fixture.finish(second);
        assertThat(fixture.chat.posted()).isEmpty();
        fixture.finish(first);
        assertThat(fixture.chat.texts()).containsExactly("One", "Two");
    }

    @Test
    void aDeliveryThatCameBeforeSaysNothing() {
        Delivery delivery = delivery(TurnResult.aside(Message.say("Hi")));

        assertThat(fixture.take(delivery).privateReply()).isPresent();
        assertThat(fixture.take(delivery).privateReply()).isEmpty();
    }

    @Test
    void whatWasDoneSoLongAgoThatNobodyKnowsWhetherItWasTakenIsNotTaken() {
        Delivery delivery = delivery(TurnResult.aside(Message.say("Hi")));
        Instant lately = fixture.sent.clock.instant().minus(ExpiredRecords.DELIVERIES_KEPT);

        assertThat(fixture.take(delivery.doneAt(lately.minusSeconds(1))).privateReply())
                .isEmpty();
        assertThat(fixture.store.taken).isEmpty();
        assertThat(fixture.take(delivery.doneAt(lately)).privateReply()).isPresent();
    }

    @Test
    void whatCannotBeDrawnIsNotWrittenDown() {
        Message tooLong = Message.say("x".repeat(PlainRenderer.LETTERS_MAX + 1));

        assertThatThrownBy(() -> fixture.take(delivery(saying("i1", tooLong, Optional.empty()))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(fixture.store.taken).isEmpty();
        assertThat(fixture.store.pending()).isEmpty();
    }

    @Test
    void anOldQuestionIsUpdated() {
        fixture.run(delivery(saying("i1", Message.say("Question?"), Optional.empty())));
        fixture.run(delivery(
                "second", new TurnResult(List.of(), List.of(new MessageUpdate("i1", Message.say("Done"))))));

        assertThat(fixture.chat.calls(Method.UPDATE))
                .singleElement()
                .satisfies(call -> assertThat(Body.of(call.content()).text()).isEqualTo("Done"));
    }

    @Test
    void aRoomThatCannotBeNotedKeepsNothingBack() {
        fixture.store.roomsFail = true;
        fixture.run(delivery(TurnResult.aside(Message.say("Just you"))));

        assertThat(fixture.chat.calls(Method.REPLY_PRIVATELY)).hasSize(1);
    }

    @Test
    void aTurnThatFailedIsSaidOnceWhereTheRepIs() {
        fixture.chat.next(Method.POST, Answer.lost());
        fixture.failures.send(delivery(TurnResult.NOTHING), "abc");
        fixture.failures.send(tap("tap", Surface.CHAT, TurnResult.NOTHING), "def");
        fixture.sent.settle();

        assertThat(fixture.chat.calls(Method.POST)).extracting(Call::place).containsExactly("D7", "U1");
        assertThat(fixture.chat.texts()).singleElement().asString().endsWith("give your admin this reference: def.");
    }
}
