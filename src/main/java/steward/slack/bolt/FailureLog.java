package steward.slack.bolt;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.conversation.session.Deadline;
import steward.conversation.session.StoreUnavailable;
import steward.runtime.chat.LoggableError;

/** Logs turns that failed, each under a reference of its own, which the rep is told. */
final class FailureLog {

    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);

    /** Turns that are not over in time are logged anew after so long without any. */
    private static final long QUIET_NANOS = Duration.ofMinutes(5).toNanos();

    private final Supplier<String> ids;

    /** What turns that are not over in time are known by; guarded by this, as is the one below. */
    private String lateReference = "";

    private long lateNanos;

    /** @param ids new, unique texts */
    FailureLog(Supplier<String> ids) {
        this.ids = ids;
    }

    /** The reference. What many turns fail of is logged once, and they share it. */
    String log(Exception failure) {
        if (failure instanceof StoreUnavailable outage) {
            return outage.reference();
        }
        if (failure instanceof Deadline.Over) {
            return late();
        }
        String reference = ids.get();
        LOG.atError()
                .addKeyValue("reference", reference)
                .setCause(LoggableError.of(failure))
                .log("A turn failed, reference {}", reference);
        return reference;
    }

    /** A turn is not over in time, and nobody knows yet how it ends. */
    synchronized String late() {
        long now = System.nanoTime();
        if (lateReference.isEmpty() || now - lateNanos > QUIET_NANOS) {
            lateReference = ids.get();
            LOG.atError()
                    .addKeyValue("reference", lateReference)
                    .log(
                            "Turns are not over in time, since the store or this machine is too slow: Slack is asked to"
                                    + " deliver them again, reference {}",
                            lateReference);
        }
        lateNanos = now;
        return lateReference;
    }
}
