package steward.runtime.sending;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.message.ChatFile;
import steward.message.Intent;
import steward.message.Outbox;
import steward.message.Outbox.Pending;
import steward.message.Purpose;
import steward.rep.RepId;
import steward.runtime.chat.Chat;
import steward.runtime.chat.LoggableError;
import steward.runtime.chat.Renderer;

/**
 * Sends messages: in order for each rep, and without one slow channel keeping another waiting.
 *
 * <p>What is to be sent is in the outbox before it comes here, so that whatever is left here when the process ends is sent by the next.
 * Updates of earlier messages are only in memory, and come last. Safe for use by several threads.
 */
public final class MessageSender {

    private static final Logger LOG = LoggerFactory.getLogger(MessageSender.class);
    private static final int UPDATES_MAX = 50;

    /** What was put into the outbox longer ago is known to be there, if it is ever to be. */
    private static final Duration UNKNOWN_FOR = Duration.ofSeconds(10);

    /** Where messages go one after the other: a rep's direct chat, or where that rep shares something, which keeps no other waiting. */
    private record Lane(RepId rep, Optional<String> shared) {

        static Lane direct(RepId rep) {
            return new Lane(rep, Optional.empty());
        }
    }

    /** A message and the moment to begin with it. */
    private record Post(Held held, SendJob job, CompletableFuture<Boolean> when) {}

    /** A message that is in memory to be sent: it is not taken up a second time. */
    private record Held(String team, String intent) {

        static Held of(Intent intent) {
            return new Held(intent.rep().team(), intent.id());
        }
    }

    /** What is still to be sent in a lane. */
    private static final class Queue {
        private final Deque<Post> posts = new ArrayDeque<>();
        /** By the message to update; the oldest first. */
        private final Map<String, SendJob> updates = new LinkedHashMap<>();
        /** What is to be run once nothing is left to send. */
        private @Nullable Runnable afterwards;

        /** The update that has waited longest. */
        SendJob pollUpdate() {
            Iterator<SendJob> oldest = updates.values().iterator();
            SendJob update = oldest.next();
            oldest.remove();
            return update;
        }
    }

    private final Chat chat;
    private final FileUploads files;
    private final Renderer renderer;
    private final Outbox outbox;
    private final InstantSource clock;
    private final KeyedExecutor executor;
    private final Timer timer;
    private final RateLimiter limiter;
    private final OutageLog outages = new OutageLog();
    private final SendMetrics metrics;

    /** The lanes at work; guarded by this, as are the three below. */
    private final Map<Lane, Queue> lanes = new HashMap<>();

    private final Set<Held> held = new HashSet<>();

    private int underWay;
    private boolean closing;

    /** @param fileMaker makes the file that an intent's body says; empty if there is nothing any more to make it of */
    public MessageSender(
            Chat chat,
            Function<Intent, Optional<ChatFile>> fileMaker,
            Renderer renderer,
            Outbox outbox,
            InstantSource clock,
            KeyedExecutor executor,
            Timer timer,
            RateLimiter limiter,
            MeterRegistry registry) {
        this.chat = chat;
        this.files = new FileUploads(chat, fileMaker);
        this.renderer = renderer;
        this.outbox = outbox;
        this.clock = clock;
        this.executor = executor;
        this.timer = timer;
        this.limiter = limiter;
        this.metrics = new SendMetrics(registry);
    }

    /**
     * Takes up what a process that is gone left unsent, and what this one does not know that it is to send. To be called before anything else is
     * sent, and now and then.
     */
    public void resume() {
        outbox.alive(clock.instant());
        outbox.adopt(clock.instant()).forEach(this::takeUp);
        outbox.own(clock.instant().minus(UNKNOWN_FOR)).stream()
                .filter(pending -> !isHeld(pending.intent()))
                .forEach(this::takeUp);
    }

    private synchronized boolean isHeld(Intent intent) {
        return held.contains(Held.of(intent));
    }

    /** A nudge that surely was not sent is taken back: by now it may be another that the rep deserves, or none. */
    private void takeUp(Pending left) {
        if (left.intent().purpose() == Purpose.NUDGE && !left.inDoubt()) {
            outbox.takeBack(left.intent(), clock.instant());
        } else {
            post(left, CompletableFuture.completedFuture(true));
        }
    }

    /** Sends messages at once. */
    public void send(List<Intent> intents) {
        send(intents, CompletableFuture.completedFuture(true));
    }

    /**
     * Sends messages when their moment has come.
     *
     * @param when the moment to begin; the place in the order is taken now
     */
    public void send(List<Intent> intents, CompletableFuture<Boolean> when) {
        Instant now = clock.instant();
        intents.forEach(intent -> post(new Pending(intent, false, now), when));
    }

    private void post(Pending pending, CompletableFuture<Boolean> when) {
        Intent intent = pending.intent();
        synchronized (this) {
            if (!held.add(Held.of(intent))) {
                return;
            }
        }
        RepId rep = intent.rep();
        Lane lane = new Lane(rep, intent.channel());
        PostEnding ending = new PostEnding(pending, outbox, clock, outages, metrics);
        Post post = new Post(Held.of(intent), new PostJob(pending, chat, files, renderer, outbox, ending), when);
        if (intent.purpose() == Purpose.NUDGE) {
            inItsPlace(rep, limiter.place(rep), () -> add(lane, queue -> queue.posts.add(post)));
        } else {
            limiter.urgent(rep.team());
            add(lane, queue -> queue.posts.add(post));
        }
    }

    /** A nudge stands in no rep's way while it waits: it comes to the others only when its workspace can take it. */
    private void inItsPlace(RepId rep, Duration wait, Runnable enter) {
        if (wait.isZero()) {
            enter.run();
        } else {
            timer.run(wait, () -> inItsPlace(rep, limiter.stepBack(rep).orElse(Duration.ZERO), enter));
        }
    }

    /** The workspaces that have enough nudges on their way for now. */
    public Set<String> full() {
        return limiter.full();
    }

    /** Updates a message sent before; if it is to be updated already, to this instead. */
    public void update(RepId rep, String intent, String body) {
        add(Lane.direct(rep), queue -> {
            queue.updates.remove(intent);
            queue.updates.put(intent, new UpdateJob(rep, intent, body, chat, outbox));
            if (queue.updates.size() > UPDATES_MAX) {
                queue.pollUpdate();
            }
        });
    }

    /** Runs something once nothing is left to send to a rep; if something else waits for that already, this in its place. */
    public void afterwards(RepId rep, Runnable task) {
        add(Lane.direct(rep), queue -> queue.afterwards = task);
    }

    private synchronized void add(Lane lane, Consumer<Queue> what) {
        Queue queue = lanes.get(lane);
        if (queue != null) {
            what.accept(queue);
            return;
        }
        queue = new Queue();
        what.accept(queue);
        lanes.put(lane, queue);
        next(lane);
    }

    /** Begins with what comes next in a lane, unless there is nothing, or no time left. */
    private synchronized void next(Lane lane) {
        Queue queue = lanes.get(lane);
        if (queue == null || closing) {
            return;
        }
        Post post = queue.posts.peek();
        if (post != null) {
            underWay++;
            var unused = post.when.thenRun(() -> attempt(lane, post.job));
        } else if (!queue.updates.isEmpty()) {
            underWay++;
            attempt(lane, queue.pollUpdate());
        } else {
            lanes.remove(lane);
            if (queue.afterwards != null) {
                executor.execute(lane.rep.team(), queue.afterwards);
            }
        }
    }

    private void attempt(Lane lane, SendJob job) {
        executor.execute(lane.rep.team(), () -> {
            Optional<Duration> again = Optional.empty();
            try {
                again = job.attempt();
            } catch (RuntimeException e) {
                LoggableError.log(LOG, "Something could not be sent", e);
            } finally {
                goOn(lane, job, again);
            }
        });
    }

    private void goOn(Lane lane, SendJob job, Optional<Duration> again) {
        synchronized (this) {
            underWay--;
            notifyAll();
            Queue queue = lanes.get(lane);
            Post post = queue == null ? null : queue.posts.peek();
            if (again.isEmpty() && queue != null && post != null && post.job == job) {
                queue.posts.remove();
                held.remove(post.held);
            }
        }
        again.ifPresentOrElse(wait -> timer.run(wait, () -> goAgain(lane)), () -> next(lane));
    }

    /** Its place is long over, so nudges make room for it. */
    private void goAgain(Lane lane) {
        limiter.urgent(lane.rep.team());
        next(lane);
    }

    /** Begins nothing more, and lets what is under way come to its end, for so long. */
    public synchronized void close(Duration atMost) {
        closing = true;
        long end = System.nanoTime() + atMost.toNanos();
        try {
            long left = atMost.toMillis();
            while (underWay > 0 && left > 0) {
                wait(left);
                left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
