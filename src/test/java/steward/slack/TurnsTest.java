package steward.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

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
import steward.conversation.Outcome;
import steward.conversation.Saying;
import steward.conversation.Shrunk;
import steward.conversation.Submission;
import steward.message.About;
import steward.message.Control.Button;
import steward.message.Form;
import steward.message.Form.Field;
import steward.message.Form.Input.Text;
import steward.message.Intent;
import steward.message.Message;
import steward.message.Part;
import steward.message.Purpose;
import steward.message.Stamp;
import steward.rep.RepId;

class TurnsTest {

    private static final RepId PRIYA = new RepId("T1", "U1");

    private final StubSlack slack = new StubSlack();
    private final MemoryStore store = new MemoryStore();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-03-02T15:00:00Z"));
    private final WebApi api = new WebApi(slack.api(), "xoxb-1", threads);
    private final Speaker speaker = new Speaker(api, store, clock, threads, (after, task) -> {});
    private final Modals modals = new Modals(api, new Apologies(api), () -> "id");
    private final Turns turns = new Turns(
            store, MemoryStore.conversation(), store, speaker, modals, new Profiles(api, store, clock, threads), clock);

    @AfterEach
    void close() {
        speaker.close();
        threads.shutdownNow();
        slack.close();
    }

    @Test
    void nothingIsSaidBeforeItIsWrittenDownAndAcknowledged() {
        Turns.Taken taken = turns.take(delivery(saying("i1", Message.say("Hello"), Optional.of(new Stamp(5)))));

        assertThat(store.pending()).hasSize(1);
        assertThat(slack.calls).isEmpty();

        turns.speak(taken);
        await().until(() -> store.arrival(PRIYA, "i1").isPresent());
        assertThat(slack.texts()).containsExactly("Hello");
        assertThat(Json.text(slack.posted.get(0), "thread_ts")).isEqualTo("0.000005");
        assertThat(Json.text(slack.posted.get(0), "channel")).isEqualTo("D7");
        assertThat(store.room(PRIYA)).contains("D7");
    }

    @Test
    void turnsAreSpokenInTheOrderTheyWereWrittenDown() {
        Turns.Taken first = turns.take(delivery(saying("i1", Message.say("One"), Optional.empty())));
        Outcome two = saying("i2", Message.say("Two"), Optional.empty());
        Turns.Taken second = turns.take(new Delivery(PRIYA, "second", Optional.empty(), (c, d, n) -> two));

        turns.speak(second);
        turns.speak(first);
        await().until(() -> slack.posted.size() == 2);
        assertThat(slack.texts()).containsExactly("One", "Two");
    }

    @Test
    void aDeliveryThatCameBeforeSaysNothing() {
        Delivery delivery = delivery(Outcome.aside(Message.say("Hi")));

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
        Outcome shrinking = new Outcome(List.of(), List.of(new Shrunk("i1", Message.say("Done"))));
        turns.speak(turns.take(new Delivery(PRIYA, "second", Optional.empty(), (c, d, n) -> shrinking)));

        await().until(() -> slack.calls("chat.update").size() == 1);
        assertThat(Json.text(slack.calls("chat.update").get(0).body(), "text")).isEqualTo("Done");
    }

    private static final Outcome FORM = Outcome.form(new Form(
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
        Submission complaint = new Submission(Map.of(About.NOTHING, "Not `x`."), Outcome.NOTHING);
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
        turns.take(new Delivery(PRIYA, "view V1", Optional.empty(), (c, d, n) -> Outcome.NOTHING));
        assertThat(store.taken).containsExactly("U1 view V1");
    }

    private static Delivery tap(String trigger, Outcome outcome) {
        return new Delivery(PRIYA, "tap", Optional.empty(), trigger, (conversation, desk, now) -> outcome);
    }

    private static Outcome saying(String intent, Message message, Optional<Stamp> thread) {
        Saying saying = new Saying(intent, Purpose.QUESTION, About.plan("p1"), message, thread);
        return new Outcome(List.of(saying), List.of());
    }

    private static Delivery delivery(Outcome outcome) {
        return new Delivery(PRIYA, "first", Optional.of("D7"), (conversation, desk, now) -> outcome);
    }
}
