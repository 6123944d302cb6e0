package steward.runtime.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.runtime.sending.SenderFixture.PRIYA;
import static steward.runtime.sending.SenderFixture.ROOM;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import steward.message.About;
import steward.message.ChatFile;
import steward.message.Intent;
import steward.message.Purpose;
import steward.message.Words;
import steward.runtime.MemoryChat;
import steward.runtime.MemoryChat.Answer;
import steward.runtime.MemoryChat.Call;
import steward.runtime.MemoryChat.Method;
import steward.runtime.MemoryStore;
import steward.runtime.chat.Refusal;

/** Files that reps asked for, on their way into the chat. */
class FileUploadsTest {

    private final SenderFixture fixture = SenderFixture.inRoom();

    @Test
    void aFileComesInItsPlaceAmongTheMessages() {
        fixture.say(PRIYA, "first");
        fixture.say(file("plan.pdf", Optional.empty()));
        fixture.say(PRIYA, "last");
        assertThat(fixture.chat.calls())
                .extracting(Call::method)
                .containsExactly(Method.POST, Method.UPLOAD, Method.POST);
        assertThat(fixture.chat.calls(Method.UPLOAD))
                .containsExactly(
                        new Call(Method.UPLOAD, "T1", ROOM, "plan.pdf\nA plan\nHere it is\nwhat stands in it"));
    }

    @Test
    void whatIsSharedGoesWhereTheRepWantsIt() {
        fixture.say(file("plan.pdf", Optional.of("C7")));
        assertThat(fixture.chat.calls(Method.UPLOAD)).extracting(Call::place).containsExactly("C7");
    }

    @Test
    void aFileThatMayHaveArrivedIsLookedForAndNotUploadedTwice() {
        fixture.chat.next(Method.UPLOAD, Answer.doneButLost());
        fixture.say(file("plan.pdf", Optional.empty()));
        fixture.retry();
        assertThat(fixture.chat.calls(Method.UPLOAD)).hasSize(1);
        assertThat(fixture.chat.calls(Method.FIND)).extracting(Call::content).containsExactly("plan.pdf");
        assertThat(fixture.store.pending()).isEmpty();
    }

    @Test
    void aFileIsMadeToBeUploadedAndNotToBeLookedFor() {
        AtomicInteger made = new AtomicInteger();
        MemoryChat chat = new MemoryChat();
        FileUploads uploads = new FileUploads(
                chat,
                intent -> Optional.of(new ChatFile("a.pdf", "A plan", Words.of("Here it is"), () -> {
                    made.incrementAndGet();
                    return new byte[] {1};
                })));
        Intent intent = new Intent("a", PRIYA, Purpose.REPLY, About.NOTHING, "a.pdf");

        assertThat(uploads.find(intent, ROOM, MemoryStore.WRITTEN).isDone()).isTrue();
        assertThat(made).hasValue(0);
        assertThat(uploads.upload(intent, ROOM).isDone()).isTrue();
        assertThat(made).hasValue(1);
    }

    @Test
    void aFileThatDidNotArriveIsUploadedAgain() {
        fixture.chat.next(Method.UPLOAD, Answer.lost());
        fixture.say(file("plan.pdf", Optional.empty()));
        fixture.retry();
        assertThat(fixture.chat.calls(Method.UPLOAD)).hasSize(2);
    }

    @Test
    void aRefusalIsSaidInTheRepsOwnChat() {
        fixture.chat.next(Method.UPLOAD, Answer.refused(Refusal.ADMIN, "file_uploads_disabled"));
        fixture.say(file("plan.pdf", Optional.empty()));
        assertThat(fixture.chat.texts()).singleElement().asString().contains("ask for it again");
        assertThat(fixture.store.pending()).isEmpty();
    }

    @Test
    void nothingIsUploadedOfAPlanThatIsNotThereAnyMore() {
        fixture.say(file("", Optional.empty()));
        assertThat(fixture.chat.calls(Method.UPLOAD)).isEmpty();
        assertThat(fixture.chat.texts()).containsExactly("The plan is not there any more, so there is no file of it.");
    }

    private Intent file(String name, Optional<String> place) {
        return new Intent("file " + name, PRIYA, Purpose.FILE, About.NOTHING, name, place);
    }
}
