package steward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.conversation.session.Health;
import steward.conversation.session.PersonalDataRequests.Request;
import steward.message.About;
import steward.message.Intent;
import steward.message.Purpose;
import steward.rep.RepId;
import steward.runtime.MemoryChat.Answer;
import steward.runtime.MemoryChat.Method;
import steward.runtime.sending.RateLimiter;
import steward.runtime.turns.Delivery;
import steward.runtime.turns.Input;
import steward.store.Store;

/** The runtime on threads of its own: what was left, who is due, who wants their data, and how it ends. */
class ChatRuntimeTest {

    private static final RepId PRIYA = new RepId("T1", "U1");

    @TempDir(factory = InMemory.class)
    Path folder;

    private final MemoryChat chat = new MemoryChat();
    private final MemoryStore memory = new MemoryStore();
    private Store store;
    private ChatRuntime runtime;

    @BeforeEach
    void open() {
        store = Store.sqlite(folder.resolve("steward.db"));
        memory.room(PRIYA, "D1");
        runtime = new ChatRuntime(
                chat,
                new PlainRenderer(),
                new StorePorts(
                        memory, memory, memory, memory, memory, now -> false, store.installations(), Health::well),
                MemoryStore.conversation(),
                InstantSource.fixed(MemoryStore.WRITTEN),
                () -> UUID.randomUUID().toString(),
                new SimpleMeterRegistry(),
                ChatThreads.daemons(),
                new RateLimiter(System::nanoTime));
    }

    @AfterEach
    void close() {
        runtime.close();
        store.close();
    }

    @Test
    void whatWasLeftIsSentAndWhoWaitsIsServed() {
        memory.hold(new Intent("left", PRIYA, Purpose.REPLY, About.NOTHING, "BLOCKS\nleft"), false);
        memory.due.add(PRIYA);
        memory.wanted.put(new Request(PRIYA, MemoryStore.WRITTEN, false), MemoryStore.WRITTEN);
        runtime.resume();
        runtime.start();

        await().until(() -> chat.texts().equals(List.of("left")));
        await().until(() -> chat.calls(Method.UPLOAD).size() == 1);
        await().until(() -> {
            synchronized (memory) {
                return memory.taken.size() == 1 && memory.delivered.size() == 1;
            }
        });
    }

    @Test
    void itEndsThoughTheChatHangsAndWhatIsLeftStaysInTheStore() {
        CountDownLatch never = new CountDownLatch(1);
        chat.always(Method.POST, Answer.done().once(never));
        runtime.start();
        runtime.turns().finish(runtime.turns().take(new Delivery(PRIYA, "key", Optional.of("D1"), new Input.Opened())));
        await().until(() -> !chat.calls(Method.POST).isEmpty());

        runtime.close();
        assertThat(chat.posted()).as("it did not wait for the chat").isEmpty();
        assertThat(memory.pending()).isNotEmpty();
        never.countDown();
    }
}
