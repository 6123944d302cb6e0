package steward.store.database;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import steward.rep.RepId;

/**
 * A database, open and with all its tables; safe for several threads.
 *
 * <p>All that differs from one kind to another is behind this, and in {@link DatabaseLocation} and the migrations.
 */
public interface Database extends AutoCloseable {

    /** Does something as a whole or not at all. It may be begun anew, so it may change nothing but the database. */
    <T> T write(Function<Handle, T> work);

    /** The same, and whatever else is done like this for the same rep, by whichever process, is done before or after. */
    <T> T write(RepId rep, Function<Handle, T> work);

    <T> T read(Function<Handle, T> work);

    /** Something was deleted that nobody is to find any more: its traces are to go as soon as they can. Returns at once. */
    void erased();

    /** Lets the traces go of what was erased, if there are any. What others read at this moment keeps it from that until the next time. */
    void letTracesGo();

    /** What ends a query for rows to be changed by whoever comes first, so that others pass over them. */
    String passingOverLocked();

    /** How many transactions that may have written something it has committed since it was opened. */
    long commits();

    boolean isClosed();

    @Override
    void close();
}
