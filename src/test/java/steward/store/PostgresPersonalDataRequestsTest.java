package steward.store;

import org.jdbi.v3.core.Jdbi;

/** The reps who want their own file, in a PostgreSQL database. */
class PostgresPersonalDataRequestsTest extends PersonalDataRequestsContract {

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
