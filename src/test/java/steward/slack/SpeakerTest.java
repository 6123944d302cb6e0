package steward.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import steward.message.About;
import steward.message.Intent;
import steward.message.Message;
import steward.message.MessageRef;
import steward.message.Outbox;
import steward.message.Purpose;
import steward.message.Stamp;
import steward.rep.RepId;

class SpeakerTest {

    private static final RepId PRIYA = new RepId("T1", "U1");
    private static final RepId OMAR = new RepId("T1", "U2");

    /** What is put off, and for how long; the test decides when its time has come. */
    private record PutOff(Duration after, Runnable task) {}

    private final StubSlack slack = new StubSlack();
    private final MemoryStore store = new MemoryStore();
    private final BlockingQueue<PutOff> putOff = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final SlackMetrics metrics = new SlackMetrics(new SimpleMeterRegistry());
    private final Speaker speaker = new Speaker(
            new Workspaces(slack.api(), Tokens.always("xoxb-1"), threads, metrics),
            store,
            InstantSource.fixed(Instant.parse("2026-03-02T15:00:00Z")),
            threads,
            (after, task) -> putOff.add(new PutOff(after, task)),
            metrics);

    @AfterEach
    void close() {
        speaker.close();
        threads.shutdownNow();
        slack.close();
    }

    @Test
    void saysAllInOrder() {
        say(PRIYA, "one", "two", "three");

        awaitSent(3);
        assertThat(slack.texts()).containsExactly("one", "two", "three");
        assertThat(slack.calls("conversations.open")).hasSize(1);
        assertThat(store.rooms).containsEntry(PRIYA, "D-U1");
        assertThat(store.arrival(PRIYA, "one").map(arrival -> arrival.message().channel()))
                .contains("D-U1");
    }

    @Test
    void aMessageCarriesWhatItIsKnownBy() {
        store.room(PRIYA, "D1");
        JsonObject body =
                Drawn.of(Message.say("Hi {}", "<!channel> & *co*"), Optional.of(new MessageRef("D1", "1.000002")));
        say(new Intent("i1", PRIYA, Purpose.QUESTION, new About("p1", "mission", 0), body.toString()));

        awaitSent(1);
        JsonObject call = slack.calls("chat.postMessage").get(0).body();
        assertThat(call.get("metadata").toString())
                .isEqualTo("{\"event_type\":\"steward_question\",\"event_payload\":"
                        + "{\"intent\":\"i1\",\"plan\":\"p1\",\"question\":\"mission\",\"row\":0}}");
        assertThat(Json.text(call, "text")).isEqualTo("Hi &lt;!channel&gt; &amp; *co*");
        assertThat(Json.text(call, "thread_ts")).isEqualTo("1.000002");
        assertThat(call.get("mrkdwn").getAsBoolean()).isFalse();
        assertThat(call.get("unfurl_links").getAsBoolean()).isFalse();
        assertThat(call.get("unfurl_media").getAsBoolean()).isFalse();
        assertThat(slack.calls("chat.postMessage").get(0).authorization()).isEqualTo("Bearer xoxb-1");
    }

    @Test
    void aLimitedChannelWaitsAlone() {
        store.room(PRIYA, "D1");
        slack.next("chat.postMessage", StubSlack.status(429, "Retry-After", "7"));
        say(PRIYA, "one", "two");
        PutOff retry = nextPutOff();

        say(OMAR, "other");
        awaitSent(1);
        assertThat(slack.texts()).containsExactly("other");

        assertThat(retry.after()).isEqualTo(Duration.ofSeconds(7));
        retry.task().run();
        awaitSent(3);
        assertThat(slack.texts()).containsExactly("other", "one", "two");
        assertThat(slack.calls("conversations.history")).isEmpty();
    }

    @Test
    void aSlowChannelDelaysNoOther() {
        store.room(PRIYA, "D1");
        CountDownLatch slow = new CountDownLatch(1);
        StubSlack.Behaviour answer = StubSlack.after(slow, StubSlack.status(429, "Retry-After", "1"));
        slack.next("chat.postMessage", answer, answer, answer);
        for (int i = 3; i < 6; i++) {
            RepId rep = new RepId("T1", "U" + i);
            store.room(rep, "D" + i);
            say(rep, "slow " + i);
        }
        await().until(() -> slack.calls("chat.postMessage").size() == 3);

        say(PRIYA, "quick");
        awaitSent(1);
        assertThat(slack.texts()).containsExactly("quick");
        slow.countDown();
    }

    @Test
    void aLostReplyIsLookedUpAndNotSentTwice() {
        store.room(PRIYA, "D1");
        say(PRIYA, "a", "b", "c");
        awaitSent(3);
        slack.next("chat.postMessage", StubSlack.doneButLost());
        say(PRIYA, "one", "two");

        nextPutOff().task().run();
        awaitSent(5);
        assertThat(slack.texts()).containsExactly("a", "b", "c", "one", "two");
        assertThat(Json.text(slack.calls("conversations.history").get(0).body(), "include_all_metadata"))
                .isEqualTo("true");
    }

    @Test
    void aLostReplyInAThreadIsLookedUpThere() {
        store.room(PRIYA, "D1");
        JsonObject body = Drawn.of(Message.say("one"), Optional.of(new MessageRef("D1", "1.000002")));
        slack.next("chat.postMessage", StubSlack.doneBut500());
        say(new Intent("one", PRIYA, Purpose.REPLY, About.NOTHING, body.toString()));

        nextPutOff().task().run();
        awaitSent(1);
        assertThat(slack.posted).hasSize(1);
        assertThat(Json.text(slack.calls("conversations.replies").get(0).body(), "ts"))
                .isEqualTo("1.000002");
    }

    @Test
    void whatDidNotArriveIsSentAgainLaterAndLater() {
        store.room(PRIYA, "D1");
        slack.next("chat.postMessage", StubSlack.status(500), StubSlack.status(503));
        say(PRIYA, "one");

        PutOff first = nextPutOff();
        first.task().run();
        PutOff second = nextPutOff();
        assertThat(second.after()).isGreaterThan(first.after());
        second.task().run();
        awaitSent(1);
        assertThat(slack.texts()).containsExactly("one");
        assertThat(slack.calls("conversations.history")).hasSize(2);
    }

    @Test
    void arrivedButNotNotedIsNotSentTwice() {
        store.room(PRIYA, "D1");
        store.sentsToFail = 1;
        say(PRIYA, "one");

        nextPutOff().task().run();
        awaitSent(1);
        assertThat(slack.texts()).containsExactly("one");
    }

    @Test
    void atTheStartDoubtfulOnesAreLookedUpFirst() {
        store.room(PRIYA, "D1");
        say(PRIYA, "arrived");
        awaitSent(1);
        store.arrivals.clear();
        store.hold(intent(PRIYA, "arrived"), true);
        store.hold(intent(PRIYA, "lost"), true);
        store.hold(intent(PRIYA, "waiting"), false);

        speaker.resume();
        awaitSent(3);
        assertThat(slack.texts()).containsExactly("arrived", "lost", "waiting");
        assertThat(slack.calls("conversations.history"))
                .extracting(call -> Json.text(call.body(), "oldest"))
                .containsOnly(
                        String.valueOf(MemoryStore.WRITTEN.minusSeconds(3600).getEpochSecond()));
    }

    @Test
    void aDoubtfulOneWaitsWhileTheHistoryCannotBeRead() {
        store.room(PRIYA, "D1");
        slack.next("conversations.history", StubSlack.status(429, "Retry-After", "60"));
        store.hold(intent(PRIYA, "one"), true);

        speaker.resume();
        PutOff retry = nextPutOff();
        assertThat(retry.after()).isEqualTo(Duration.ofSeconds(60));
        assertThat(slack.posted).isEmpty();
        retry.task().run();
        awaitSent(1);
    }

    @Test
    void blocksThatSlackRefusesGoOutAsText() {
        store.room(PRIYA, "D1");
        slack.next("chat.postMessage", StubSlack.answer("{\"ok\":false,\"error\":\"invalid_blocks\"}"));
        say(PRIYA, "one");

        awaitSent(1);
        assertThat(slack.texts()).containsExactly("one");
        assertThat(slack.posted.get(0).has("blocks")).isFalse();
        assertThat(slack.calls("chat.postMessage").get(0).body().has("blocks")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"msg_too_long", "no_text", "user_disabled"})
    void whatIsRefusedForGoodHoldsUpNothing(String error) {
        store.room(PRIYA, "D1");
        slack.next("chat.postMessage", refusal(error));
        say(PRIYA, "one", "two");

        awaitSent(1);
        assertThat(slack.texts()).containsExactly("two");
        assertThat(store.refused).containsEntry("one", error);
        assertThat(store.gone.contains(PRIYA)).isEqualTo(error.equals("user_disabled"));
    }

    @Test
    void blocksRefusedAsTextTooAreRefusedForGood() {
        store.room(PRIYA, "D1");
        slack.next("chat.postMessage", refusal("invalid_blocks"), refusal("invalid_blocks"));
        say(PRIYA, "one", "two");

        awaitSent(1);
        assertThat(store.refused).containsEntry("one", "invalid_blocks");
    }

    @Test
    void aRepWhoIsGoneIsNotWaitedFor() {
        slack.always("conversations.open", "{\"ok\":false,\"error\":\"user_disabled\"}");
        say(PRIYA, "one");

        await().until(() -> store.refused.containsKey("one"));
        assertThat(store.gone).containsExactly(PRIYA);
        assertThat(slack.calls("chat.postMessage")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_auth", "token_revoked", "missing_scope", "account_inactive", "restricted_action"})
    void whatSomebodyCanMendOnlyHoldsUp(String error) {
        store.room(PRIYA, "D1");
        StubSlack.Behaviour refusal = refusal(error);
        slack.next("chat.postMessage", refusal, refusal, refusal, refusal, refusal, refusal);
        say(PRIYA, "one", "two");

        for (int minutes : new int[] {1, 2, 4, 8, 15, 15}) {
            PutOff retry = nextPutOff();
            assertThat(retry.after()).isEqualTo(Duration.ofMinutes(minutes));
            assertThat(store.pending()).extracting(Outbox.Pending::inDoubt).containsExactly(false, false);
            retry.task().run();
        }
        awaitSent(2);
        assertThat(slack.texts()).containsExactly("one", "two");
        assertThat(slack.calls("conversations.history")).isEmpty();
        assertThat(store.refused).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"channel_not_found", "is_archived", "not_in_channel"})
    void aRoomThatIsGoneIsOpenedAnew(String error) {
        store.room(PRIYA, "D1");
        slack.next("chat.postMessage", refusal(error));
        say(PRIYA, "one", "two");

        awaitSent(2);
        assertThat(slack.posted)
                .extracting(message -> Json.text(message, "channel"))
                .containsOnly("D-U1");
        assertThat(slack.calls("conversations.open")).hasSize(1);
        assertThat(store.room(PRIYA)).contains("D-U1");
        assertThat(store.refused).isEmpty();
    }

    @Test
    void whatANewRoomRefusesTooIsRefusedForGood() {
        store.room(PRIYA, "D1");
        slack.next("chat.postMessage", refusal("channel_not_found"), refusal("is_archived"));
        say(PRIYA, "one", "two");

        awaitSent(1);
        assertThat(store.refused).containsEntry("one", "is_archived");
        assertThat(slack.texts()).containsExactly("two");
    }

    @Test
    void aDoubtfulOneStaysSoWhileTheLookUpIsRefused() {
        store.room(PRIYA, "D1");
        slack.next("conversations.history", refusal("missing_scope"));
        store.hold(intent(PRIYA, "one"), true);

        speaker.resume();
        PutOff retry = nextPutOff();
        assertThat(retry.after()).isEqualTo(Duration.ofMinutes(1));
        assertThat(store.pending()).extracting(Outbox.Pending::inDoubt).containsExactly(true);
        retry.task().run();
        awaitSent(1);
        assertThat(slack.texts()).containsExactly("one");
    }

    @Test
    void aDoubtfulOneWhoseRoomIsGoneIsLookedUpInTheNewOne() {
        store.room(PRIYA, "D1");
        slack.next("conversations.history", refusal("channel_not_found"));
        store.hold(intent(PRIYA, "one"), true);

        speaker.resume();
        awaitSent(1);
        assertThat(slack.calls("conversations.history"))
                .extracting(call -> Json.text(call.body(), "channel"))
                .containsExactly("D1", "D-U1");
    }

    @Test
    void aReplyWhoseThreadIsGoneStandsAlone() {
        store.room(PRIYA, "D1");
        JsonObject body = Drawn.of(Message.say("one"), Optional.of(new MessageRef("D1", "1.000002")));
        slack.next("chat.postMessage", refusal("thread_not_found"));
        say(new Intent("one", PRIYA, Purpose.REPLY, About.NOTHING, body.toString()));

        awaitSent(1);
        assertThat(slack.posted.get(0).has("thread_ts")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'ok':true}", "{'ok':true,'channel':'D1'}", "{'ok':true,'ts':'soon'}"})
    void whatSlackTookIsNeverSentAgain(String answer) {
        store.room(PRIYA, "D1");
        slack.next("chat.postMessage", StubSlack.answer(answer.replace("'", "\"")));
        store.sentsToFail = 1;
        say(PRIYA, "one", "two");

        nextPutOff().task().run();
        awaitSent(1);
        assertThat(slack.texts()).containsExactly("two");
        assertThat(slack.calls("chat.postMessage")).hasSize(2);
        assertThat(store.pending()).isEmpty();
        assertThat(store.arrival(PRIYA, "one")).isEmpty();
    }

    @Test
    void whereSlackSaysNoChannelItIsTheOneSentTo() {
        store.room(PRIYA, "D1");
        slack.next("chat.postMessage", StubSlack.answer("{\"ok\":true,\"ts\":\"1.000002\"}"));
        say(PRIYA, "one");

        awaitSent(1);
        assertThat(store.arrival(PRIYA, "one"))
                .contains(new Outbox.Arrival(new MessageRef("D1", "1.000002"), new Stamp(1_000_002L)));
    }

    private static StubSlack.Behaviour refusal(String error) {
        return StubSlack.answer("{\"ok\":false,\"error\":\"" + error + "\"}");
    }

    @Test
    void withoutLeaveToOpenTheMessageGoesToThePerson() {
        slack.always("conversations.open", "{\"ok\":false,\"error\":\"missing_scope\"}");
        say(PRIYA, "one");

        awaitSent(1);
        assertThat(Json.text(slack.calls("chat.postMessage").get(0).body(), "channel"))
                .isEqualTo("U1");
        assertThat(store.rooms).containsEntry(PRIYA, "D-U1");
    }

    @Test
    void shrinksComeLastAndTheNewestWins() {
        store.room(PRIYA, "D1");
        say(PRIYA, "one");
        awaitSent(1);
        CountDownLatch held = new CountDownLatch(1);
        slack.next("chat.postMessage", StubSlack.after(held, StubSlack.status(429, "Retry-After", "1")));
        say(PRIYA, "two");
        speaker.shrink(PRIYA, "one", Drawn.of(Message.say("older")));
        speaker.shrink(PRIYA, "one", Drawn.of(Message.say("newer")));
        speaker.shrink(PRIYA, "never sent", Drawn.of(Message.say("gone")));
        held.countDown();
        nextPutOff().task().run();

        await().until(() -> !slack.calls("chat.update").isEmpty());
        awaitSent(2);
        say(PRIYA, "three");
        awaitSent(3);
        assertThat(slack.calls("chat.update")).singleElement().satisfies(call -> {
            assertThat(Json.text(call.body(), "text")).isEqualTo("newer");
            assertThat(Json.text(call.body(), "channel")).isEqualTo("D1");
            assertThat(Json.text(call.body(), "ts")).isEqualTo(Json.text(slack.posted.get(0), "ts"));
        });
        assertThat(slack.calls.indexOf(slack.calls("chat.update").get(0)))
                .isGreaterThan(
                        slack.calls.lastIndexOf(slack.calls("chat.postMessage").get(2)));
    }

    @Test
    void chartsThatSlackRefusesAreLeftOutFirst() {
        store.room(PRIYA, "D1");
        slack.next("chat.postMessage", refusal("invalid_blocks"), refusal("invalid_blocks"));
        String body = Drawn.of(TurnsTest.CHARTED).toString();
        say(new Intent("one", PRIYA, Purpose.REPLY, About.NOTHING, body));

        awaitSent(1);
        assertThat(slack.calls("chat.postMessage"))
                .extracting(call -> Json.objects(call.body(), "blocks").size())
                .containsExactly(2, 1, 0);
        assertThat(slack.posted).hasSize(1);
    }

    @Test
    void whatIsSharedGoesThereAndKeepsNothingElseWaiting() {
        store.room(PRIYA, "D1");
        slack.next("chat.postMessage", StubSlack.status(429, "Retry-After", "7"));
        say(shared("share", "C1"));
        PutOff retry = nextPutOff();

        say(PRIYA, "one");
        awaitSent(1);
        retry.task().run();
        awaitSent(2);
        assertThat(slack.posted)
                .extracting(message -> Json.text(message, "channel"))
                .containsExactly("D1", "C1");
        assertThat(store.room(PRIYA)).contains("D1");
        assertThat(Envelope.intentOf(slack.posted.get(1))).isEqualTo("share");
    }

    @Test
    void whatIsSharedWithAPersonGoesToTheirDm() {
        say(shared("share", "U7"));

        awaitSent(1);
        assertThat(Json.text(slack.posted.get(0), "channel")).isEqualTo("D-U7");
        assertThat(store.rooms).isEmpty();
    }

    @Test
    void aShareInDoubtIsLookedUpWhereItWent() {
        slack.next("chat.postMessage", StubSlack.doneButLost());
        say(shared("share", "C1"));
        nextPutOff().task().run();

        awaitSent(1);
        assertThat(slack.posted).hasSize(1);
        assertThat(slack.calls("conversations.history"))
                .extracting(call -> Json.text(call.body(), "channel"))
                .containsExactly("C1");
    }

    @Test
    void aShareInDoubtThatCannotBeLookedUpIsNotSentTwice() {
        store.room(PRIYA, "D1");
        slack.next("chat.postMessage", StubSlack.doneButLost());
        slack.next("conversations.history", refusal("missing_scope"));
        say(shared("share", "C1"));
        nextPutOff().task().run();

        await().until(() -> store.refused.containsKey("share"));
        assertThat(slack.texts()).hasSize(2).last().asString().contains("not sure", "share it again");
        assertThat(Json.text(slack.posted.get(1), "channel")).isEqualTo("D1");
    }

    @ParameterizedTest
    @CsvSource({
        "not_in_channel, /invite @Steward",
        "channel_not_found, /invite @Steward",
        "is_archived, archived",
        "restricted_action, may not post",
        "user_disabled, somebody else",
        "msg_too_long, somewhere else"
    })
    void aShareThatIsRefusedIsSaidInTheDm(String error, String words) {
        store.room(PRIYA, "D1");
        slack.next("chat.postMessage", refusal(error));
        say(shared("share", "C1"));

        await().until(() -> store.refused.containsKey("share"));
        assertThat(store.refused).containsEntry("share", error);
        assertThat(slack.posted).singleElement().satisfies(notice -> {
            assertThat(Json.text(notice, "channel")).isEqualTo("D1");
            assertThat(Json.text(notice, "text")).contains(words);
            assertThat(Envelope.intentOf(notice)).isEqualTo("share.refused");
        });
    }

    @Test
    void aRefusedShareIsNotOverBeforeTheRepIsTold() {
        store.room(PRIYA, "D1");
        slack.next(
                "chat.postMessage",
                refusal("not_in_channel"),
                StubSlack.status(429, "Retry-After", "3"),
                refusal("not_in_channel"));
        say(shared("share", "C1"));
        PutOff retry = nextPutOff();
        assertThat(store.pending()).extracting(Outbox.Pending::inDoubt).containsExactly(false);

        retry.task().run();
        await().until(() -> store.refused.containsKey("share"));
        assertThat(slack.posted).hasSize(1);
    }

    private static Intent shared(String id, String place) {
        return new Intent(
                id,
                PRIYA,
                Purpose.REPLY,
                About.NOTHING,
                Drawn.of(Message.say(id)).toString(),
                Optional.of(place));
    }

    @Test
    void whatComesAfterwardsWaitsForAllElseAndIsMerged() {
        store.room(PRIYA, "D1");
        BlockingQueue<String> begun = new LinkedBlockingQueue<>();
        slack.next("chat.postMessage", StubSlack.status(429, "Retry-After", "1"));
        say(PRIYA, "one");
        PutOff retry = nextPutOff();
        speaker.afterwards(PRIYA, () -> begun.add("older"));
        speaker.afterwards(PRIYA, () -> begun.add("newer, after " + slack.posted.size()));
        assertThat(begun).isEmpty();

        retry.task().run();
        await().until(() -> !begun.isEmpty());
        assertThat(begun).containsExactly("newer, after 1");
    }

    @Test
    void onceClosedTheRestStaysInTheStore() {
        store.room(PRIYA, "D1");
        store.hold(intent(PRIYA, "one"), false);
        speaker.close();
        speaker.resume();

        assertThat(slack.calls).isEmpty();
        assertThat(store.pending()).hasSize(1);
    }

    private void say(RepId rep, String... texts) {
        for (String text : texts) {
            say(intent(rep, text));
        }
    }

    private void say(Intent intent) {
        speaker.say(List.of(store.hold(intent, false)), CompletableFuture.completedFuture(true));
    }

    private static Intent intent(RepId rep, String text) {
        return new Intent(
                text,
                rep,
                Purpose.REPLY,
                About.NOTHING,
                Drawn.of(Message.say(text)).toString());
    }

    private void awaitSent(int messages) {
        await().until(() -> {
            synchronized (store) {
                return store.arrivals.size() == messages;
            }
        });
    }

    private PutOff nextPutOff() {
        try {
            @Nullable PutOff next = putOff.poll(10, TimeUnit.SECONDS);
            assertThat(next).as("something put off").isNotNull();
            return Objects.requireNonNull(next);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
