package steward.store.retention;

import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;
import steward.runtime.InMemory;
import steward.store.Store;

/** What a SQLite file lets go of. */
class SqliteRetentionTest extends RetentionContract {

    @TempDir(factory = InMemory.class)
    Path folder;

    @Override
    protected Store open() {
        return Store.sqlite(folder.resolve("steward.db"));
    }

    @Override
    protected Jdbi outside() {
        return Jdbi.create("jdbc:sqlite:" + folder.resolve("steward.db"));
    }
}
