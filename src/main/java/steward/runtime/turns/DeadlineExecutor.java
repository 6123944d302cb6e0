package steward.runtime.turns;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.conversation.session.Deadline;
import steward.runtime.chat.LoggableError;
import steward.runtime.sending.Daemons;

/**
 * Answers deliveries in time, whatever the store does: work that is not done by then goes on, but another thread answers in its place.
 *
 * <p>A disk that hangs can't be interrupted, so its threads wait for it. What was not begun by then is begun all the same: Slack delivers a tap
 * or a command once.
 */
public final class DeadlineExecutor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineExecutor.class);

    /** Slack gives up after three seconds, which the way there and back is part of. */
    private static final Duration ANSWER_MAX = Duration.ofMillis(2_500);

    /** All waits for the store end so long before that: then it is known most of the time how the work ended. */
    private static final Duration AHEAD = Duration.ofMillis(300);

    private static final int AT_ONCE_MAX = 32;
    private static final long IDLE_SECONDS = 30;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            AT_ONCE_MAX,
            AT_ONCE_MAX,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Daemons.named("turn"),
            new ThreadPoolExecutor.DiscardPolicy());

    private final ScheduledThreadPoolExecutor clock;
    private final Duration answerMax;

    public DeadlineExecutor() {
        this(ANSWER_MAX);
    }

    DeadlineExecutor(Duration answerMax) {
        this.answerMax = answerMax;
        threads.allowCoreThreadTimeOut(true);
        clock = new ScheduledThreadPoolExecutor(1, Daemons.named("deadline"));
        clock.setRemoveOnCancelPolicy(true);
    }

    /**
     * What is to be answered, and how.
     *
     * @param take does the work
     * @param late what is answered if that is not done in time
     * @param give takes the answer, once
     * @param missed takes what came of the work after the answer was given
     */
    public record Work<A>(Supplier<A> take, Supplier<A> late, Consumer<A> give, Consumer<A> missed) {}

    /** Has something done and answered, and returns at once. */
    public <A> void answer(Work<A> work) {
        answer(work, threads);
    }

    /** The same, on threads of one's own. */
    public <A> void answer(Work<A> work, Executor executor) {
        Deadline waits = Deadline.in(answerMax.minus(AHEAD));
        AtomicBoolean given = new AtomicBoolean();
        Future<?> alarm = clock.schedule(
                () -> {
                    if (given.compareAndSet(false, true)) {
                        quietly(() -> work.give().accept(work.late().get()));
                    }
                },
                answerMax.toMillis(),
                TimeUnit.MILLISECONDS);
        executor.execute(() -> {
            A answer = waits.within(work.take());
            if (given.compareAndSet(false, true)) {
                alarm.cancel(false);
                work.give().accept(answer);
            } else {
                work.missed().accept(answer);
            }
        });
    }

    private static void quietly(Runnable answer) {
        try {
            answer.run();
        } catch (RuntimeException e) {
            LoggableError.log(LOG, "A late answer could not be given", e);
        }
    }

    /** Breaks off what is still being done. */
    @Override
    public void close() {
        threads.shutdownNow();
        clock.shutdownNow();
    }
}
