package steward.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;
import steward.store.PostgresServer;
import steward.store.Store;
import steward.store.database.Backup;
import steward.store.database.DatabaseLocation;

/**
 * How long it takes to move 10,000 plans from SQLite to PostgreSQL, and back.
 *
 * <p>Not a test: it asserts nothing. The PostgreSQL is the tests' own, on this machine, and does not wait for the disk. {@code src/bench/README.md} tells how to run it.
 */
public final class MoveBenchmark {

    private static final int PLANS = 10_000;

    private MoveBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("move-benchmark");
        try {
            Path file = folder.resolve("steward.db");
            Store.sqlite(file).close();
            Jdbi sqlite = Jdbi.create("jdbc:sqlite:" + file);
            sqlite.useTransaction(handle -> new PlanRows(handle).ofOthers(PLANS, 0));
            long entries = sqlite.withHandle(handle -> handle.createQuery("select count(*) from entry")
                    .mapTo(long.class)
                    .one());
            System.out.printf(Locale.ROOT, "%,d plans, %,d entries, %,d bytes%n", PLANS, entries, Files.size(file));
            DatabaseLocation database = PostgresServer.place(PostgresServer.freshDatabase());
            move(DatabaseLocation.file(file), database, folder.resolve("there.backup"), "SQLite to PostgreSQL");
            DatabaseLocation back = DatabaseLocation.file(folder.resolve("back/steward.db"));
            move(database, back, folder.resolve("back.backup"), "PostgreSQL to SQLite");
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted((one, other) -> other.compareTo(one))
                        .forEach(each -> each.toFile().delete());
            }
        }
    }

    private static void move(DatabaseLocation from, DatabaseLocation to, Path file, String title) {
        long begun = System.nanoTime();
        Backup backup = new Backup(file);
        backup.write(from);
        long written = System.nanoTime();
        long plans = backup.restore(to, Instant.now()).content().plans();
        long restored = System.nanoTime();
        System.out.printf(
                Locale.ROOT,
                "%s: %,d plans in %.1f s (backup %.1f s, restore %.1f s)%n",
                title,
                plans,
                (restored - begun) / 1e9,
                (written - begun) / 1e9,
                (restored - written) / 1e9);
    }
}
