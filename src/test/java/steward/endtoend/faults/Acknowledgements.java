package steward.endtoend.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** How soon deliveries were acknowledged, and how soon after each start the first was. Safe for several threads. */
public final class Acknowledgements {

    /** Slack waits no longer. */
    static final Duration MAX = Duration.ofSeconds(3);

    /** What it was like meanwhile. */
    public enum Weather {
        /** It has just begun, and all begin at once. */
        COLD,
        QUIET,
        SLACK_HANGS,
        FAULTS
    }

    private static final long NONE = Long.MIN_VALUE;

    private final Map<Weather, List<Long>> nanos = new EnumMap<>(Weather.class);
    private final List<Long> firsts = new ArrayList<>();
    private final AtomicLong started = new AtomicLong(NONE);
    private volatile Weather weather = Weather.COLD;
    private int late;

    void during(Weather next) {
        weather = next;
    }

    Weather weather() {
        return weather;
    }

    /** The program is started now. */
    void starts() {
        started.set(System.nanoTime());
    }

    synchronized void took(Weather meanwhile, long begun) {
        long now = System.nanoTime();
        nanos.computeIfAbsent(meanwhile, any -> new ArrayList<>()).add(now - begun);
        long from = started.getAndSet(NONE);
        if (from != NONE) {
            firsts.add(now - from);
        }
    }

    /** Nothing came in time, though nobody had killed the program. */
    synchronized void late() {
        late++;
    }

    public synchronized int lates() {
        return late;
    }

    /** In milliseconds; empty if there were none. */
    public synchronized Optional<Double> percentile(Weather when, int percent) {
        return percentile(nanos.getOrDefault(when, List.of()), percent);
    }

    public synchronized Optional<Double> first(int percent) {
        return percentile(firsts, percent);
    }

    private static Optional<Double> percentile(List<Long> times, int percent) {
        List<Long> sorted = times.stream().sorted().toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((sorted.size() - 1) * percent / 100) / 1e6);
    }
}
