package steward.store.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import steward.conversation.session.Deadline;
import steward.rep.RepId;

/** A PostgreSQL database, open: written by several at once, also by several processes, but for one rep by one at a time. */
public final class PostgresDatabase implements Database {

    private static final int POOL_CONNECTIONS = 10;

    /** How long to wait for a connection, in use or yet to be made, and for a sign that one still works. */
    private static final Duration CONNECTION_WAIT_MAX = Duration.ofSeconds(2);

    private static final Duration CONNECT_MAX = Duration.ofMillis(1_500);
    private static final Duration SIGN_OF_LIFE_MAX = Duration.ofSeconds(1);

    /** How long what is done in the background may wait for another, or take. */
    private static final Duration STATEMENT_MAX = Duration.ofSeconds(4);

    /** How long PostgreSQL may say nothing at all, though it should have ended a statement by then: it is gone, or stands still. */
    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);

    /** How long a network that lost its other end may seem to be there. */
    private static final Duration SILENCE_MAX = Duration.ofMinutes(1);

    /** How often to begin what PostgreSQL ended because it stood in the way of something else, and that in its. */
    private static final int TRIES_MAX = 5;

    /** Before the second try, and each time so much longer, so that what it stood in the way of is past it. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final LongAdder commits = new LongAdder();

    private PostgresDatabase(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
    }

    public static PostgresDatabase open(PostgresLocation place) {
        // Over a connection of its own, since a pool would log what goes wrong before we can say it plainly.
        try (Handle first = Jdbi.create(place::connect).open()) {
            if (!PostgresLocks.shareStore(first)) {
                throw StoreUnusable.closed(place.toString(), "a backup is being restored into it", null);
            }
            assertKeepsAllCharacters(first, place);
            first.useTransaction(handle -> {
                PostgresLocks.awaitMigrations(handle);
                place.migrations.run(handle, place.toString());
            });
            // Before the first connection lets go of its share.
            return new PostgresDatabase(pool(place));
        } catch (JdbiException | PoolInitializationException e) {
            throw place.unusable(e);
        }
    }

    private static void assertKeepsAllCharacters(Handle handle, PostgresLocation place) {
        String encoding =
                handle.createQuery("show server_encoding").mapTo(String.class).one();
        if (!encoding.equals("UTF8")) {
            throw StoreUnusable.closed(
                    place.toString(), "its encoding is " + encoding + ", and Steward needs UTF8", null);
        }
    }

    private static HikariDataSource pool(PostgresLocation place) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(place.url());
        config.setDataSourceProperties(servingSettings());
        config.setMaximumPoolSize(POOL_CONNECTIONS);
        config.setConnectionTimeout(CONNECTION_WAIT_MAX.toMillis());
        config.setValidationTimeout(SIGN_OF_LIFE_MAX.toMillis());
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionInitSql(PostgresLocks.SHARE_STORE
                + "; set lock_timeout = " + STATEMENT_MAX.toMillis()
                + "; set statement_timeout = " + STATEMENT_MAX.toMillis()
                // So that nobody waits for ever for a process that is gone unnoticed.
                + "; set idle_in_transaction_session_timeout = " + SILENCE_MAX.toMillis());
        config.setPoolName("store");
        return new HikariDataSource(config);
    }

    /** What holds unless the address says otherwise. */
    static Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("ApplicationName", "Steward");
        settings.setProperty("tcpKeepAlive", "true");
        settings.setProperty("reWriteBatchedInserts", "true");
        return settings;
    }

    /** On the connections that serve alone: an export or a backup takes its time. */
    private static Properties servingSettings() {
        Properties settings = settings();
        settings.setProperty("connectTimeout", seconds(CONNECT_MAX));
        settings.setProperty("loginTimeout", seconds(CONNECT_MAX));
        settings.setProperty("socketTimeout", seconds(ANSWER_MAX));
        return settings;
    }

    /** Whole ones, which is what the driver takes. */
    private static String seconds(Duration duration) {
        return Long.toString(duration.plusMillis(999).toSeconds());
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        return transaction(handle -> {
            if (Deadline.isSet()) {
                PostgresLocks.limitWaits(handle, Deadline.left(STATEMENT_MAX));
            }
            return work.apply(handle);
        });
    }

    private <T> T transaction(Function<Handle, T> work) {
        for (int tries = 1; true; tries++) {
            assertTimeIsLeft();
            try {
                T result = jdbi.inTransaction(work::apply);
                commits.increment();
                return result;
            } catch (JdbiException e) {
                if (tries == TRIES_MAX || !isTurnedBack(e)) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.multipliedBy(tries).toNanos());
            }
        }
    }

    private static void assertTimeIsLeft() {
        if (Deadline.left(STATEMENT_MAX).isZero()) {
            throw new WaitOver();
        }
    }

    /** Whether PostgreSQL ended a transaction that may well succeed another time: a deadlock, or one that can't be put in order with others. */
    private static boolean isTurnedBack(JdbiException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e && e.getSQLState() != null) {
                return e.getSQLState().startsWith("40");
            }
        }
        return false;
    }

    @Override
    public <T> T write(RepId rep, Function<Handle, T> work) {
        return transaction(handle -> {
            if (Deadline.isSet()) {
                PostgresLocks.awaitRep(handle, rep, Deadline.left(STATEMENT_MAX));
            } else {
                PostgresLocks.awaitRep(handle, rep);
            }
            return work.apply(handle);
        });
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        assertTimeIsLeft();
        return jdbi.withHandle(work::apply);
    }

    /** PostgreSQL looks after that itself: its vacuum makes room of what is dead. */
    @Override
    public void erased() {}

    @Override
    public void letTracesGo() {}

    @Override
    public String passingOverLocked() {
        return "for update skip locked";
    }

    @Override
    public long commits() {
        return commits.sum();
    }

    @Override
    public boolean isClosed() {
        return pool.isClosed();
    }

    @Override
    public void close() {
        pool.close();
    }
}
