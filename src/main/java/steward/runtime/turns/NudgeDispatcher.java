package steward.runtime.turns;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.nudges.WakeTimes;
import steward.rep.RepId;
import steward.runtime.chat.LoggableError;
import steward.runtime.sending.Daemons;
import steward.runtime.sending.MessageSender;

/**
 * Dispatches nudges: looks for the reps whose moment has come, and takes a turn with each.
 *
 * <p>A few times a second it leases some of the reps who are due, and none of a workspace that has enough nudges on their way, so that
 * nothing is sent that was settled while it waited. What the turn claims is sent like anything else. Whoever else works on
 * the same store leases other reps.
 */
public final class NudgeDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(NudgeDispatcher.class);

    private static final Duration EVERY = Duration.ofMillis(250);
    private static final Duration TAKE_UP_EVERY = Duration.ofSeconds(15);

    /** At each look: few, so that where many workspaces are due at once none begins long after another. */
    private static final int REPS_A_WORKSPACE_MAX = 2;

    /** Far longer than it takes to look; but whoever was leased by a process that dies waits until it is over. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    private final WakeTimes wakeTimes;
    private final TurnRunner turns;
    private final MessageSender sender;
    private final InstantSource clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Daemons.named("nudges"));

    public NudgeDispatcher(WakeTimes wakeTimes, TurnRunner turns, MessageSender sender, InstantSource clock) {
        this.wakeTimes = wakeTimes;
        this.turns = turns;
        this.sender = sender;
        this.clock = clock;
    }

    public void start() {
        repeat(this::look, EVERY);
        repeat(this::takeUp, TAKE_UP_EVERY);
    }

    /** At that rate however long the task takes, or nudges would go slower than Slack takes them. */
    private void repeat(Runnable task, Duration every) {
        var unused = thread.scheduleAtFixedRate(task, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks once, and takes the turns of those who are due. */
    public void look() {
        try {
            wakeTimes
                    .lease(clock.instant(), LEASE, REPS_A_WORKSPACE_MAX, sender.full())
                    .forEach(this::wake);
        } catch (RuntimeException e) {
            LoggableError.log(LOG, "Nobody could be looked after just now", e);
        }
    }

    /** Says what a process that has gone since left unsaid. */
    private void takeUp() {
        try {
            sender.resume();
        } catch (RuntimeException e) {
            LoggableError.log(LOG, "What others left unsaid could not be looked for", e);
        }
    }

    private void wake(RepId rep) {
        try {
            turns.finish(turns.take(Delivery.woken(rep, clock.instant())));
        } catch (RuntimeException e) {
            // The lease ends by itself, and then they are looked after again.
            LoggableError.log(LOG, "A rep could not be looked after", e);
        }
    }

    /** Lets the turn that is being taken come to its end. */
    public void close(Duration atMost) {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
