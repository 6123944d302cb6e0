package steward.store;

import org.jdbi.v3.core.Jdbi;
import steward.PostgresServer;

/** The views of what was talked about, in a PostgreSQL database. */
class PostgresViewsMatchPlanTest extends ViewsMatchPlanContract {

    private final String database = PostgresServer.freshDatabase();

    @Override
    Store open() {
        return Store.open(PostgresServer.place(database));
    }

    @Override
    Jdbi outside() {
        return Jdbi.create(database);
    }
}
