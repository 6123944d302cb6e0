package steward.store.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import steward.rep.RepId;
import steward.store.files.FilePermissions;

/** A SQLite file, open: read by several at once, written by one at a time. */
public final class SqliteDatabase implements Database {

    private static final int POOL_CONNECTIONS = 4;

    /** How long what is done in the background waits to write. */
    private static final Duration WAIT_MAX = Duration.ofSeconds(5);

    /** How long to wait for a connection, which is never long in use. */
    private static final Duration CONNECTION_WAIT_MAX = Duration.ofSeconds(2);

    /** How long the log is kept from growing while others read it: whoever writes waits for that. */
    private static final Duration READERS_WAIT_MAX = Duration.ofMillis(100);

    private static final int BUSY = 5;
    private static final int NO_DATABASE = 26;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final GroupCommit commits;

    /** Whether something was erased that may still be found; after a start nobody knows. */
    private final AtomicBoolean traces = new AtomicBoolean(true);

    private SqliteDatabase(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        this.commits = new GroupCommit(jdbi, WAIT_MAX);
    }

    public static SqliteDatabase open(Path file, Migrations migrations) {
        String url = "jdbc:sqlite:" + file.toAbsolutePath();
        prepare(file);
        SqliteLibrary.load(Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder"));
        make(file);
        migrate(file, url, migrations);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setDataSourceProperties(pragmas());
        config.setMaximumPoolSize(POOL_CONNECTIONS);
        config.setConnectionTimeout(CONNECTION_WAIT_MAX.toMillis());
        config.setPoolName("store");
        return new SqliteDatabase(new HikariDataSource(config));
    }

    /** Before SQLite would: it lets everybody read what it makes, but what it keeps beside the file as few as the file itself. */
    private static void make(Path file) {
        try {
            FilePermissions.makeFile(file);
        } catch (IOException e) {
            throw unusable(file, "it can't be made", e);
        }
    }

    /** Makes the folder if there is none, and says plainly what stands in the way. */
    static void prepare(Path file) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
        try {
            FilePermissions.makeFolder(folder);
        } catch (IOException e) {
            throw unusable(file, "its folder can't be made", e);
        }
        assertWritable(file);
    }

    /** Says plainly what stands in the way of writing a file in a folder that is there. */
    static void assertWritable(Path file) {
        if (!Files.isWritable(Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder"))) {
            throw unusable(file, "its folder can't be written to", null);
        }
        // SQLite would open it, and fail at the first answer.
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw unusable(file, "it may only be read", null);
        }
    }

    /** Over a connection of its own, since a pool would log what goes wrong before we can say it plainly. */
    private static void migrate(Path file, String url, Migrations migrations) {
        try {
            Jdbi.create(() -> DriverManager.getConnection(url, pragmas()))
                    .useTransaction(handle ->
                            migrations.run(handle, file.toAbsolutePath().toString()));
        } catch (JdbiException e) {
            throw unusable(file, e);
        }
    }

    private static Properties pragmas() {
        Properties pragmas = new Properties();
        pragmas.setProperty("journal_mode", "WAL");
        pragmas.setProperty("synchronous", "FULL");
        SqliteFile.leaveNoTraces(pragmas);
        pragmas.setProperty("foreign_keys", "true");
        // Nobody asks for them, and they cost a statement each.
        pragmas.setProperty("jdbc.get_generated_keys", "false");
        pragmas.setProperty("busy_timeout", Long.toString(WAIT_MAX.toMillis()));
        // A transaction that reads before it writes must hold the lock from its start: getting it later may fail,
        // whatever the timeout.
        pragmas.setProperty("transaction_mode", "IMMEDIATE");
        return pragmas;
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        return commits.write(work);
    }

    /** Nobody else writes anything meanwhile. */
    @Override
    public <T> T write(RepId rep, Function<Handle, T> work) {
        return write(work);
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        return jdbi.withHandle(work::apply);
    }

    @Override
    public void erased() {
        traces.set(true);
    }

    /** What the file holds no more is still in the write-ahead log, until that is all in the file and is cut to nothing. */
    @Override
    public void letTracesGo() {
        if (traces.getAndSet(false) && !isLogCut()) {
            traces.set(true);
        }
    }

    private boolean isLogCut() {
        return commits.alone(() -> jdbi.withHandle(handle -> {
            GroupCommit.setBusyTimeout(handle, READERS_WAIT_MAX);
            return handle.createQuery("pragma wal_checkpoint(truncate)")
                    .map((row, context) -> row.getInt("busy") == 0)
                    .one();
        }));
    }

    /** Nothing: whoever writes is alone. */
    @Override
    public String passingOverLocked() {
        return "";
    }

    @Override
    public long commits() {
        return commits.count();
    }

    @Override
    public boolean isClosed() {
        return pool.isClosed();
    }

    @Override
    public void close() {
        pool.close();
    }

    static StoreUnusable unusable(Path file, JdbiException failure) {
        return unusable(file, reason(failure), failure);
    }

    private static StoreUnusable unusable(Path file, @Nullable String reason, @Nullable Throwable cause) {
        return StoreUnusable.closed(file.toAbsolutePath().toString(), reason, cause);
    }

    static String reason(JdbiException failure) {
        return DatabaseLocation.said(failure)
                .map(SqliteDatabase::reason)
                .orElseGet(() -> String.valueOf(failure.getMessage()));
    }

    /** Whether another connection stands in the way. */
    static boolean isBusy(JdbiException failure) {
        return DatabaseLocation.said(failure).filter(e -> code(e) == BUSY).isPresent();
    }

    /** Whether the file is of another kind. */
    static boolean isNoDatabase(JdbiException failure) {
        return DatabaseLocation.said(failure)
                .filter(e -> code(e) == NO_DATABASE)
                .isPresent();
    }

    private static String reason(SQLException e) {
        return outage(e).orElseGet(() -> "SQLite says " + e.getMessage());
    }

    /** What in the world keeps it from its work. */
    static Optional<String> outage(SQLException e) {
        return Optional.ofNullable(
                e instanceof SQLTransientConnectionException
                        ? DatabaseLocation.TOO_SLOW
                        : switch (code(e)) {
                            case BUSY, 6 -> "another program is writing to it";
                            case 8 -> "it may only be read";
                            case 10 -> "the disk fails";
                            case 11 -> "it is damaged";
                            case 13 -> "the disk is full";
                            case 14 -> "the file can't be opened";
                            case NO_DATABASE -> "it is not a SQLite database";
                            default -> null;
                        });
    }

    /** SQLite's result codes, of which the last byte tells the kind: <a href="https://sqlite.org/rescode.html">rescode</a>. */
    private static int code(SQLException e) {
        return e.getErrorCode() & 0xff;
    }
}
