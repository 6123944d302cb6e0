package steward.runtime;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.conversation.session.ExpiredRecords;
import steward.runtime.chat.LoggableError;
import steward.runtime.sending.Daemons;

/** Lets go of what nothing needs any more, so that nothing grows for ever: a little at a time, on a thread of its own, and then rests. */
final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    /** What is begun at the start need not wait for it. */
    private static final Duration FIRST_AFTER = Duration.ofMinutes(1);

    /** Most of the time is left to turns. */
    private static final Duration BETWEEN_STEPS = Duration.ofMillis(100);

    private static final Duration BETWEEN_ROUNDS = Duration.ofHours(1);

    private final ExpiredRecords records;
    private final InstantSource clock;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("retention"));

    Retention(ExpiredRecords records, InstantSource clock) {
        this.records = records;
        this.clock = clock;
    }

    void start() {
        next(FIRST_AFTER);
    }

    private void next(Duration after) {
        try {
            var unused = thread.schedule(() -> next(step()), after.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // It is closed.
        }
    }

    /** Takes one step; how long to wait for the next. */
    Duration step() {
        try {
            return records.purgeSome(clock.instant()) ? BETWEEN_STEPS : BETWEEN_ROUNDS;
        } catch (RuntimeException e) {
            LoggableError.log(LOG, "What nobody needs any more could not be let go just now", e);
            return FIRST_AFTER;
        }
    }

    void close() {
        thread.shutdownNow();
    }
}
