package steward.store.outages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.store.database.DatabaseLocation;

/** A store that nobody uses, on a disk that answers when it likes. */
class StoreWatchTest {

    private final AtomicLong nanos = new AtomicLong();
    /** One for each write that the disk is to end. */
    private final Semaphore disk = new Semaphore(0);

    private MeteredDatabase database;
    private StoreWatch watch;

    @BeforeEach
    void open(@TempDir Path folder) {
        DatabaseLocation place = DatabaseLocation.file(folder.resolve("steward.db"));
        database = new MeteredDatabase(place.open(), place, new SimpleMeterRegistry(), () -> {});
        watch = new StoreWatch(
                database,
                () -> {
                    disk.acquireUninterruptibly();
                    return true;
                },
                OptionalLong::empty,
                nanos::get);
    }

    @AfterEach
    void close() {
        disk.release(1_000);
        watch.close();
        database.close();
    }

    private void goesBy(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void aDiskThatHangsIsKnownWithinTwoSecondsAndWhenItIsOver() {
        disk.release();
        watch.look();
        assertThat(watch.health().isWell()).isTrue();

        watch.start();
        await("it waits for the disk").until(disk::hasQueuedThreads);
        goesBy(Duration.ofSeconds(2));
        assertThat(watch.health().isWell()).isFalse();
        assertThat(watch.health().facts()).contains("store: it does not answer", "store answered: 2000 ms ago");

        disk.release();
        await("it goes on").until(() -> watch.health().isWell());
    }

    @Test
    void oneThatIsSlowIsStillOfUse() {
        disk.release();
        watch.look();
        goesBy(StoreWatch.EVERY.plus(StoreWatch.PROBE_MAX));

        assertThat(watch.health().isWell()).isTrue();
    }
}
