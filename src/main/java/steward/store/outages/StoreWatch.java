package steward.store.outages;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;
import steward.conversation.session.Deadline;
import steward.conversation.session.Health;
import steward.conversation.session.StoreUnavailable;

/**
 * Watches a store, on a thread of its own, so that whoever asks how it does is answered from memory, however long the store takes to answer.
 * Within two seconds it is known to be of no use, whoever uses it.
 */
public final class StoreWatch implements AutoCloseable {

    /** Each look writes and waits for the disk, which may be slow: it costs a fraction of a turn. */
    static final Duration EVERY = Duration.ofMillis(700);

    /** A probe takes so long at most, unless it hangs. */
    public static final Duration PROBE_MAX = Duration.ofSeconds(1);

    /** After so long without an answer it is not well, though nothing failed: something hangs. */
    private static final Duration SILENT_MAX = EVERY.plus(PROBE_MAX).plusMillis(200);

    /** Less is soon used up by a write-ahead log. */
    private static final long SPACE_BYTES_MIN = 16L << 20;

    private static final long BYTES_IN_MEBIBYTE = 1L << 20;

    private final MeteredDatabase database;
    private final BooleanSupplier probe;
    private final Supplier<OptionalLong> space;
    private final LongSupplier nanos;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "store-watch");
        made.setDaemon(true);
        return made;
    });

    private volatile long answeredNanos;
    private volatile boolean answered = true;
    private volatile OptionalLong spaceLeft = OptionalLong.empty();

    /**
     * @param probe whether the database answers, and what is written to it is there to stay
     * @param space the bytes that are left where it is
     * @param nanos a clock that only goes forward
     */
    public StoreWatch(
            MeteredDatabase database, BooleanSupplier probe, Supplier<OptionalLong> space, LongSupplier nanos) {
        this.database = database;
        this.probe = probe;
        this.space = space;
        this.nanos = nanos;
        this.answeredNanos = nanos.getAsLong();
    }

    public void start() {
        var unused = thread.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks once. */
    public void look() {
        answered = probe.getAsBoolean();
        answeredNanos = answered ? nanos.getAsLong() : answeredNanos;
        spaceLeft = space.get();
        if (answered) {
            letTracesGo();
            answeredNanos = nanos.getAsLong();
        }
    }

    private void letTracesGo() {
        try {
            Deadline.in(PROBE_MAX).within(() -> {
                database.letTracesGo();
                return true;
            });
        } catch (StoreUnavailable | JdbiException e) {
            // Next time.
        }
    }

    /** How it does, as far as that was seen. */
    public Health health() {
        Duration silent = Duration.ofNanos(nanos.getAsLong() - answeredNanos);
        Optional<String> trouble = database.trouble()
                .or(() ->
                        Optional.of("it does not answer").filter(any -> !answered || silent.compareTo(SILENT_MAX) > 0))
                .or(() -> spaceLeft.isPresent() && spaceLeft.getAsLong() < SPACE_BYTES_MIN
                        ? Optional.of("its disk is nearly full")
                        : Optional.empty());
        List<String> facts = new ArrayList<>();
        trouble.ifPresent(reason -> facts.add("store: " + reason));
        facts.add("store answered: " + silent.toMillis() + " ms ago");
        facts.add("last write: " + database.sinceLastWrite().toSeconds() + " s ago");
        spaceLeft.ifPresent(bytes -> facts.add("space left: " + bytes / BYTES_IN_MEBIBYTE + " MiB"));
        return new Health(trouble.isEmpty(), facts);
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
