package steward.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import steward.store.files.StoreLock;

/** A PostgreSQL database, by its address, which may hold a password: it is shown to nobody. */
public final class PostgresLocation extends DatabaseLocation {

    /** User and password come after the question mark: before it, the driver would take them for a host, and tell everybody. */
    private static final Pattern ADDRESS = Pattern.compile("jdbc:postgresql:[^?@]*(?:\\?.*)?");

    private final String url;
    private final String shown;

    PostgresLocation(String url, Migrations migrations) {
        super(migrations);
        this.url = url;
        this.shown = url.substring("jdbc:".length()).replaceFirst("\\?.*", "");
    }

    static Optional<DatabaseLocation> of(String url) {
        return ADDRESS.matcher(url).matches() && isUnderstood(url)
                ? Optional.of(new PostgresLocation(url, Migrations.POSTGRESQL))
                : Optional.empty();
    }

    private static boolean isUnderstood(String url) {
        try {
            return DriverManager.getDriver(url).acceptsURL(url);
        } catch (SQLException e) {
            // There is no driver for such an address.
            return false;
        }
    }

    /** As the driver takes it, with user and password. */
    String url() {
        return url;
    }

    @Override
    public Database open() {
        return PostgresDatabase.open(this);
    }

    /** The connections of whoever has it open say so themselves. */
    @Override
    public StoreLock share() {
        return new StoreLock(() -> {});
    }

    @Override
    public StoreLock alone() {
        try {
            Handle handle = Jdbi.create(this::connect).open();
            if (PostgresLocks.haveStore(handle)) {
                return new StoreLock(() -> {
                    PostgresLocks.leaveStore(handle);
                    handle.close();
                });
            }
            handle.close();
        } catch (JdbiException e) {
            throw unusable(e);
        }
        throw usedByAnother();
    }

    @Override
    public <T> T snapshot(Function<Handle, T> look) {
        try {
            return Jdbi.create(this::connect).inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
                handle.execute("set transaction read only");
                if (!isStore(handle)) {
                    throw missing();
                }
                return look.apply(handle);
            });
        } catch (JdbiException e) {
            throw unusable(e);
        }
    }

    @Override
    public <T> T change(Function<Handle, T> work) {
        try {
            return Jdbi.create(this::connect).inTransaction(handle -> {
                if (!isStore(handle)) {
                    throw missing();
                }
                return work.apply(handle);
            });
        } catch (JdbiException e) {
            throw unusable(e);
        }
    }

    @Override
    public boolean isThere() {
        try {
            return Jdbi.create(this::connect).withHandle(PostgresLocation::isStore);
        } catch (JdbiException e) {
            throw unusable(e);
        }
    }

    private static boolean isStore(Handle handle) {
        return handle.createQuery(
                        "select to_regclass('schema_version') is not null and to_regclass('entry') is not null")
                .mapTo(boolean.class)
                .one();
    }

    @Override
    public String examine() {
        try {
            return isThere() ? examined(" answers") : this + " answers; its tables are made at the first start";
        } catch (JdbiException e) {
            throw unusable(e);
        }
    }

    @Override
    Path scratch() throws IOException {
        return Files.createTempFile("steward-restore", ".part");
    }

    /** Only into a database that holds nothing: there is no place aside for what is there. */
    @Override
    Optional<Path> replaceWith(Path whole, Instant now) {
        try {
            Jdbi.create(this::connect).useTransaction(handle -> {
                PostgresLocks.awaitMigrations(handle);
                migrations.run(handle, shown);
                // Of Stewards that are gone.
                handle.execute("delete from worker");
                SqliteFile.of(whole).useTransaction(source -> fill(handle, source, SqliteFile.tables(source)));
            });
            return Optional.empty();
        } catch (JdbiException e) {
            throw unusable(e);
        }
    }

    private void fill(Handle handle, Handle source, List<Table> tables) {
        for (Table table : tables) {
            if (table.rows(handle) > 0) {
                throw new StoreUnusable(
                        "Steward can't restore into " + shown + ": it holds something already, and needs to be empty.",
                        null);
            }
        }
        tables.forEach(table -> table.copy(source, handle));
        handle.createQuery("""
                        select table_name, column_name
                        from information_schema.columns
                        where table_schema = current_schema() and is_identity = 'YES'
                        """)
                .map((row, context) -> "select setval(pg_get_serial_sequence('%1$s', '%2$s'), max(%2$s)) from %1$s"
                        .formatted(row.getString("table_name"), row.getString("column_name")))
                .list()
                .forEach(handle::execute);
        tables.forEach(table -> handle.execute("analyze " + table.name()));
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, PostgresDatabase.settings());
    }

    /** In a sentence, what a failure means for whoever wants to open the store. */
    StoreUnusable unusable(RuntimeException failure) {
        return StoreUnusable.closed(
                shown, said(failure).map(this::reason).orElseGet(() -> String.valueOf(failure.getMessage())), failure);
    }

    /** Whatever is left there, nobody here can tell. */
    @Override
    public OptionalLong spaceLeft() {
        return OptionalLong.empty();
    }

    /** By <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL's codes</a>. */
    @Override
    Optional<String> outage(SQLException e) {
        if (e instanceof SQLTransientConnectionException) {
            // The pool had none in time, whatever PostgreSQL said last.
            return Optional.ofNullable(e.getNextException())
                    .or(() -> Optional.ofNullable(e.getCause()).flatMap(DatabaseLocation::said))
                    .flatMap(this::outage)
                    .or(() -> Optional.of(TOO_SLOW));
        }
        String state = Optional.ofNullable(e.getSQLState()).orElse("");
        return Optional.ofNullable(
                switch (state) {
                    case "28000", "28P01" -> "it does not let this user in with this password";
                    case "3D000" -> "there is no such database";
                    case "25006" -> "it may only be read";
                    case "42501" -> "its user may not make tables there";
                    case "53100" -> "its disk is full";
                    case "53300" -> "it has no connection left";
                    case "55P03", "57014" -> TOO_SLOW;
                    case "57P01", "57P02", "57P03" -> "it is just starting or stopping";
                    default -> state.startsWith("08") ? "nobody answers there" : null;
                });
    }

    private String reason(SQLException e) {
        return outage(e).orElseGet(() -> "PostgreSQL says " + firstLine(e));
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("nothing");
    }

    @Override
    public String toString() {
        return shown;
    }
}
