package steward.store.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import steward.conversation.session.ExpiredRecords;
import steward.store.database.Database;

/** Lets go of what nothing in the database needs any more. For one thread; several processes may do it on one database. */
public final class StoredExpiredRecords implements ExpiredRecords {

    /** A refused message is nowhere to be tapped, answered or deleted; but what was asked last tells what the talk is about. */
    private static final String REFUSED =
            "state = 'refused' and purpose not in ('QUESTION', 'FOCUS') and created_at <= :before";

    private static final Duration REFUSED_KEPT = Duration.ofDays(30);

    /** Far more than the clocks of several machines may differ by. */
    private static final Duration HANDSHAKES_KEPT = Duration.ofDays(1);

    private final List<Sweep> sweeps;
    private int next;

    public StoredExpiredRecords(Database database) {
        this.sweeps = List.of(
                new DeliverySweep(database),
                new NudgeSweep(database),
                new RowSweep(database, "intent", "n", REFUSED, REFUSED_KEPT),
                new RowSweep(database, "used_state", "id", "ends_at <= :before", HANDSHAKES_KEPT));
    }

    @Override
    public boolean purgeSome(Instant now) {
        if (!sweeps.get(next).step(now)) {
            next = (next + 1) % sweeps.size();
            return next != 0;
        }
        return true;
    }
}
