package steward.store.database;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.rep.RepId;

/** A database whose work is timed; and when the world keeps it from that, somebody can read why in a plain sentence. */
public final class MeteredDatabase implements Database {

    private static final Logger LOG = LoggerFactory.getLogger(MeteredDatabase.class);

    private final Database database;
    private final DatabaseLocation place;
    private final Timer writes;
    private final Timer reads;

    public MeteredDatabase(Database database, DatabaseLocation place, MeterRegistry registry) {
        this.database = database;
        this.place = place;
        this.writes = timer(registry, "write");
        this.reads = timer(registry, "read");
    }

    private static Timer timer(MeterRegistry registry, String work) {
        return Timer.builder("steward.store")
                .description("Work in the store, the wait for others included")
                .tag("work", work)
                .register(registry);
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        return watched(writes, () -> database.write(work));
    }

    @Override
    public <T> T write(RepId rep, Function<Handle, T> work) {
        return watched(writes, () -> database.write(rep, work));
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        return watched(reads, () -> database.read(work));
    }

    private <T> T watched(Timer timer, Supplier<T> work) {
        Timer.Sample sample = Timer.start();
        try {
            return work.get();
        } catch (RuntimeException e) {
            place.outage(e).ifPresent(reason -> LOG.error("Steward can't use its store {}: {}.", place, reason));
            throw e;
        } finally {
            sample.stop(timer);
        }
    }

    @Override
    public String passingOverLocked() {
        return database.passingOverLocked();
    }

    @Override
    public boolean isClosed() {
        return database.isClosed();
    }

    @Override
    public void close() {
        database.close();
    }
}
