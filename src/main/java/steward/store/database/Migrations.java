package steward.store.database;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Gives a database the tables and views that this Steward needs: each migration is run once, in order, and how many a database has seen is
 * its version, which says the same of every kind of database.
 *
 * <p>The first is the whole schema. Until version 1.0.0 of Steward a change is made there, and a store that was made by another one is
 * refused, as its fingerprint tells; from then on a change is a migration of its own, and the ones before it never change.
 */
public record Migrations(List<Migration> all) {

    public static final Migrations SQLITE =
            new Migrations(List.of(Migration.of(Dialect.SQLITE, "tables.sql", "sqlite.sql", "views.sql")));

    public static final Migrations POSTGRESQL =
            new Migrations(List.of(Migration.of(Dialect.POSTGRESQL, "tables.sql", "postgresql.sql", "views.sql")));

    private static final String OTHER_SCHEMA = "another Steward made its tables, and until version 1.0.0 no other can"
            + " bring them up to date; go on with that one, or begin with a new store";

    /** A migration that a database has seen; the fingerprint is empty in a store from before there were any. */
    private record Seen(int version, String fingerprint) {}

    /** The version of a database that has seen all. */
    public int newest() {
        return all.size();
    }

    /**
     * Runs what this database has not seen, inside the caller's transaction.
     *
     * @param store its name for a person
     */
    void run(Handle handle, String store) {
        run(handle, store, newest());
    }

    /** Runs what this database has not seen of the migrations up to a version. */
    void run(Handle handle, String store, int upTo) {
        handle.execute(
                "create table if not exists schema_version (version integer primary key, fingerprint text not null)");
        assertMine(handle, store);
        for (int version = version(handle) + 1; version <= upTo; version++) {
            Migration migration = all.get(version - 1);
            migration.run(handle);
            handle.execute(
                    "insert into schema_version (version, fingerprint) values (?, ?)",
                    version,
                    migration.fingerprint());
        }
    }

    /** For whoever only reads, and so can't run what is missing. */
    public void assertUpToDate(Handle handle, String store) {
        assertMine(handle, store);
        if (!isUpToDate(handle)) {
            throw StoreUnusable.closed(
                    store, "it was written by an older Steward; start this one once, which brings it up to date", null);
        }
    }

    /** A database may be older, but nothing else. */
    void assertMine(Handle handle, String store) {
        refusal(handle).ifPresent(reason -> {
            throw StoreUnusable.closed(store, reason, null);
        });
    }

    /** Whether a database has seen all. */
    boolean isUpToDate(Handle handle) {
        return version(handle) == newest();
    }

    /** Why a database is of no use to this Steward; empty if it is, at the latest once it is brought up to date. */
    Optional<String> refusal(Handle handle) {
        List<Seen> seen = seen(handle);
        if (!seen.stream().allMatch(this::isMine)) {
            return Optional.of(OTHER_SCHEMA);
        }
        int version = version(handle);
        return version > newest()
                ? Optional.of(
                        "it was written by a newer Steward (schema %d, this one knows %d)".formatted(version, newest()))
                : Optional.empty();
    }

    /** Whether a migration is one of these, or a later one. */
    private boolean isMine(Seen seen) {
        return seen.version() > newest()
                ? !seen.fingerprint().isEmpty()
                : all.get(seen.version() - 1).fingerprint().equals(seen.fingerprint());
    }

    private static List<Seen> seen(Handle handle) {
        return handle.createQuery("select * from schema_version order by version")
                .map((row, context) -> new Seen(
                        row.getInt("version"),
                        row.getMetaData().getColumnCount() == 1 ? "" : row.getString("fingerprint")))
                .list();
    }

    /** The last migration that a database has seen, counted from 1. */
    public static int version(Handle handle) {
        return handle.createQuery("select coalesce(max(version), 0) from schema_version")
                .mapTo(int.class)
                .one();
    }
}
