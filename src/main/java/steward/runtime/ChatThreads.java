package steward.runtime;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import steward.runtime.sending.Daemons;
import steward.runtime.sending.KeyedExecutor;
import steward.runtime.sending.Timer;

/**
 * The threads on which a chat is called.
 *
 * @param calls for all that may wait a little
 * @param forms for opening forms, which can't wait until others are free
 * @param timer for what comes later
 */
public record ChatThreads(KeyedExecutor calls, Executor forms, Timer timer) {

    /** Calls made at once; most of a call is waiting for the chat. */
    public static final int CALLS_AT_ONCE_MAX = 32;

    private static final int CALLS_A_WORKSPACE_AT_ONCE_MAX = 8;
    private static final long IDLE_SECONDS = 30;
    private static final int FORMS_AT_ONCE_MAX = 4;

    /** Threads that end with the process. */
    public static ChatThreads daemons() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, Daemons.named("timer"));
        timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        return new ChatThreads(
                new KeyedExecutor(pool("chat", CALLS_AT_ONCE_MAX), CALLS_A_WORKSPACE_AT_ONCE_MAX),
                pool("form", FORMS_AT_ONCE_MAX),
                (after, task) -> {
                    var unused = timer.schedule(task, after.toMillis(), TimeUnit.MILLISECONDS);
                });
    }

    private static Executor pool(String name, int threads) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Daemons.named(name));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
