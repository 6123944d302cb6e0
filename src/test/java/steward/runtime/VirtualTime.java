package steward.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that passes when it is told to. What is to be done at a moment is done then, one after the other, on the one thread there is. */
public final class VirtualTime implements InstantSource {

    private record Task(Instant at, long place, Runnable run) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::at).thenComparing(Task::place));
    private Instant now;
    private long places;

    public VirtualTime(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** As clocks of machines do that only go on. */
    public long nanos() {
        return Duration.between(Instant.EPOCH, now).toNanos();
    }

    /** Does something in a while; without any wait, as soon as the time is next told to pass. */
    public void in(Duration after, Runnable run) {
        tasks.add(new Task(now.plusMillis(after.toMillis()), places++, run));
    }

    public void pass(Duration duration) {
        passUntil(now.plus(duration));
    }

    public void passUntil(Instant end) {
        while (!tasks.isEmpty() && !tasks.peek().at().isAfter(end)) {
            Task next = tasks.remove();
            now = next.at();
            next.run().run();
        }
        now = end.isAfter(now) ? end : now;
    }
}
