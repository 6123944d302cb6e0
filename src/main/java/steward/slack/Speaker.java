package steward.slack;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.message.Intent;
import steward.message.Outbox;
import steward.message.Outbox.Pending;
import steward.message.Purpose;
import steward.rep.RepId;

/**
 * Says what Steward has decided to say: in order for each rep, and without one slow channel keeping another waiting.
 *
 * <p>What is to be said is in the outbox before it comes here, so that whatever is left here when the process ends is said by the next.
 * Messages that shrink are only in memory, and come last. No thread waits for Slack. Safe for use by several threads.
 */
final class Speaker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Speaker.class);
    private static final int SHRINKS_MAX = 50;

    /** Where messages go one after the other: a rep's DM, or where that rep shares something, which keeps no other waiting. */
    private record Way(RepId rep, Optional<String> shared) {

        static Way toDm(RepId rep) {
            return new Way(rep, Optional.empty());
        }
    }

    /** What is still to be said there. */
    private static final class Lane {
        private final Deque<Errand> posts = new ArrayDeque<>();
        /** By the message to shrink; the oldest first. */
        private final Map<String, Errand> shrinks = new LinkedHashMap<>();
        /** What is to be begun once nothing is left to say. */
        private @Nullable Runnable afterwards;
    }

    private final Workspaces workspaces;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Executor executor;
    private final Later later;
    private final Hindrances hindrances = new Hindrances();
    private final Pace pace;
    private final SlackMetrics metrics;

    /** The lanes at work; guarded by this, as are the two below. */
    private final Map<Way, Lane> lanes = new HashMap<>();

    private int underWay;
    private boolean closing;

    Speaker(
            Workspaces workspaces,
            Outbox outbox,
            InstantSource clock,
            Executor executor,
            Later later,
            SlackMetrics metrics) {
        this(workspaces, outbox, clock, executor, later, new Pace(System::nanoTime), metrics);
    }

    Speaker(
            Workspaces workspaces,
            Outbox outbox,
            InstantSource clock,
            Executor executor,
            Later later,
            Pace pace,
            SlackMetrics metrics) {
        this.workspaces = workspaces;
        this.outbox = outbox;
        this.clock = clock;
        this.executor = executor;
        this.later = later;
        this.pace = pace;
        this.metrics = metrics;
    }

    /** Takes up what a process that is gone left unsaid. To be called before anything else is said, and now and then. */
    void resume() {
        outbox.alive(clock.instant());
        outbox.adopt(clock.instant()).forEach(this::takeUp);
    }

    /** A nudge that surely was not sent is taken back: by now it may be another that the rep deserves, or none. */
    private void takeUp(Pending left) {
        if (left.intent().purpose() == Purpose.NUDGE && !left.inDoubt()) {
            outbox.takeBack(left.intent(), clock.instant());
        } else {
            post(left, CompletableFuture.completedFuture(true));
        }
    }

    /** @param when the moment to begin; the place in the order is taken now */
    void say(List<Intent> intents, CompletableFuture<Boolean> when) {
        Instant now = clock.instant();
        intents.forEach(intent -> post(new Pending(intent, false, now), when));
    }

    private void post(Pending pending, CompletableFuture<Boolean> when) {
        JsonObject body;
        try {
            body = Strict.json(pending.intent().body());
        } catch (Malformed e) {
            LOG.error("Message {} cannot be read", pending.intent().id());
            outbox.refused(pending.intent(), "unreadable body");
            return;
        }
        Way way = new Way(pending.intent().rep(), pending.intent().channel());
        RepId rep = pending.intent().rep();
        Post post = new Post(pending, body, workspaces.in(rep.team()), outbox, clock, hindrances, metrics);
        Errand inTime = () -> when.thenComposeAsync(now -> post.go(), executor);
        if (pending.intent().purpose() == Purpose.NUDGE) {
            inItsPlace(rep, pace.place(rep), () -> add(way, lane -> lane.posts.add(inTime)));
        } else {
            pace.urgent(rep.team());
            add(way, lane -> lane.posts.add(inTime));
        }
    }

    /** A nudge stands in no rep's way while it waits: it comes to the others only when its workspace can take it. */
    private void inItsPlace(RepId rep, Duration wait, Runnable enter) {
        if (wait.isZero()) {
            enter.run();
        } else {
            later.run(wait, () -> inItsPlace(rep, pace.stepBack(rep).orElse(Duration.ZERO), enter));
        }
    }

    /** The workspaces that have enough nudges on their way for now. */
    Set<String> full() {
        return pace.full();
    }

    /** Shrinks a message sent before; if it is to shrink already, to this instead. */
    void shrink(RepId rep, String intent, JsonObject body) {
        add(Way.toDm(rep), lane -> {
            lane.shrinks.remove(intent);
            lane.shrinks.put(intent, new Shrink(rep, intent, body, workspaces.in(rep.team()), outbox));
            if (lane.shrinks.size() > SHRINKS_MAX) {
                lane.shrinks.remove(lane.shrinks.keySet().iterator().next());
            }
        });
    }

    /** Begins something once nothing is left to say to a rep; if something else waits for that already, this in its place. */
    void afterwards(RepId rep, Runnable task) {
        add(Way.toDm(rep), lane -> lane.afterwards = task);
    }

    private synchronized void add(Way way, Consumer<Lane> errand) {
        Lane lane = lanes.get(way);
        if (lane != null) {
            errand.accept(lane);
            return;
        }
        lane = new Lane();
        errand.accept(lane);
        lanes.put(way, lane);
        executor.execute(() -> next(way));
    }

    private void next(Way way) {
        Errand errand = first(way);
        if (errand != null) {
            var unused = attempt(errand).exceptionally(Speaker::givenUp).thenAccept(again -> goOn(way, errand, again));
        }
    }

    private static CompletableFuture<Optional<Duration>> attempt(Errand errand) {
        try {
            return errand.go();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Optional<Duration> givenUp(Throwable failure) {
        LOG.error("An errand in Slack failed", Trouble.of(failure));
        return Optional.empty();
    }

    /** What comes next; null if there is nothing, or no time left. */
    private synchronized @Nullable Errand first(Way way) {
        Lane lane = lanes.get(way);
        if (lane == null || closing) {
            return null;
        }
        if (!lane.posts.isEmpty()) {
            underWay++;
            return lane.posts.peek();
        }
        if (!lane.shrinks.isEmpty()) {
            underWay++;
            return lane.shrinks.remove(lane.shrinks.keySet().iterator().next());
        }
        lanes.remove(way);
        if (lane.afterwards != null) {
            executor.execute(begun(lane.afterwards));
        }
        return null;
    }

    private static Runnable begun(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("What was to follow the last message failed", Trouble.of(e));
            }
        };
    }

    private void goOn(Way way, Errand errand, Optional<Duration> again) {
        synchronized (this) {
            underWay--;
            notifyAll();
            if (closing) {
                return;
            }
            if (again.isEmpty()) {
                Lane lane = lanes.get(way);
                if (lane != null) {
                    lane.posts.remove(errand);
                }
            }
        }
        again.ifPresentOrElse(wait -> later.run(wait, () -> goAgain(way)), () -> executor.execute(() -> next(way)));
    }

    /** Its place is long over, so nudges make room for it. */
    private void goAgain(Way way) {
        pace.urgent(way.rep().team());
        next(way);
    }

    /** Lets what is under way come to its end, for a moment. */
    @Override
    public synchronized void close() {
        closing = true;
        long end = System.nanoTime() + SlackApp.STEP_OF_CLOSING.toNanos();
        try {
            long left = SlackApp.STEP_OF_CLOSING.toMillis();
            while (underWay > 0 && left > 0) {
                wait(left);
                left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
