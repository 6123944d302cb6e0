package steward.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * Gives a database the tables and views that this Steward needs: numbered SQL files, each run once, in order.
 *
 * <p>A file in a folder is for one kind of database; one beside the folders is in words that all of them read alike. The number of the last
 * one that a database has seen is its version, and says the same of every kind: a PostgreSQL database begins with what the first three
 * files had made of a SQLite one.
 */
record Migrations(List<String> files) {

    static final Migrations SQLITE = new Migrations(List.of(
            "sqlite/001-journal.sql",
            "sqlite/002-views.sql",
            "sqlite/003-life.sql",
            "004-installations.sql",
            "sqlite/005-forgetting.sql",
            "006-views.sql",
            "sqlite/007-own-files.sql"));

    static final Migrations POSTGRESQL = new Migrations(List.of(
            "postgresql/003-tables.sql",
            "004-installations.sql",
            "postgresql/005-forgetting.sql",
            "006-views.sql",
            "postgresql/007-own-files.sql"));

    /** A semicolon before an empty line: a trigger has semicolons inside. */
    private static final Pattern END_OF_STATEMENT = Pattern.compile(";\\R\\R");

    private static final Pattern BEFORE_THE_NUMBER = Pattern.compile("^.*/");
    private static final int DIGITS = 3;

    /** The version of a database that has seen all the files. */
    int newest() {
        return number(files.get(files.size() - 1));
    }

    /**
     * Runs the files that this database has not seen, inside the caller's transaction.
     *
     * @param store its name for a person
     */
    void run(Handle handle, String store) {
        run(handle, store, newest());
    }

    /** Runs the files up to a version that this database has not seen. */
    void run(Handle handle, String store, int upTo) {
        handle.execute("create table if not exists schema_version (version integer primary key)");
        int version = version(handle);
        if (version > newest()) {
            throw StoreUnusable.closed(store, newer(version), null);
        }
        for (String file : files) {
            int number = number(file);
            if (number > version && number <= upTo) {
                execute(handle, file);
                handle.execute("insert into schema_version (version) values (?)", number);
            }
        }
    }

    /** For whoever only reads, and so can't run what is missing. */
    void assertUpToDate(Handle handle, String store) {
        int version = version(handle);
        if (version > newest()) {
            throw StoreUnusable.closed(store, newer(version), null);
        }
        if (version < newest()) {
            throw StoreUnusable.closed(
                    store, "it was written by an older Steward; start this one once, which brings it up to date", null);
        }
    }

    /** Why a database is of no use that has seen a file which is not among these. */
    String newer(int version) {
        return "it was written by a newer Steward (schema %d, this one knows %d)".formatted(version, newest());
    }

    private static int number(String file) {
        return Integer.parseInt(BEFORE_THE_NUMBER.matcher(file).replaceFirst("").substring(0, DIGITS));
    }

    /** The number of the last file that a database has seen. */
    static int version(Handle handle) {
        return handle.createQuery("select coalesce(max(version), 0) from schema_version")
                .mapTo(int.class)
                .one();
    }

    private static void execute(Handle handle, String file) {
        for (String sql : END_OF_STATEMENT.split(text(file), -1)) {
            handle.execute(sql);
        }
    }

    private static String text(String file) {
        try (InputStream in = Migrations.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("No such migration: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
