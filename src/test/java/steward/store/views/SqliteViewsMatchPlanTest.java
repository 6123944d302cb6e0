package steward.store.views;

import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;
import steward.store.Store;

/** The views of what was talked about, in a SQLite file. */
class SqliteViewsMatchPlanTest extends ViewsMatchPlanContract {

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
