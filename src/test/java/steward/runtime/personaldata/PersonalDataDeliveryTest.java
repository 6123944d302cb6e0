package steward.runtime.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.runtime.sending.SenderFixture.PRIYA;

import com.google.gson.JsonParser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import steward.conversation.Conversation;
import steward.conversation.session.PersonalDataRequests.Request;
import steward.message.MessageRef;
import steward.message.Outbox.Arrival;
import steward.message.Stamp;
import steward.runtime.MemoryChat;
import steward.runtime.MemoryChat.Answer;
import steward.runtime.MemoryChat.Call;
import steward.runtime.MemoryChat.Method;
import steward.runtime.MemoryChat.Posted;
import steward.runtime.MemoryStore;
import steward.runtime.chat.Refusal;
import steward.runtime.sending.MessageEraser;
import steward.runtime.sending.SenderFixture;
import steward.runtime.turns.HomePublisher;

/** A rep's personal data reach them whole before anything is deleted, whatever the chat does. */
class PersonalDataDeliveryTest {

    private static final Instant NOW = MemoryStore.WRITTEN;
    private static final Request COPY = new Request(PRIYA, NOW, false);
    private static final Request FORGET = new Request(PRIYA, NOW, true);

    private final SenderFixture fixture = SenderFixture.inRoom();
    private final MemoryChat chat = fixture.chat;
    private final MemoryStore store = fixture.store;
    private final Conversation conversation = MemoryStore.conversation();
    private final PersonalDataDelivery requests = new PersonalDataDelivery(
            store,
            store,
            store,
            conversation,
            chat,
            fixture.renderer,
            fixture.sender,
            new HomePublisher(
                    chat, fixture.renderer, store, store, conversation, fixture.sender, fixture.clock, fixture.timer),
            new MessageEraser(chat, fixture.executor, fixture.timer),
            fixture.executor,
            fixture.clock,
            () -> "said");

    @BeforeEach
    void theyTalkedBefore() {
        store.arrivals.put("earlier", new Arrival(new MessageRef("D1", "earlier has landed"), new Stamp(1)));
    }

    @Test
    void theFileIsPutIntoTheChatAndNothingIsDeletedIfNoMoreIsWanted() {
        want(COPY);

        assertThat(store.delivered).containsExactly(COPY);
        assertThat(chat.calls(Method.UPLOAD)).singleElement().satisfies(call -> {
            assertThat(call.place()).isEqualTo("D1");
            List<String> lines = call.content().lines().limit(3).toList();
            assertThat(lines.get(0)).isEqualTo("steward-2026-03-02.json");
            assertThat(lines.get(1)).isEqualTo("All that Steward keeps of you");
            assertThat(lines.get(2)).endsWith("Nothing was deleted.");
            String content = call.content().substring(String.join("\n", lines).length());
            assertThat(JsonParser.parseString(content).getAsJsonObject().has("plans"))
                    .isTrue();
        });
        assertThat(store.forgotten).isEmpty();
        assertThat(chat.calls()).hasSize(1);
    }

    @Test
    void whoHasTheFileIsForgottenAndToldSoAndStewardsMessagesGo() {
        want(FORGET);

        assertThat(store.forgotten).containsExactly(FORGET);
        assertThat(chat.texts()).singleElement().asString().startsWith("It's all gone.");
        assertThat(chat.posted()).extracting(Posted::channel).containsExactly("D1");
        assertThat(store.rooms).as("nothing is kept of them by saying so").isEmpty();
        assertThat(chat.calls(Method.DELETE)).extracting(Call::place).containsExactly("earlier has landed");
        assertThat(chat.calls(Method.PUBLISH_HOME)).hasSize(1);
    }

    @Test
    void whereTheChatTakesNoFilesNothingIsDeletedAndTheySeeWhatToDo() {
        chat.always(Method.UPLOAD, Answer.refused(Refusal.ADMIN, "full"));
        want(FORGET);

        assertThat(chat.texts())
                .containsExactly(
                        "Nothing was deleted. The file was not taken: full." + " Then say /plan forget me again.");
        assertThat(store.forgotten).isEmpty();
        assertThat(store.wanted).isEmpty();
        assertThat(chat.calls(Method.DELETE)).isEmpty();
    }

    @Test
    void whereNobodyCanTellWhetherItArrivedTheyAreTold() {
        chat.always(Method.UPLOAD, Answer.refused(Refusal.UNSURE, "unsure"));
        want(FORGET);

        assertThat(chat.texts()).singleElement().asString().startsWith("Nothing was deleted. The file was not taken");
        assertThat(store.forgotten).isEmpty();
    }

    @Test
    void whatDidNotGetThereIsGivenAnewLater() {
        chat.next(Method.UPLOAD, Answer.lost());
        want(FORGET);
        assertThat(store.wanted).containsEntry(FORGET, NOW.plusSeconds(20));
        assertThat(store.forgotten).isEmpty();

        look();
        assertThat(chat.calls(Method.UPLOAD)).as("not before").hasSize(1);
        fixture.pass(Duration.ofSeconds(20));
        look();
        assertThat(store.forgotten).containsExactly(FORGET);
        assertThat(chat.calls(Method.UPLOAD)).hasSize(2);
    }

    @Test
    void whereTheChatAsksToWaitThatIsDone() {
        chat.next(Method.UPLOAD, Answer.notDone(Duration.ofSeconds(77)));
        want(FORGET);

        assertThat(store.wanted).containsEntry(FORGET, NOW.plusSeconds(77));
        assertThat(store.forgotten).isEmpty();
    }

    @Test
    void afterAQuarterOfAnHourTheyAreAskedWhetherTheyStillWantIt() {
        fixture.pass(PersonalDataDelivery.TRIED_FOR.plusMillis(1));
        want(FORGET);

        assertThat(chat.texts()).singleElement().asString().startsWith("Nothing was deleted. I tried for 15 minutes");
        assertThat(chat.calls(Method.UPLOAD)).isEmpty();
        assertThat(store.wanted).isEmpty();
    }

    @Test
    void whoDidSomethingMeanwhileGetsAnotherFile() {
        store.changed = true;
        want(FORGET);
        assertThat(store.wanted).containsEntry(FORGET, NOW);
        assertThat(store.forgotten).isEmpty();

        look();
        assertThat(store.forgotten).containsExactly(FORGET);
        assertThat(chat.calls(Method.UPLOAD)).hasSize(2);
    }

    @Test
    void whoHasNoChatYetGetsOne() {
        store.rooms.clear();
        want(COPY);

        assertThat(store.delivered).containsExactly(COPY);
        assertThat(chat.calls(Method.UPLOAD)).extracting(Call::place).containsExactly("D-U1");
    }

    @Test
    void whileTheirChatCannotBeOpenedItWaits() {
        store.rooms.clear();
        chat.next(Method.OPEN_DIRECT_CHAT, Answer.notDone(Duration.ofSeconds(5)));
        want(COPY);

        assertThat(store.wanted).containsEntry(COPY, NOW.plusSeconds(5));
        assertThat(chat.calls(Method.UPLOAD)).isEmpty();
    }

    private void want(Request wanted) {
        store.wanted.put(wanted, NOW);
        look();
    }

    private void look() {
        requests.look();
        fixture.settle();
    }
}
