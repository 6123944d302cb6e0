package steward.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Gives a database the tables and views that this Steward needs: numbered SQL files, each run once, in order. */
final class Migrations {

    private static final List<String> FILES =
            List.of("001-journal.sql", "002-views.sql", "003-life.sql", "004-installations.sql", "005-forgetting.sql");

    /** A semicolon before an empty line: a trigger has semicolons inside. */
    private static final Pattern END_OF_STATEMENT = Pattern.compile(";\\R\\R");

    private Migrations() {}

    /** Runs the files that this database has not seen: all of them, or none if one fails. */
    static void run(Jdbi jdbi, Path database) {
        jdbi.useTransaction(handle -> {
            handle.execute("create table if not exists schema_version (version integer primary key)");
            int version = version(handle);
            if (version > FILES.size()) {
                throw new StoreUnusable(
                        "Steward can't open its store %s: it was written by a newer Steward (schema %d, this one knows %d)."
                                .formatted(database.toAbsolutePath(), version, FILES.size()),
                        null);
            }
            for (int next = version + 1; next <= FILES.size(); next++) {
                run(handle, FILES.get(next - 1));
                handle.execute("insert into schema_version (version) values (?)", next);
            }
        });
    }

    /** How many of the files a database has seen. */
    static int version(Handle handle) {
        return handle.createQuery("select coalesce(max(version), 0) from schema_version")
                .mapTo(int.class)
                .one();
    }

    private static void run(Handle handle, String file) {
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
