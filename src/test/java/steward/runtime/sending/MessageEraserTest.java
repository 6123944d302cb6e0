package steward.runtime.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.runtime.sending.SenderFixture.PRIYA;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import steward.message.MessageRef;
import steward.runtime.MemoryChat.Answer;
import steward.runtime.MemoryChat.Call;
import steward.runtime.MemoryChat.Method;
import steward.runtime.chat.Refusal;

/** Messages are deleted one after the other, as slowly as the chat wants. */
class MessageEraserTest {

    private static final Duration BETWEEN_TWO = Duration.ofMillis(1_300);

    private final SenderFixture fixture = new SenderFixture();
    private final MessageEraser eraser = new MessageEraser(fixture.chat, fixture.executor, fixture.timer);

    @Test
    void allGoInTheOrderGivenWithAPauseBetween() {
        erase("one", "two");
        assertThat(deleted()).containsExactly("one");

        assertThat(fixture.retry()).isEqualTo(BETWEEN_TWO);
        assertThat(deleted()).containsExactly("one", "two");
        fixture.retry();
        assertThat(fixture.isNothingPutOff()).isTrue();
    }

    @Test
    void oneIsTriedAgainOnlyWhenTheChatSaysWhen() {
        fixture.chat.next(
                Method.DELETE,
                Answer.notDone(Duration.ofSeconds(30)),
                Answer.refused(Refusal.MESSAGE, "cant_delete_message"),
                Answer.lost(),
                Answer.notDone(Duration.ZERO));
        erase("one", "two", "three");

        assertThat(fixture.retry()).isEqualTo(Duration.ofSeconds(30));
        assertThat(fixture.retry()).isEqualTo(BETWEEN_TWO);
        assertThat(fixture.retry()).isEqualTo(BETWEEN_TWO);
        fixture.retry();
        assertThat(deleted()).containsExactly("one", "one", "two", "three");
        assertThat(fixture.isNothingPutOff()).isTrue();
    }

    private void erase(String... messages) {
        eraser.erase(
                PRIYA,
                List.of(messages).stream().map(id -> new MessageRef("D1", id)).toList());
        fixture.settle();
    }

    private List<String> deleted() {
        return fixture.chat.calls(Method.DELETE).stream().map(Call::place).toList();
    }
}
