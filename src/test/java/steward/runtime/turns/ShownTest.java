package steward.runtime.turns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static steward.runtime.sending.SenderFixture.PRIYA;
import static steward.runtime.turns.TurnFixture.delivery;
import static steward.runtime.turns.TurnFixture.saying;
import static steward.runtime.turns.TurnFixture.tap;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import steward.conversation.session.Submission;
import steward.conversation.session.TurnResult;
import steward.message.About;
import steward.message.Form;
import steward.message.Form.Field;
import steward.message.Form.Input.Text;
import steward.message.Intent;
import steward.message.Message;
import steward.message.Purpose;
import steward.runtime.MemoryChat.Answer;
import steward.runtime.MemoryChat.Call;
import steward.runtime.MemoryChat.Method;
import steward.runtime.chat.Origin.Surface;
import steward.runtime.chat.Refusal;

/** What of a turn is shown rather than sent: forms, and what only the rep is to see. */
class ShownTest {

    private static final TurnResult FORM = TurnResult.form(new Form(
            "token",
            "Step 1",
            Message.of(),
            List.of(new Field(new About("p1", "mission", 0), "Mission", "", new Text("", true, 200), ""))));

    private final TurnFixture fixture = new TurnFixture();

    // ── Forms ────────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void aFormOpensOnceTheTurnIsAcknowledged() {
        TakenTurn taken = fixture.take(tap("tap", Surface.CHAT, FORM));
        assertThat(fixture.store.taken).containsExactly("U1 tap");
        assertThat(fixture.forms).isEmpty();

        fixture.finish(taken);
        assertThat(fixture.chat.calls(Method.OPEN_FORM)).singleElement().satisfies(call -> {
            assertThat(call.place()).isEqualTo("trigger");
            assertThat(call.content()).startsWith("Form token from CHAT: Step 1");
        });
        assertThat(fixture.take(tap("tap", Surface.CHAT, FORM)).form()).isEmpty();
    }

    @Test
    void aFormWaitsForNoMessage() {
        fixture.turns.finish(fixture.take(delivery(saying("i1", Message.say("Slow"), Optional.empty()))));
        fixture.turns.finish(fixture.take(tap("tap", Surface.CHAT, FORM)));
        fixture.forms.remove().run();

        assertThat(fixture.chat.calls(Method.OPEN_FORM)).hasSize(1);
        assertThat(fixture.chat.calls(Method.POST)).isEmpty();
    }

    @Test
    void aFormThatDoesNotOpenIsSaidKindly() {
        fixture.chat.next(
                Method.OPEN_FORM,
                Answer.refused(Refusal.ADMIN, "expired_trigger_id"),
                Answer.lost(),
                Answer.notDone(Duration.ofSeconds(1)));
        for (int i = 1; i <= 3; i++) {
            fixture.run(tap("tap" + i, Surface.CHAT, FORM));
            assertThat(fixture.chat.texts()).hasSize(i);
        }
        assertThat(fixture.chat.texts()).containsOnly("That took too long to open. Tap it again, please.");
        assertThat(fixture.chat.calls(Method.OPEN_FORM)).hasSize(3);
    }

    @Test
    void whereNoMoreFormsFitTheRepIsTold() {
        fixture.chat.next(Method.OPEN_FORM, Answer.refused(Refusal.PLACE, "push_limit_reached"));
        fixture.run(tap("tap", Surface.MODAL, FORM));

        assertThat(fixture.chat.texts())
                .containsExactly("There is no room for one more window. Close one and tap again, please.");
    }

    @Test
    void withoutATriggerNoFormIsTried() {
        fixture.run(delivery(FORM));

        assertThat(fixture.chat.texts()).singleElement().asString().contains("button");
        assertThat(fixture.chat.calls(Method.OPEN_FORM)).isEmpty();
    }

    @Test
    void aFormToBeMendedWritesNothingAndMayComeAgain() {
        Submission complaint = new Submission(Map.of(About.NOTHING, "Not `x`."), TurnResult.NOTHING);
        Delivery wrong = new Delivery(PRIYA, "view V1", Optional.empty(), (talk, session, now) -> {
            session.send(new Intent("i1", PRIYA, Purpose.REPLY, About.NOTHING, "BLOCKS\nHi"));
            throw new FormRejected(complaint);
        });

        assertThatThrownBy(() -> fixture.take(wrong))
                .isInstanceOfSatisfying(
                        FormRejected.class,
                        thrown -> assertThat(thrown.complaints()).containsEntry(About.NOTHING, "Not x."));
        assertThat(fixture.store.taken).isEmpty();
        assertThat(fixture.store.pending()).isEmpty();
        fixture.take(new Delivery(PRIYA, "view V1", Optional.empty(), (talk, session, now) -> TurnResult.NOTHING));
        assertThat(fixture.store.taken).containsExactly("U1 view V1");
    }

    // ── What only the rep is to see ──────────────────────────────────────────────────────────────────────

    @Test
    void aPrivateReplyIsShownWhereItWasTapped() {
        fixture.run(tap("tap", Surface.CHAT, TurnResult.aside(Message.say("Just you"))));

        assertThat(fixture.chat.calls(Method.REPLY_PRIVATELY))
                .containsExactly(new Call(Method.REPLY_PRIVATELY, "T1", "U1", "Beside it: Just you"));
        assertThat(fixture.chat.posted()).isEmpty();
    }

    @Test
    void whatTakesThePlaceOfWhatWasTappedSaysSo() {
        fixture.run(
                tap("tap", Surface.CHAT, TurnResult.aside(Message.say("Undone")).insteadOfTapped()));

        assertThat(fixture.chat.calls(Method.REPLY_PRIVATELY))
                .extracting(Call::content)
                .containsExactly("In its place: Undone");
    }

    @Test
    void aPrivateReplyIsTriedOnce() {
        fixture.chat.next(Method.REPLY_PRIVATELY, Answer.lost());
        fixture.run(tap("tap", Surface.CHAT, TurnResult.aside(Message.say("Just you"))));

        assertThat(fixture.chat.calls(Method.REPLY_PRIVATELY)).hasSize(1);
        assertThat(fixture.sent.isNothingPutOff()).isTrue();
    }

    @Test
    void whatTheAcknowledgementHasShownIsNotShownAgain() {
        TakenTurn reply = fixture.take(tap("one", Surface.CHAT, TurnResult.aside(Message.say("Just you"))));
        fixture.finish(reply.privateReplyShown());
        fixture.finish(fixture.take(tap("two", Surface.CHAT, FORM)).formShown());

        assertThat(fixture.chat.calls(Method.REPLY_PRIVATELY)).isEmpty();
        assertThat(fixture.chat.calls(Method.OPEN_FORM)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"MODAL", "HOME", "FORM"})
    void wherePrivateRepliesHaveNoConversationTheyAreASheet(Surface surface) {
        fixture.run(tap("tap", surface, TurnResult.aside(Message.say("70 of 100"))));

        assertThat(fixture.chat.calls(Method.OPEN_FORM))
                .extracting(Call::content)
                .containsExactly("Sheet from " + surface + ": 70 of 100");
        assertThat(fixture.chat.calls(Method.REPLY_PRIVATELY)).isEmpty();
    }

    @Test
    void aFormComesBackAsFromWhereItWasOpened() {
        fixture.run(tap("tap", Surface.HOME, FORM));

        assertThat(fixture.chat.calls(Method.OPEN_FORM))
                .singleElement()
                .satisfies(call -> assertThat(call.content()).startsWith("Form token from HOME"));
    }

    @Test
    void onHomeARepIsToldWhatWasSaidInTheChatAlone() {
        fixture.run(tap("one", Surface.HOME, saying("i1", Message.say("Hello"), Optional.empty())));
        assertThat(fixture.chat.calls(Method.OPEN_FORM))
                .singleElement()
                .satisfies(call -> assertThat(call.content()).contains("I've answered in our chat"));

        fixture.run(tap("two", Surface.FORM, saying("i2", Message.say("Hi"), Optional.empty())));
        assertThat(fixture.chat.texts()).containsExactly("Hello", "Hi");
        assertThat(fixture.chat.calls(Method.OPEN_FORM)).hasSize(1);
    }
}
