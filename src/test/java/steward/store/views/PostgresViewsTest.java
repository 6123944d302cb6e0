package steward.store.views;

import org.jdbi.v3.core.Jdbi;
import steward.store.PostgresServer;
import steward.store.Store;

/** The views in a PostgreSQL database. */
class PostgresViewsTest extends ViewsContract {

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
