package steward.store.views;

import org.jdbi.v3.core.Jdbi;
import steward.store.PostgresServer;
import steward.store.Store;

/** The views of what was talked about, in a PostgreSQL database. */
class PostgresViewsMatchPlanTest extends ViewsMatchPlanContract {

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
