package steward.store.retention;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.statement.SqlStatement;
import steward.store.database.Database;

/** Rows that an index finds once their time is over. */
final class RowSweep implements Sweep {

    /** So few at a time that no turn waits long for its own. */
    private static final int ROWS_MAX = 500;

    private final Database database;
    private final String expired;
    private final String table;
    private final String key;
    private final Duration kept;

    /** @param condition tells the rows whose time ended {@code :before} a moment */
    RowSweep(Database database, String table, String key, String condition, Duration kept) {
        this.database = database;
        this.table = table;
        this.key = key;
        this.kept = kept;
        this.expired = "select %s from %s where %s limit :max".formatted(key, table, condition);
    }

    @Override
    public boolean step(Instant now) {
        // Most of the time there are none, and then nothing is written.
        boolean isAny = database.read(handle -> bound(handle.createQuery(expired), now)
                .mapTo(String.class)
                .findFirst()
                .isPresent());
        return isAny
                && database.write(handle -> bound(
                                        handle.createUpdate(
                                                "delete from %s where %s in (%s)".formatted(table, key, expired)),
                                        now)
                                .execute())
                        == ROWS_MAX;
    }

    private <T extends SqlStatement<T>> T bound(T statement, Instant now) {
        return statement.bind("before", now.minus(kept).toEpochMilli()).bind("max", ROWS_MAX);
    }
}
