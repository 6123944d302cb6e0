package steward.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import steward.conversation.Conversation;
import steward.conversation.session.PersonalDataRequests.Request;
import steward.message.MessageRef;
import steward.message.Outbox.Arrival;
import steward.message.Stamp;
import steward.rep.RepId;

/** A rep's own file reaches them whole before anything is deleted, whatever Slack does. */
class HandingOverTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final RepId PRIYA = new RepId("T1", "U1");
    private static final Request COPY = new Request(PRIYA, NOW, false);
    private static final Request FORGET = new Request(PRIYA, NOW, true);
    private static final String UPLOAD = "upload";
    private static final String COMPLETE = "files.completeUploadExternal";

    private final StubSlack slack = new StubSlack();
    private final MemoryStore store = new MemoryStore();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final SlackMetrics metrics = new SlackMetrics(new SimpleMeterRegistry());
    private final Conversation conversation = MemoryStore.conversation();
    private final Workspaces workspaces = new Workspaces(slack.api(), Tokens.always("xoxb-1"), threads, metrics);
    private volatile Instant now = NOW;
    private final Later atOnce = (after, task) -> threads.execute(task);
    private final Speaker speaker = new Speaker(workspaces, store, () -> now, threads, atOnce, metrics);
    private final Homes homes = new Homes(workspaces, store, store, conversation, speaker, () -> now, atOnce);
    private final HandingOver handingOver = new HandingOver(
            store,
            new OwnFileUpload(store, store, conversation, workspaces, atOnce, () -> now),
            speaker,
            homes,
            new Erasing(workspaces, atOnce),
            () -> now,
            () -> "said");

    @BeforeEach
    void theyTalkedBefore() {
        store.room(PRIYA, "D1");
        store.arrivals.put("earlier", new Arrival(new MessageRef("D1", "1.000002"), new Stamp(1_000_002)));
    }

    @AfterEach
    void close() {
        speaker.close();
        threads.shutdownNow();
        slack.close();
    }

    @Test
    void theFileIsPutIntoTheChatAndNothingIsDeletedIfNoMoreIsWanted() {
        look(COPY);

        await().until(() -> store.delivered.equals(List.of(COPY)));
        JsonObject announced = slack.calls("files.getUploadURLExternal").get(0).body();
        String content = Json.text(slack.calls(UPLOAD).get(0).body(), "content");
        assertThat(Json.text(announced, "filename")).isEqualTo("steward-2026-03-02.json");
        assertThat(Json.text(announced, "length")).isEqualTo(String.valueOf(content.length()));
        assertThat(JsonParser.parseString(content).getAsJsonObject().has("plans"))
                .isTrue();
        assertThat(slack.calls(UPLOAD).get(0).authorization())
                .as("the address is as good as a password")
                .isNull();
        JsonObject shown = slack.calls(COMPLETE).get(0).body();
        assertThat(Json.text(shown, "channel_id")).isEqualTo("D1");
        assertThat(Json.objects(shown, "files"))
                .extracting(file -> Json.text(file, "id"))
                .containsExactly("F1");
        assertThat(Json.text(shown, "initial_comment")).endsWith("Nothing was deleted.");
        assertThat(store.forgotten).isEmpty();
    }

    @Test
    void whoHasTheFileIsForgottenAndToldSoAndStewardsMessagesGo() {
        look(FORGET);

        await().untilAsserted(() ->
                assertThat(slack.texts()).singleElement().asString().startsWith("It's all gone."));
        assertThat(store.forgotten).containsExactly(FORGET);
        assertThat(slack.posted).extracting(post -> Json.text(post, "channel")).containsExactly("D1");
        assertThat(store.rooms).as("nothing is kept of them by saying so").isEmpty();
        await().until(() -> !slack.calls("chat.delete").isEmpty());
        assertThat(slack.calls("chat.delete").get(0).body().toString())
                .isEqualTo("{\"channel\":\"D1\",\"ts\":\"1.000002\"}");
        await().until(() -> slack.calls("views.publish").size() == 1);
    }

    @Test
    void withoutTheScopeNothingIsDeletedAndTheySeeWhatToDo() {
        slack.always("files.getUploadURLExternal", "{\"ok\":false,\"error\":\"missing_scope\"}");
        look(FORGET);

        await().until(() -> slack.texts().size() == 1);
        assertThat(slack.texts())
                .containsExactly(
                        "Nothing was deleted. I couldn't give you your file, as I may not upload files here yet."
                                + " Ask whoever installed me to install me again with the permission files:write."
                                + " Then say /plan forget me again.");
        assertThat(store.forgotten).isEmpty();
        assertThat(slack.calls("chat.delete")).isEmpty();
    }

    @Test
    void whereTheContentIsNotTakenItIsTriedAnewLater() {
        slack.next(UPLOAD, StubSlack.status(500));
        look(FORGET);

        await().until(() -> NOW.plusSeconds(20).equals(store.wanted.get(FORGET)));
        assertThat(slack.calls(COMPLETE)).isEmpty();
        assertThat(store.forgotten).isEmpty();

        now = NOW.plusSeconds(20);
        handingOver.look();
        await().until(() -> store.forgotten.equals(List.of(FORGET)));
        assertThat(slack.calls(COMPLETE)).hasSize(1);
    }

    @Test
    void whereSlackAsksToWaitThatIsDone() {
        slack.next("files.getUploadURLExternal", StubSlack.status(429, "Retry-After", "77"));
        look(FORGET);

        await().until(() -> NOW.plusSeconds(77).equals(store.wanted.get(FORGET)));
        assertThat(store.forgotten).isEmpty();
    }

    @Test
    void whereTheAnswerGotLostTheChatIsSearchedRatherThanAnotherFileSent() {
        slack.next(COMPLETE, StubSlack.doneButLost());
        slack.always("conversations.history", "{\"ok\":true,\"messages\":[{\"files\":[{\"id\":\"F1\"}]}]}");
        look(FORGET);

        await().until(() -> store.forgotten.equals(List.of(FORGET)));
        assertThat(slack.calls(COMPLETE)).hasSize(1);
    }

    @Test
    void whatIsNotInTheChatIsGivenAnew() {
        slack.next(COMPLETE, StubSlack.status(500));
        look(FORGET);

        await().until(() -> NOW.plusSeconds(20).equals(store.wanted.get(FORGET)));
        assertThat(store.forgotten).isEmpty();
    }

    @Test
    void whereNobodyCanTellTheyAreAskedToLook() {
        slack.next(COMPLETE, StubSlack.doneButLost());
        slack.always("conversations.history", "{\"ok\":false,\"error\":\"missing_scope\"}");
        look(FORGET);

        await().until(() -> slack.texts().size() == 1);
        assertThat(slack.texts().get(0)).startsWith("Nothing was deleted. I'm not sure whether your file has arrived");
        assertThat(store.forgotten).isEmpty();
    }

    @Test
    void afterAQuarterOfAnHourTheyAreAskedWhetherTheyStillWantIt() {
        now = NOW.plus(HandingOver.TRIED_FOR).plus(Duration.ofMillis(1));
        look(FORGET);

        await().until(() -> slack.texts().size() == 1);
        assertThat(slack.texts().get(0)).startsWith("Nothing was deleted. I tried for 15 minutes");
        assertThat(slack.calls(UPLOAD)).isEmpty();
        assertThat(store.wanted).isEmpty();
    }

    @Test
    void whoDidSomethingMeanwhileGetsAnotherFile() {
        store.changed = true;
        look(FORGET);

        await().until(() ->
                NOW.equals(store.wanted.get(FORGET)) && slack.calls(COMPLETE).size() == 1);
        assertThat(store.forgotten).isEmpty();
        handingOver.look();
        await().until(() -> store.forgotten.equals(List.of(FORGET)));
        assertThat(slack.calls(COMPLETE)).hasSize(2);
    }

    @Test
    void whoHasNoChatYetGetsOne() {
        store.rooms.clear();
        look(COPY);

        await().until(() -> store.delivered.equals(List.of(COPY)));
        assertThat(Json.text(slack.calls(COMPLETE).get(0).body(), "channel_id")).isEqualTo("D-U1");
    }

    private void look(Request wanted) {
        store.wanted.put(wanted, NOW);
        handingOver.look();
    }
}
