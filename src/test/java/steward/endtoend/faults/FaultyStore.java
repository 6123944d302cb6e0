package steward.endtoend.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import steward.endtoend.fixtures.ServeProcess;
import steward.endtoend.fixtures.TestStore;

/** Keeps the program from its store for a while: a file is locked, or takes no more; a PostgreSQL is locked, or dies and comes back. */
final class FaultyStore {

    /** Less than anything that is written. */
    private static final String NO_ROOM = "--fsize=4096:unlimited";

    private static final String ROOM = "--fsize=unlimited:unlimited";

    private final TestStore store;
    private final Random random;
    private int locked;
    private int full;
    private int restarted;

    FaultyStore(TestStore store, long seed) {
        this.store = store;
        this.random = new Random(seed);
    }

    private boolean isPostgres() {
        return store.databaseUrl().isPresent();
    }

    /** Does one or the other, and mends it. */
    void fail(ServeProcess serving) throws IOException, InterruptedException {
        Duration lasts = Duration.ofMillis(1_000 + random.nextInt(3_000));
        if (random.nextBoolean()) {
            lock(lasts);
        } else if (isPostgres()) {
            restart();
        } else {
            fill(serving.pid(), lasts);
        }
    }

    private void lock(Duration lasts) throws InterruptedException {
        try (Handle other = store.jdbi().open()) {
            other.execute(isPostgres() ? "begin; lock table delivery in access exclusive mode" : "begin immediate");
            locked++;
            TimeUnit.MILLISECONDS.sleep(lasts.toMillis());
            other.execute("rollback");
        } catch (JdbiException e) {
            // It was in use just then.
        }
    }

    /** One of its processes is killed: then the server ends all others, and recovers. */
    private void restart() {
        try (Handle handle = store.jdbi().open()) {
            long pid = handle.createQuery("select pg_backend_pid()")
                    .mapTo(long.class)
                    .one();
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            restarted++;
        } catch (JdbiException e) {
            // It is dead.
        }
    }

    /** No file of the program may grow, as if the disk were full. */
    private void fill(long pid, Duration lasts) throws IOException, InterruptedException {
        if (limit(pid, NO_ROOM)) {
            full++;
            TimeUnit.MILLISECONDS.sleep(lasts.toMillis());
            limit(pid, ROOM);
        }
    }

    private static boolean limit(long pid, String limit) throws InterruptedException {
        try {
            return new ProcessBuilder("prlimit", "--pid", String.valueOf(pid), limit)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    String met() {
        return isPostgres()
                ? "locked %d, PostgreSQL killed and recovered %d".formatted(locked, restarted)
                : "locked %d, disk full %d".formatted(locked, full);
    }
}
