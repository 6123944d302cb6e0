package steward.store;

import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;

/** The reps who want their own file, in a SQLite file. */
class SqliteOwnFilesTest extends OwnFilesContract {

    @TempDir
    Path folder;

    @Override
    Store open() {
        return Store.sqlite(folder.resolve("steward.db"));
    }

    @Override
    Jdbi outside() {
        return Jdbi.create("jdbc:sqlite:" + folder.resolve("steward.db"));
    }
}
