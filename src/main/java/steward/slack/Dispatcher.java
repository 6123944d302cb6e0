package steward.slack;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.nudges.WakeTimes;
import steward.rep.RepId;

/**
 * Sees to it that reps are nudged when their moment has come.
 *
 * <p>A few times a second it leases some of the reps who are due, and none of a workspace that has enough nudges on their way, so that
 * nothing is said that was settled while it waited; and takes a turn with each. What the turn claims is said like anything else. Whoever else works on
 * the same store leases other reps.
 */
final class Dispatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private static final Duration EVERY = Duration.ofMillis(250);
    private static final Duration TAKE_UP_EVERY = Duration.ofSeconds(15);

    /** At each look: few, so that where many workspaces are due at once none begins long after another. */
    private static final int REPS_A_WORKSPACE_MAX = 2;

    /** Far longer than it takes to look; but whoever was leased by a process that dies waits until it is over. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    private final WakeTimes wakes;
    private final Turns turns;
    private final Speaker speaker;
    private final InstantSource clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread nudging = new Thread(task, "nudges");
        nudging.setDaemon(true);
        return nudging;
    });

    Dispatcher(WakeTimes wakes, Turns turns, Speaker speaker, InstantSource clock) {
        this.wakes = wakes;
        this.turns = turns;
        this.speaker = speaker;
        this.clock = clock;
    }

    void start() {
        repeat(this::look, EVERY);
        repeat(this::takeUp, TAKE_UP_EVERY);
    }

    /** At that rate however long the task takes, or nudges would go slower than Slack takes them. */
    private void repeat(Runnable task, Duration every) {
        var unused = thread.scheduleAtFixedRate(task, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks once. */
    void look() {
        try {
            wakes.lease(clock.instant(), LEASE, REPS_A_WORKSPACE_MAX, speaker.full())
                    .forEach(this::wake);
        } catch (RuntimeException e) {
            LOG.error("Nobody could be looked after just now", Trouble.of(e));
        }
    }

    /** Says what a process that has gone since left unsaid. */
    private void takeUp() {
        try {
            speaker.resume();
        } catch (RuntimeException e) {
            LOG.error("What others left unsaid could not be looked for", Trouble.of(e));
        }
    }

    private void wake(RepId rep) {
        try {
            turns.speak(turns.take(Delivery.woken(rep, clock.instant())));
        } catch (RuntimeException e) {
            // The lease ends by itself, and then they are looked after again.
            LOG.error("A rep could not be looked after", Trouble.of(e));
        }
    }

    /** Lets the turn that is being taken come to its end. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(SlackApp.STEP_OF_CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
