package steward.store.outages;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import steward.conversation.session.StoreUnavailable;
import steward.rep.RepId;
import steward.store.database.Database;
import steward.store.database.DatabaseLocation;

/** A database whose work is timed; when the world keeps it from that, {@link StoreUnavailable} is thrown, and the log says why in a plain sentence. */
public final class MeteredDatabase implements Database {

    private final Database database;
    private final DatabaseLocation place;
    private final StoreOutages outages;
    private final Runnable onErased;
    private final Timer writes;
    private final Timer reads;

    private volatile long wroteNanos;

    /** @param onErased hears whenever something was deleted that nobody is to find any more */
    public MeteredDatabase(Database database, DatabaseLocation place, MeterRegistry registry, Runnable onErased) {
        this.database = database;
        this.place = place;
        this.onErased = onErased;
        this.outages = new StoreOutages(place.toString(), System::nanoTime);
        this.writes = timer(registry, "write");
        this.reads = timer(registry, "read");
        this.wroteNanos = outages.now();
        FunctionCounter.builder("steward.store.commits", database, Database::commits)
                .description("Transactions committed, each of which may be of several reps")
                .register(registry);
    }

    private static Timer timer(MeterRegistry registry, String work) {
        return Timer.builder("steward.store")
                .description("Work in the store, the wait for others included")
                .tag("work", work)
                .register(registry);
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        return timed(writes, true, () -> database.write(work));
    }

    @Override
    public <T> T write(RepId rep, Function<Handle, T> work) {
        return timed(writes, true, () -> database.write(rep, work));
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        return timed(reads, false, () -> database.read(work));
    }

    /** Tries whether it can be written to, which is no work of its own. */
    public <T> T probe(Function<Handle, T> work) {
        return watched(true, () -> database.write(work));
    }

    private <T> T timed(Timer timer, boolean writing, Supplier<T> work) {
        Timer.Sample sample = Timer.start();
        try {
            T result = watched(writing, work);
            if (writing) {
                wroteNanos = outages.now();
            }
            return result;
        } finally {
            sample.stop(timer);
        }
    }

    private <T> T watched(boolean writing, Supplier<T> work) {
        long begun = outages.now();
        try {
            T result = work.get();
            outages.succeeded(writing, begun);
            return result;
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            throw place.outage(e)
                    .<RuntimeException>map(reason -> new StoreUnavailable(outages.failed(reason, writing), e))
                    .orElse(e);
        }
    }

    /** Why it can't be used now; empty if it can. */
    public Optional<String> trouble() {
        return outages.reason();
    }

    /** How long nothing has been written. */
    public Duration sinceLastWrite() {
        return Duration.ofNanos(outages.now() - wroteNanos);
    }

    @Override
    public void erased() {
        onErased.run();
        database.erased();
    }

    @Override
    public void letTracesGo() {
        watched(true, () -> {
            database.letTracesGo();
            return true;
        });
    }

    @Override
    public String passingOverLocked() {
        return database.passingOverLocked();
    }

    @Override
    public long commits() {
        return database.commits();
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
