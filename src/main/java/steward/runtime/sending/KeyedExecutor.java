package steward.runtime.sending;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.runtime.chat.LoggableError;

/**
 * Runs tasks of one key only a few at once, such as a workspace's calls to the chat, so that one where the chat hangs leaves threads to the
 * others; or one at a time, such as what one rep does. What is over waits its turn, in order. Safe for use by several threads.
 */
public final class KeyedExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(KeyedExecutor.class);

    /** Tasks of one key; empty ones are forgotten. */
    private static final class Tasks {
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private int running;
    }

    private final Executor threads;
    private final int atOnceMax;
    private final Map<String, Tasks> keys = new HashMap<>();

    /** @param atOnceMax how many of one key at once */
    public KeyedExecutor(Executor threads, int atOnceMax) {
        this.threads = threads;
        this.atOnceMax = atOnceMax;
    }

    /** Runs a task when its key's turn has come, and returns at once. */
    public void execute(String key, Runnable task) {
        synchronized (this) {
            Tasks tasks = keys.computeIfAbsent(key, any -> new Tasks());
            if (tasks.running >= atOnceMax) {
                tasks.waiting.add(task);
                return;
            }
            tasks.running++;
        }
        threads.execute(() -> run(key, task));
    }

    private void run(String key, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LoggableError.log(LOG, "A task failed", e);
        } finally {
            next(key);
        }
    }

    private void next(String key) {
        Runnable task;
        synchronized (this) {
            Tasks tasks = keys.computeIfAbsent(key, any -> new Tasks());
            task = tasks.waiting.poll();
            if (task == null) {
                tasks.running--;
                if (tasks.running == 0) {
                    keys.remove(key);
                }
                return;
            }
        }
        threads.execute(() -> run(key, task));
    }
}
