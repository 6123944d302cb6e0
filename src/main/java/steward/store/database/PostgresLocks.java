package steward.store.database;

import java.time.Duration;
import org.jdbi.v3.core.Handle;
import steward.rep.RepId;

/**
 * What Stewards on one PostgreSQL database agree upon: advisory locks, which go with the connection or transaction that holds them, however
 * it ends.
 *
 * <p>A pair of numbers names a lock of the whole store; a single one, which is another kind of name to PostgreSQL, a rep's.
 */
final class PostgresLocks {

    /** "Stew", so as not to meet the locks of another program. */
    private static final int OURS = 0x53746577;

    private static final String STORE = OURS + ", 1";
    private static final String MIGRATIONS = OURS + ", 2";

    /** Each connection of a Steward at work has its share in the store, for as long as it lasts. */
    static final String SHARE_STORE = "select pg_try_advisory_lock_shared(" + STORE + ")";

    /** From left to right, as everything in a list: they hold for what comes after them. */
    private static final String LIMITS =
            "set_config('lock_timeout', :millis, true), set_config('statement_timeout', :millis, true)";

    private PostgresLocks() {}

    /** Whether a share could be had: nobody has the store for itself. */
    static boolean shareStore(Handle handle) {
        return handle.createQuery(SHARE_STORE).mapTo(boolean.class).one();
    }

    /** Whether the connection has the store for itself from now on: no Steward is at work on it, and none can begin. */
    static boolean haveStore(Handle handle) {
        return handle.createQuery("select pg_try_advisory_lock(" + STORE + ")")
                .mapTo(boolean.class)
                .one();
    }

    /** Lets others have the store at once: PostgreSQL takes its time to notice that a connection is closed. */
    static void leaveStore(Handle handle) {
        handle.execute("select pg_advisory_unlock(" + STORE + ")");
    }

    /** Waits while another process makes tables. */
    static void awaitMigrations(Handle handle) {
        handle.execute("select pg_advisory_xact_lock(" + MIGRATIONS + ")");
    }

    /** Waits until nobody else is in a transaction about this rep; then it is the caller's turn until the transaction ends. */
    static void awaitRep(Handle handle, RepId rep) {
        handle.execute("select pg_advisory_xact_lock(hashtextextended(? || ' ' || ?, 0))", rep.team(), rep.user());
    }

    /** The same, for so long at most, which holds for all that the transaction waits for; in one message, since each costs its way. */
    static void awaitRep(Handle handle, RepId rep, Duration atMost) {
        handle.createQuery("select " + LIMITS + ", pg_advisory_xact_lock(hashtextextended(:team || ' ' || :user, 0))")
                .bind("millis", millis(atMost))
                .bind("team", rep.team())
                .bind("user", rep.user())
                .mapTo(String.class)
                .one();
    }

    /** Ends whatever a transaction waits for, or does, for longer than that. */
    static void limitWaits(Handle handle, Duration atMost) {
        handle.createQuery("select " + LIMITS)
                .bind("millis", millis(atMost))
                .mapTo(String.class)
                .one();
    }

    /** Zero would mean that there is no limit. */
    private static String millis(Duration atMost) {
        return Long.toString(Math.max(1, atMost.toMillis()));
    }
}
