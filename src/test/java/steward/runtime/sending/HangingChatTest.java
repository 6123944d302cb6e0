package steward.runtime.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import steward.message.About;
import steward.message.Intent;
import steward.message.Message;
import steward.message.Purpose;
import steward.rep.RepId;
import steward.runtime.MemoryChat;
import steward.runtime.MemoryChat.Answer;
import steward.runtime.MemoryChat.Method;
import steward.runtime.MemoryStore;
import steward.runtime.PlainRenderer;

/** Calls that hang, on real threads: neither another channel nor another workspace waits for them. */
class HangingChatTest {

    private static final int THREADS = 4;
    private static final int OF_A_WORKSPACE = 3;

    private final MemoryChat chat = new MemoryChat();
    private final MemoryStore store = new MemoryStore();
    private final PlainRenderer renderer = new PlainRenderer();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final MessageSender sender = new MessageSender(
            chat,
            file -> Optional.empty(),
            renderer,
            store,
            InstantSource.fixed(MemoryStore.WRITTEN),
            new KeyedExecutor(threads, OF_A_WORKSPACE),
            (after, task) -> {},
            new RateLimiter(System::nanoTime),
            new SimpleMeterRegistry());

    @AfterEach
    void close() {
        goOn.countDown();
        sender.close(Duration.ofMinutes(1));
        threads.shutdownNow();
    }

    @Test
    void aSlowChannelDelaysNoOther() {
        hang(OF_A_WORKSPACE - 1);
        send("T1", "quick");

        await().until(() -> chat.texts().equals(List.of("quick")));
    }

    @Test
    void aSlowWorkspaceDelaysNoOther() {
        hang(OF_A_WORKSPACE);
        send("T1", "behind them");
        send("T2", "quick");
        await().until(() -> chat.texts().equals(List.of("quick")));

        goOn.countDown();
        await().until(() -> chat.posted().size() == OF_A_WORKSPACE + 2);
        assertThat(chat.texts()).contains("behind them");
    }

    private void hang(int channels) {
        for (int number = 0; number < channels; number++) {
            chat.next(Method.POST, Answer.done().once(goOn));
            send("T1", "slow " + number);
        }
        await().until(() -> chat.calls(Method.POST).size() == channels);
    }

    /** Each to a channel of its own. */
    private void send(String workspace, String text) {
        RepId rep = new RepId(workspace, "U " + text);
        store.room(rep, "D " + text);
        String body = renderer.message(Message.say("{}", text));
        sender.send(List.of(store.hold(new Intent(text, rep, Purpose.REPLY, About.NOTHING, body), false)));
    }
}
