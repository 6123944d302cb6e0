package steward.store;

import java.nio.file.Path;

/** A SQLite file. */
final class SqlitePlace extends Place {

    private final Path file;

    SqlitePlace(Path file) {
        this.file = file.toAbsolutePath();
    }

    @Override
    Database open() {
        return Sqlite.open(file);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
