package steward.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import steward.store.files.StoreLock;

/** Where a store is kept. As text, it is what a person may read: without a password. Whatever fails throws {@link StoreUnusable}. */
public abstract sealed class DatabaseLocation permits SqliteLocation, PostgresLocation {

    /** Why a database can't be used that is there, and does not get done. */
    public static final String TOO_SLOW = "it takes too long to answer";

    /** What gives the database its tables. */
    public final Migrations migrations;

    DatabaseLocation(Migrations migrations) {
        this.migrations = migrations;
    }

    /** A file that need not be there yet, and neither need its folder. */
    public static DatabaseLocation file(Path file) {
        return new SqliteLocation(file);
    }

    /** A PostgreSQL database, by an address as its driver takes it ({@code jdbc:postgresql://…}); nothing if it is none. */
    public static Optional<DatabaseLocation> postgresql(String url) {
        return PostgresLocation.of(url);
    }

    /** Uses the store beside others who do, so that nobody replaces it meanwhile. */
    public abstract StoreLock share();

    /** Uses the store while nobody else does, and nobody else can begin to. */
    public abstract StoreLock alone();

    /** Opens the database, making its tables if there are none. */
    public abstract Database open();

    /** Looks at all as it is at one moment, while others go on, and changes nothing: there must be a store. */
    public abstract <T> T snapshot(Function<Handle, T> look);

    /** Changes a store that is there, in one transaction, over a connection of its own: for whoever has it alone, or changes but a row. */
    public abstract <T> T change(Function<Handle, T> work);

    /** Whether there is a store. */
    public abstract boolean isThere();

    /**
     * Backs up a store that is older than this Steward, which is about to bring it up to date.
     *
     * @param folder where the backup goes
     * @return the backup; empty if none is needed
     */
    public final Optional<Path> backUpIfOlder(Path folder) {
        if (!isThere()) {
            return Optional.empty();
        }
        int version = snapshot(handle -> {
            migrations.assertMine(handle, toString());
            return Migrations.version(handle);
        });
        if (version == migrations.newest()) {
            return Optional.empty();
        }
        Path file = folder.resolve("steward-schema-" + version + ".db");
        for (int number = 2; Files.exists(file); number++) {
            file = folder.resolve("steward-schema-" + version + "-" + number + ".db");
        }
        new Backup(file).write(this);
        return Optional.of(file);
    }

    /** What there is, in a few words, without making or changing anything. */
    public abstract String examine();

    /** The same of a store that is there. */
    final String examined(String whole) {
        return snapshot(handle -> {
            migrations.assertMine(handle, toString());
            long plans = handle.createQuery("select count(*) from plan")
                    .mapTo(long.class)
                    .one();
            return "%s%s, %,d %s%s"
                    .formatted(
                            this,
                            whole,
                            plans,
                            plans == 1 ? "plan" : "plans",
                            migrations.isUpToDate(handle) ? "" : ", to be brought up to date at the next start");
        });
    }

    /** An empty file from which the store can be replaced, for its user alone. */
    abstract Path scratch() throws IOException;

    /**
     * Puts what is in a SQLite file in the place of what is there. Nothing is lost: what is there is set aside, or this is refused.
     *
     * @param whole may be gone afterwards
     * @return where the store is now that was there before
     */
    abstract Optional<Path> replaceWith(Path whole, Instant now) throws IOException;

    /** What in the world keeps the database from its work, if it is not Steward's own mistake. */
    public final Optional<String> outage(Throwable failure) {
        return failure instanceof WaitOver
                ? Optional.of(TOO_SLOW)
                : said(failure).flatMap(this::outage);
    }

    /** What the database itself said of a failure. */
    static Optional<SQLException> said(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e) {
                return Optional.of(e);
            }
        }
        return Optional.empty();
    }

    abstract Optional<String> outage(SQLException failure);

    /** The bytes that are left where it is kept, if that is on this machine. */
    public abstract OptionalLong spaceLeft();

    final StoreUnusable usedByAnother() {
        return StoreUnusable.closed(toString(), "another Steward uses it; stop that first", null);
    }

    final StoreUnusable missing() {
        return new StoreUnusable("There is no store of Steward's at " + this + ".", null);
    }
}
