package steward.store;

import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;

/** The installations in a SQLite file. */
class SqliteInstallationsTest extends InstallationsContract {

    @TempDir
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
