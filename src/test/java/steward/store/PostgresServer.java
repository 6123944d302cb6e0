package steward.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import steward.store.database.DatabaseLocation;

/**
 * A real PostgreSQL for the tests: one server for them all, and a database of its own for whoever asks.
 *
 * <p>Where none can be had for the platform, the test that asks is skipped and says why; with {@code CI=true} it fails, since nobody reads
 * what was skipped there. The server ends with the process.
 */
public final class PostgresServer {

    /** Who connects, by a password that is looked for where none may be told. */
    private static final String USER = "steward";

    public static final String PASSWORD = "password-of-the-tests";

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable PostgresServer running;

    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /** The address of a database that is empty, and sorts words as people do, not as SQLite does. */
    public static String freshDatabase() {
        return running().create();
    }

    public static DatabaseLocation place(String address) {
        return DatabaseLocation.postgresql(address).orElseThrow();
    }

    private static synchronized PostgresServer running() {
        if (running == null) {
            running = start();
        }
        return running;
    }

    private static PostgresServer start() {
        try {
            PostgresServer server = new PostgresServer(EmbeddedPostgres.builder()
                    // What a test writes need not outlive the machine.
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("deadlock_timeout", "100ms")
                    .start());
            server.admin("create user " + USER + " password '" + PASSWORD + "'");
            server.askForPassword();
            return server;
        } catch (IOException | IllegalStateException e) {
            String reason = "This test needs a PostgreSQL, and none could be started here: " + e.getMessage();
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(reason, e);
            }
            return Assumptions.abort(reason);
        }
    }

    /** Its first rule that fits decides who is let in; those that it comes with let everybody in. */
    private void askForPassword() throws IOException {
        Path rules = Path.of(Jdbi.create(server.getPostgresDatabase())
                .<String, RuntimeException>withHandle(handle ->
                        handle.createQuery("show hba_file").mapTo(String.class).one()));
        Files.writeString(rules, "host all " + USER + " 127.0.0.1/32 scram-sha-256\n" + Files.readString(rules));
        admin("select pg_reload_conf()");
    }

    private String create() {
        String name = "fresh" + DATABASES.incrementAndGet();
        admin("create database " + name + " owner " + USER
                + " template template0 encoding 'UTF8' locale_provider icu icu_locale 'en-US'");
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&password=%s"
                .formatted(server.getPort(), name, USER, PASSWORD);
    }

    private void admin(String sql) {
        Jdbi.create(server.getPostgresDatabase()).useHandle(handle -> handle.execute(sql));
    }
}
