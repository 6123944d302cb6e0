package steward.store;

import org.jdbi.v3.core.Jdbi;
import steward.PostgresServer;

/** The reps who want their own file, in a PostgreSQL database. */
class PostgresOwnFilesTest extends OwnFilesContract {

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
