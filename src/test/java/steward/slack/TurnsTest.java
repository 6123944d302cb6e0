package steward.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import steward.conversation.session.MessageUpdate;
import steward.conversation.session.OutgoingMessage;
import steward.conversation.session.Submission;
import steward.conversation.session.TurnResult;
import steward.message.About;
import steward.message.Chart;
import steward.message.Control.Button;
import steward.message.Form;
import steward.message.Form.Field;
import steward.message.Form.Input.Text;
import steward.message.Intent;
import steward.message.Message;
import steward.message.MessageRef;
import steward.message.Part;
import steward.message.Purpose;
import steward.message.Words;
import steward.rep.RepId;

class TurnsTest {

    private static final RepId PRIYA = new RepId("T1", "U1");

    private final StubSlack slack = new StubSlack();
    private final MemoryStore store = new MemoryStore();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-03-02T15:00:00Z"));
    private final SlackMetrics metrics = new SlackMetrics(new SimpleMeterRegistry());
    private final Workspaces workspaces = new Workspaces(slack.api(), Tokens.always("xoxb-1"), threads, metrics);
    private final Speaker speaker = new Speaker(workspaces, store, clock, threads, (after, task) -> {}, metrics);
    private final Modals modals = new Modals(workspaces, new Apologies(workspaces), () -> "id");
    private final Homes homes =
            new Homes(workspaces, store, store, MemoryStore.conversation(), speaker, clock, (after, task) -> {});
    private final Turns turns = new Turns(
            store,
            MemoryStore.conversation(),
            store,
            speaker,
            modals,
            new Asides(workspaces, () -> "id"),
            homes,
            new Profiles(workspaces, store, clock, threads, rep -> {}),
            clock);

    @AfterEach
    void close() {
        speaker.close();
        threads.shutdownNow();
        slack.close();
    }

    @Test
    void nothingIsSaidBeforeItIsWrittenDownAndAcknowledged() {
        Turns.Taken taken =
                turns.take(delivery(saying("i1", Message.say("Hello"), Optional.of(new MessageRef("D1", "5.000000")))));

        assertThat(store.pending()).hasSize(1);
        assertThat(slack.calls).isEmpty();

        turns.speak(taken);
        await().until(() -> store.arrival(PRIYA, "i1").isPresent());
        assertThat(slack.texts()).containsExactly("Hello");
        assertThat(Json.text(slack.posted.get(0), "thread_ts")).isEqualTo("5.000000");
        assertThat(Json.text(slack.posted.get(0), "channel")).isEqualTo("D7");
        assertThat(store.room(PRIYA)).contains("D7");
    }

    @Test
    void turnsAreSpokenInTheOrderTheyWereWrittenDown() {
        Turns.Taken first = turns.take(delivery(saying("i1", Message.say("One"), Optional.empty())));
        TurnResult two = saying("i2", Message.say("Two"), Optional.empty());
        Turns.Taken second = turns.take(new Delivery(PRIYA, "second", Optional.empty(), (c, d, n) -> two));

        turns.speak(second);
        turns.speak(first);
        await().until(() -> slack.posted.size() == 2);
        assertThat(slack.texts()).containsExactly("One", "Two");
    }

    @Test
    void aDeliveryThatCameBeforeSaysNothing() {
        Delivery delivery = delivery(TurnResult.aside(Message.say("Hi")));

        assertThat(turns.take(delivery).aside()).isPresent();
        assertThat(turns.take(delivery).aside()).isEmpty();
    }

    @Test
    void whatCannotBeDrawnIsNotWrittenDown() {
        Message tooLong = Message.of(new Part.Choices(About.NOTHING, List.of(new Button("a", "x".repeat(5000)))));

        assertThatThrownBy(() -> turns.take(delivery(saying("i1", tooLong, Optional.empty()))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store.taken).isEmpty();
        assertThat(store.pending()).isEmpty();
    }

    @Test
    void anOldQuestionShrinks() {
        turns.speak(turns.take(delivery(saying("i1", Message.say("Question?"), Optional.empty()))));
        TurnResult shrinking = new TurnResult(List.of(), List.of(new MessageUpdate("i1", Message.say("Done"))));
        turns.speak(turns.take(new Delivery(PRIYA, "second", Optional.empty(), (c, d, n) -> shrinking)));

        await().until(() -> slack.calls("chat.update").size() == 1);
        assertThat(Json.text(slack.calls("chat.update").get(0).body(), "text")).isEqualTo("Done");
    }

    private static final TurnResult FORM = TurnResult.form(new Form(
            "token",
            "Step 1",
            Message.of(),
            List.of(new Field(new About("p1", "mission", 0), "Mission", "", new Text("", true, 200), ""))));

    @Test
    void aFormOpensOnceTheTurnIsAcknowledged() {
        Turns.Taken taken = turns.take(tap("trigger1", FORM));
        assertThat(store.taken).containsExactly("U1 tap");
        assertThat(slack.calls).isEmpty();

        turns.speak(taken);
        await().until(() -> slack.opened.size() == 1);
        assertThat(Json.text(slack.calls("views.open").get(0).body(), "trigger_id"))
                .isEqualTo("trigger1");
        assertThat(Json.text(slack.opened.get(0), "private_metadata")).isEqualTo("token");
        assertThat(turns.take(tap("trigger1", FORM)).form()).isEmpty();
    }

    @Test
    void aFormWaitsForNoMessage() {
        CountDownLatch held = new CountDownLatch(1);
        slack.next("chat.postMessage", StubSlack.after(held, StubSlack.status(429)));
        turns.speak(turns.take(delivery(saying("i1", Message.say("Slow"), Optional.empty()))));
        await().until(() -> slack.calls("chat.postMessage").size() == 1);

        turns.speak(turns.take(tap("trigger1", FORM)));
        await().until(() -> slack.opened.size() == 1);
        held.countDown();
    }

    @Test
    void aFormThatDoesNotOpenIsSaidKindly() {
        slack.next(
                "views.open",
                StubSlack.answer("{\"ok\":false,\"error\":\"expired_trigger_id\"}"),
                StubSlack.status(500),
                StubSlack.status(429));
        for (int i = 1; i <= 3; i++) {
            int messages = i;
            turns.speak(turns.take(new Delivery(PRIYA, "tap" + i, Optional.empty(), "t" + i, (c, d, n) -> FORM)));
            await().until(() -> slack.posted.size() == messages);
        }

        assertThat(slack.texts()).containsOnly("That took too long to open. Tap it again, please.");
        assertThat(slack.calls("views.open")).hasSize(3);
    }

    @Test
    void withoutATriggerNoFormIsTried() {
        turns.speak(turns.take(delivery(FORM)));

        await().until(() -> slack.posted.size() == 1);
        assertThat(slack.texts().get(0)).contains("button");
        assertThat(slack.calls("views.open")).isEmpty();
    }

    @Test
    void aFormToBeMendedWritesNothingAndMayComeAgain() {
        Submission complaint = new Submission(Map.of(About.NOTHING, "Not `x`."), TurnResult.NOTHING);
        Delivery wrong = new Delivery(PRIYA, "view V1", Optional.empty(), (conversation, desk, now) -> {
            desk.send(new Intent("i1", PRIYA, Purpose.REPLY, About.NOTHING, "{}"));
            throw new NotAccepted(complaint);
        });

        assertThatThrownBy(() -> turns.take(wrong))
                .isInstanceOfSatisfying(
                        NotAccepted.class,
                        thrown -> assertThat(thrown.complaints()).containsEntry(About.NOTHING, "Not x."));
        assertThat(store.taken).isEmpty();
        assertThat(store.pending()).isEmpty();
        turns.take(new Delivery(PRIYA, "view V1", Optional.empty(), (c, d, n) -> TurnResult.NOTHING));
        assertThat(store.taken).containsExactly("U1 view V1");
    }

    @Test
    void whatTakesThePlaceOfWhatWasTappedSaysSo() {
        TurnResult inPlace =
                new TurnResult(List.of(), List.of(), Optional.of(Message.say("Undone")), Optional.empty(), true);
        turns.speak(turns.take(tapped(beside("r1"), inPlace)));

        await().until(() -> !slack.calls("respond/r1").isEmpty());
        assertThat(slack.calls("respond/r1")).singleElement().satisfies(call -> {
            assertThat(call.body().get("replace_original").getAsBoolean()).isTrue();
            assertThat(call.body().has("response_type")).isFalse();
            assertThat(Json.text(call.body(), "text")).isEqualTo("Undone");
        });
    }

    @Test
    void whatCannotTakeThePlaceOfWhatWasTappedIsSaidInTheDm() {
        slack.next("respond/r1", StubSlack.answer("{\"ok\":false,\"error\":\"expired_url\"}"));
        TurnResult inPlace =
                new TurnResult(List.of(), List.of(), Optional.of(Message.say("Undone")), Optional.empty(), true);
        turns.speak(turns.take(tapped(beside("r1"), inPlace)));

        await().until(() -> slack.texts().equals(List.of("Undone")));
        assertThat(slack.posted.get(0).has("replace_original")).isFalse();
    }

    @Test
    void aPrivateReplyIsShownWhereItWasTapped() {
        turns.speak(turns.take(tapped(beside("r1"), TurnResult.aside(Message.say("Just you")))));

        await().until(() -> !slack.calls("respond/r1").isEmpty());
        assertThat(slack.calls("respond/r1")).singleElement().satisfies(call -> {
            assertThat(Json.text(call.body(), "text")).isEqualTo("Just you");
            assertThat(Json.text(call.body(), "response_type")).isEqualTo("ephemeral");
            assertThat(call.body().get("replace_original").getAsBoolean()).isFalse();
            assertThat(call.body().has("blocks")).isTrue();
            assertThat(call.authorization()).isNull();
        });
        assertThat(slack.posted).isEmpty();
    }

    @Test
    void aPrivateReplyWhoseChartIsRefusedGoesWithoutIt() {
        slack.next("respond/r1", StubSlack.status(400, "invalid_blocks"));
        turns.speak(turns.take(tapped(beside("r1"), TurnResult.aside(CHARTED))));

        await().until(() -> slack.calls("respond/r1").size() == 2);
        assertThat(slack.calls("respond/r1"))
                .extracting(call -> call.body().get("blocks").toString().contains(ChartBlock.TYPE))
                .containsExactly(true, false);
    }

    @Test
    void aPrivateReplyThatIsNotTakenThereGoesToTheDm() {
        slack.next("respond/r1", StubSlack.answer("{\"ok\":false,\"error\":\"expired_url\"}"));
        turns.speak(turns.take(tapped(beside("r1"), TurnResult.aside(Message.say("Just you")))));

        await().until(() -> slack.posted.size() == 1);
        assertThat(slack.texts()).containsExactly("Just you");
    }

    /** Else whoever could forge a tap might have Steward call any machine it can reach. */
    @Test
    void anAddressThatIsNotSlacksIsNotCalled() throws Exception {
        try (StubSlack other = new StubSlack()) {
            Origin elsewhere =
                    new Origin(Origin.Surface.CHAT, Optional.of(other.api().resolve("respond/r1")));
            turns.speak(turns.take(tapped(elsewhere, TurnResult.aside(Message.say("Just you")))));

            await().until(() -> slack.posted.size() == 1);
            assertThat(other.calls).isEmpty();
        }
    }

    @Test
    void inAModalAPrivateReplyIsASheetOnTop() {
        Message health = Message.of(new Part.Heading("Acme's health"), new Part.Paragraph(Words.of("70 of 100")));
        turns.speak(turns.take(tapped(Origin.in(Origin.Surface.MODAL), TurnResult.aside(health))));

        await().until(() -> !slack.calls("views.push").isEmpty());
        JsonObject view = Json.object(slack.calls("views.push").get(0).body(), "view");
        assertThat(Json.text(Json.object(view, "title"), "text")).isEqualTo("Acme's health");
        assertThat(view.get("blocks").toString()).contains("70 of 100").doesNotContain("health");
        assertThat(view.has("submit")).isFalse();
    }

    @Test
    void onHomeAPrivateReplyIsASheetAndAFormComesBackAsFromThere() {
        Message longTitle = Message.of(new Part.Heading("Acme Glass: your next hour earns $661"));
        turns.speak(turns.take(tapped(Origin.in(Origin.Surface.HOME), TurnResult.aside(longTitle))));
        await().until(() -> slack.opened.size() == 1);
        assertThat(Json.text(Json.object(slack.opened.get(0), "title"), "text")).isEqualTo("Steward");
        assertThat(slack.opened.get(0).get("blocks").toString()).contains("$661");

        turns.speak(turns.take(
                new Delivery(PRIYA, "two", Optional.empty(), "t2", Origin.in(Origin.Surface.HOME), (c, d, n) -> FORM)));
        await().until(() -> slack.opened.size() == 2);
        assertThat(Json.text(slack.opened.get(1), "callback_id")).isEqualTo(ModalView.FROM_HOME_CALLBACK_ID);
    }

    @Test
    void onHomeARepIsToldWhatWasSaidInTheChatAlone() {
        TurnResult said = saying("i1", Message.say("Hello"), Optional.empty());
        turns.speak(turns.take(tapped(Origin.in(Origin.Surface.HOME), said)));
        await().until(() -> slack.opened.size() == 1 && slack.posted.size() == 1);
        assertThat(slack.opened.get(0).toString()).contains("I've answered in our chat");

        turns.speak(turns.take(new Delivery(
                PRIYA,
                "two",
                Optional.empty(),
                "t2",
                Origin.in(Origin.Surface.FORM),
                (c, d, n) -> saying("i2", Message.say("Hi"), Optional.empty()))));
        await().until(() -> slack.posted.size() == 2);
        assertThat(slack.opened).hasSize(1);
    }

    private Origin beside(String name) {
        return new Origin(Origin.Surface.CHAT, Optional.of(slack.api().resolve("respond/" + name)));
    }

    private static Delivery tapped(Origin origin, TurnResult outcome) {
        return new Delivery(PRIYA, "tap", Optional.empty(), "t1", origin, (conversation, desk, now) -> outcome);
    }

    static final Message CHARTED = Message.of(
            new Part.Paragraph(Words.of("Acme")),
            new Part.Picture(new Chart(
                    "Next hour", List.of("Acme"), List.of(new Chart.Series("ROTI", List.of(BigDecimal.TEN))))));

    private static Delivery tap(String trigger, TurnResult outcome) {
        return new Delivery(PRIYA, "tap", Optional.empty(), trigger, (conversation, desk, now) -> outcome);
    }

    private static TurnResult saying(String intent, Message message, Optional<MessageRef> thread) {
        OutgoingMessage saying = new OutgoingMessage(intent, Purpose.QUESTION, About.plan("p1"), message, thread);
        return new TurnResult(List.of(saying), List.of());
    }

    private static Delivery delivery(TurnResult outcome) {
        return new Delivery(PRIYA, "first", Optional.of("D7"), (conversation, desk, now) -> outcome);
    }
}
