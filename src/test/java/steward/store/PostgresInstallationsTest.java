package steward.store;

import org.jdbi.v3.core.Jdbi;

/** The installations in a PostgreSQL database. */
class PostgresInstallationsTest extends InstallationsContract {

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
