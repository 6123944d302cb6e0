package steward.store.outages;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.store.database.DatabaseLocation;

/**
 * Logs what keeps the store from its work: once when that begins, under a reference that reps are told, once for each other reason that comes
 * to it, and once when it is over. Safe for use by several threads.
 */
final class StoreOutages {

    private static final Logger LOG = LoggerFactory.getLogger(StoreOutages.class);

    /** An outage is over once so long after the last failure something succeeds: many come and go at once. */
    static final Duration QUIET = Duration.ofSeconds(1);

    private static final int REFERENCE_LENGTH = 8;

    /** @param ofWrites whether it may still be read */
    private record Outage(String reference, String reason, long sinceNanos, boolean ofWrites) {}

    private final String store;
    private final LongSupplier nanos;

    private volatile @Nullable Outage current;
    /** Guarded by this, as is the one below. */
    private final Set<String> reasons = new HashSet<>();

    private long failedNanos;

    /** @param nanos a clock that only goes forward */
    StoreOutages(String store, LongSupplier nanos) {
        this.store = store;
        this.nanos = nanos;
    }

    long now() {
        return nanos.getAsLong();
    }

    /**
     * Something failed.
     *
     * @return the reference of the outage
     */
    synchronized String failed(String reason, boolean writing) {
        failedNanos = now();
        Outage outage = current;
        if (outage == null) {
            String reference = UUID.randomUUID().toString().substring(0, REFERENCE_LENGTH);
            outage = new Outage(reference, reason, failedNanos, writing);
            reasons.add(reason);
            LOG.error("Steward can't use its store {}: {}. Reps are told the reference {}", store, reason, reference);
        } else {
            // That others wait is no reason of its own.
            boolean isOther = !reason.equals(DatabaseLocation.TOO_SLOW);
            if (isOther && reasons.add(reason)) {
                LOG.error("Steward can't use its store {}, by now because {}", store, reason);
            }
            outage = new Outage(
                    outage.reference(),
                    isOther ? reason : outage.reason(),
                    outage.sinceNanos(),
                    outage.ofWrites() && writing);
        }
        current = outage;
        return outage.reference();
    }

    /**
     * Something succeeded.
     *
     * @param begunNanos when it began
     */
    void succeeded(boolean writing, long begunNanos) {
        if (current != null) {
            end(writing, begunNanos);
        }
    }

    private synchronized void end(boolean writing, long begunNanos) {
        Outage outage = current;
        if (outage != null && (writing || !outage.ofWrites()) && begunNanos - failedNanos >= QUIET.toNanos()) {
            current = null;
            reasons.clear();
            LOG.info(
                    "Steward can use its store {} again, after {} seconds",
                    store,
                    Duration.ofNanos(now() - outage.sinceNanos()).toSeconds());
        }
    }

    /** Why the store can't be used now; empty if it can. */
    Optional<String> reason() {
        return Optional.ofNullable(current).map(Outage::reason);
    }
}
