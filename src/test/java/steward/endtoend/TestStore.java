package steward.endtoend;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import steward.PostgresServer;
import steward.store.database.DatabaseLocation;

/**
 * Where the store of a test is, and the ways to it.
 *
 * @param databaseUrl of a PostgreSQL database; if there is none, the store is a file in the data folder
 */
record TestStore(Path data, Optional<String> databaseUrl) {

    static TestStore sqlite(Path data) {
        return new TestStore(data, Optional.empty());
    }

    /** A database of its own. */
    static TestStore postgresql(Path data) {
        return new TestStore(data, Optional.of(PostgresServer.freshDatabase()));
    }

    DatabaseLocation place() {
        return databaseUrl.map(PostgresServer::place).orElseGet(() -> DatabaseLocation.file(file()));
    }

    /** The way to it from outside, while Steward writes to it. */
    Jdbi jdbi() {
        return Jdbi.create(databaseUrl.orElseGet(() -> "jdbc:sqlite:" + file() + "?busy_timeout=10000"));
    }

    private Path file() {
        return data.resolve("steward.db");
    }

    /** What tells Steward of it. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.of("DATA_DIR", data.toString()));
        databaseUrl.ifPresent(url -> environment.put("DATABASE_URL", url));
        return environment;
    }
}
