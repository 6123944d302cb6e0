package steward.store;

import java.nio.file.Path;
import java.util.Optional;

/** Where a store is kept. As text, it is what a person may read: without a password. */
public abstract sealed class Place permits SqlitePlace, PostgresPlace {

    /** A file that need not be there yet, and neither need its folder. */
    public static Place file(Path file) {
        return new SqlitePlace(file);
    }

    /** A PostgreSQL database, by an address as its driver takes it ({@code jdbc:postgresql://…}); nothing if it is none. */
    public static Optional<Place> postgresql(String url) {
        return PostgresPlace.of(url);
    }

    /** Opens the database, making its tables if there are none; throws {@link StoreUnusable} if that can't be. */
    abstract Database open();
}
