package steward.slack;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Does what is to be done for one rep in the order in which it came, and for different reps side by side. */
final class Lanes {

    private final Executor executor;
    /** The last in each lane that is not empty; guarded by this. */
    private final Map<String, CompletableFuture<Void>> last = new HashMap<>();

    Lanes(Executor executor) {
        this.executor = executor;
    }

    synchronized void add(String lane, Runnable task) {
        CompletableFuture<Void> before = last.getOrDefault(lane, CompletableFuture.completedFuture(null));
        CompletableFuture<Void> now = before.exceptionally(failure -> null).thenRunAsync(task, executor);
        last.put(lane, now);
        var unused = now.whenComplete((done, failure) -> over(lane, now));
    }

    private synchronized void over(String lane, CompletableFuture<Void> task) {
        last.remove(lane, task);
    }
}
