package steward.store.retention;

import org.jdbi.v3.core.Jdbi;
import steward.store.PostgresServer;
import steward.store.Store;

/** What a PostgreSQL database lets go of. */
class PostgresRetentionTest extends RetentionContract {

    private final String database = PostgresServer.freshDatabase();

    @Override
    protected Store open() {
        return Store.open(PostgresServer.place(database));
    }

    @Override
    protected Jdbi outside() {
        return Jdbi.create(database);
    }
}
