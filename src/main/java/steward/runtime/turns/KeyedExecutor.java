package steward.runtime.turns;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Runs tasks of one key, such as a rep, one after the other in the order in which they came, and those of different keys side by side. */
public final class KeyedExecutor {

    private final Executor executor;
    /** The last of each key that is not empty; guarded by this. */
    private final Map<String, CompletableFuture<Void>> last = new HashMap<>();

    public KeyedExecutor(Executor executor) {
        this.executor = executor;
    }

    public synchronized void execute(String key, Runnable task) {
        CompletableFuture<Void> before = last.getOrDefault(key, CompletableFuture.completedFuture(null));
        CompletableFuture<Void> now = before.exceptionally(failure -> null).thenRunAsync(task, executor);
        last.put(key, now);
        var unused = now.whenComplete((done, failure) -> over(key, now));
    }

    private synchronized void over(String key, CompletableFuture<Void> task) {
        last.remove(key, task);
    }
}
