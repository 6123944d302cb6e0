package steward.runtime;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import steward.conversation.Conversation;
import steward.conversation.session.Health;
import steward.runtime.sending.KeyedExecutor;
import steward.runtime.sending.RateLimiter;
import steward.store.Store;
import steward.worksheet.values.Notation;

/** A runtime with a chat made of memory, over a store: all that it does is done as time passes. */
final class MemoryRuntime {

    private static final int CALLS_AT_ONCE = 8;

    private MemoryRuntime() {}

    static ChatRuntime of(MemoryChat chat, Store store, VirtualTime time, Supplier<String> ids) {
        Executor soon = task -> time.in(Duration.ZERO, task);
        return new ChatRuntime(
                chat,
                new PlainRenderer(),
                new StorePorts(
                        store.sessions(),
                        store.outbox(),
                        store.reps(),
                        store.wakeTimes(),
                        store.personalDataRequests(),
                        store.expiredRecords(),
                        store.installations(),
                        Health::well),
                new Conversation(Notation.DEFAULT, ids),
                time,
                ids,
                new SimpleMeterRegistry(),
                new ChatThreads(new KeyedExecutor(soon, CALLS_AT_ONCE), soon, time::in),
                new RateLimiter(time::nanos));
    }
}
