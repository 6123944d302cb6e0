package steward.conversation.session;

import java.time.Duration;
import java.time.Instant;

/** What is kept for a while alone, so that nothing grows for ever. */
public interface ExpiredRecords {

    /** How long a delivery that was taken is known when it comes again. What is older than that when it comes is not taken. */
    Duration DELIVERIES_KEPT = Duration.ofDays(30);

    /** How the names begin of the deliveries that are known for good. */
    String KEPT_FOR_GOOD = "welcome ";

    /**
     * Looks through the next small part of what is kept, and lets go of what nothing there needs any more.
     *
     * @return whether there is more to look through; if not, the next call begins anew
     */
    boolean purgeSome(Instant now);
}
