package steward.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jdbi.v3.core.JdbiException;
import steward.conversation.session.Deadline;
import steward.conversation.session.ExpiredRecords;
import steward.conversation.session.Health;
import steward.conversation.session.PersonalDataRequests;
import steward.conversation.session.RepSession;
import steward.conversation.session.RepSessions;
import steward.conversation.session.StoreUnavailable;
import steward.message.Outbox;
import steward.nudges.WakeTimes;
import steward.rep.Installations;
import steward.rep.RepId;
import steward.rep.Reps;
import steward.store.PlanCache.OfRep;
import steward.store.database.DatabaseLocation;
import steward.store.installations.StoredInstallations;
import steward.store.outages.MeteredDatabase;
import steward.store.outages.StoreWatch;
import steward.store.retention.StoredExpiredRecords;

/** What Steward never forgets: the reps, their plans, and the messages on their way to them. */
public final class Store implements AutoCloseable {

    private final MeteredDatabase database;
    private final Worker worker = Worker.here();
    private final PlanCache cache;
    private final StoredOutbox outbox;
    private final ExpiredRecords expiredRecords;
    private final StoreWatch watch;

    private Store(DatabaseLocation place, MeterRegistry registry) {
        this.cache = new PlanCache();
        this.database = new MeteredDatabase(place.open(), place, registry, this::erased);
        this.outbox = new StoredOutbox(database, worker);
        this.expiredRecords = new StoredExpiredRecords(database);
        this.watch = new StoreWatch(database, this::isReady, place::spaceLeft, System::nanoTime);
    }

    /**
     * Opens the store that is kept in a place, making what is not there yet.
     *
     * @throws StoreUnusable if it can't be opened
     */
    public static Store open(DatabaseLocation place) {
        return open(place, new CompositeMeterRegistry());
    }

    /** The same, and its work is timed. */
    public static Store open(DatabaseLocation place, MeterRegistry registry) {
        return new Store(place, registry);
    }

    /** Opens the store that is kept in a SQLite file. */
    public static Store sqlite(Path file) {
        return open(DatabaseLocation.file(file));
    }

    /** Looks at the plans of one rep in a store, as they are at one moment, while others go on, and changes nothing. */
    public static <T> T look(DatabaseLocation place, RepId rep, Instant now, Function<RepSession, T> look) {
        return place.snapshot(handle -> {
            place.migrations.assertUpToDate(handle, place.toString());
            return look.apply(new StoredRepSession(handle, Worker.here(), rep, "", now, OfRep.NOTHING));
        });
    }

    /**
     * Changes the plans of one rep in a store, as a whole or not at all, while Steward serves or not.
     *
     * @param delivery by what name it came; unlike any before
     */
    public static <T> T write(
            DatabaseLocation place, RepId rep, String delivery, Instant now, Function<RepSession, T> work) {
        return place.change(handle -> {
            place.migrations.assertUpToDate(handle, place.toString());
            if (!StoredRepSessions.isFirst(handle, rep, delivery, now)) {
                throw new IllegalStateException("That was taken before");
            }
            StoredRepSession session = new StoredRepSession(handle, Worker.here(), rep, delivery, now, OfRep.NOTHING);
            return StoredRepSessions.taken(session, work).result();
        });
    }

    public RepSessions sessions() {
        return new StoredRepSessions(database, worker, cache);
    }

    public Outbox outbox() {
        return outbox;
    }

    public Reps reps() {
        return new StoredReps(database);
    }

    public WakeTimes wakeTimes() {
        return new StoredWakeTimes(database);
    }

    public PersonalDataRequests personalDataRequests() {
        return new StoredPersonalDataRequests(database, worker);
    }

    public ExpiredRecords expiredRecords() {
        return expiredRecords;
    }

    public Backlog backlog(Instant now) {
        return database.read(handle -> handle.createQuery("""
                        select
                            (select count(*) from intent where state in ('waiting', 'doubtful')) as unsent,
                            (select coalesce(min(created_at), :now) from intent where state in ('waiting', 'doubtful'))
                                as oldest,
                            (select count(*) from rep where wake_at <= :now) as due
                        """)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> new Backlog(
                        row.getLong("unsent"),
                        Duration.ofMillis(Math.max(0, now.toEpochMilli() - row.getLong("oldest"))),
                        row.getLong("due")))
                .one());
    }

    /** What lets Steward into workspaces is kept as it is given: whoever gives it has encrypted it. */
    public Installations installations() {
        return new StoredInstallations(database);
    }

    /** Begins to watch over itself, on a thread of its own. */
    public void watch() {
        watch.start();
    }

    /** What somebody deleted is not to be found in memory either. */
    private void erased() {
        cache.clear();
        outbox.forgetRooms();
    }

    /** Looks once how it does. */
    void look() {
        watch.look();
    }

    /** How it does, as far as it was seen: from memory, whatever the database does. */
    public Health health() {
        return watch.health();
    }

    /**
     * Whether the database answers, and what is written to it is there to stay; not once it is closed. Something is really written: a disk
     * that hangs is read from memory for long.
     */
    public boolean isReady() {
        try {
            return Deadline.in(StoreWatch.PROBE_MAX)
                    .within(() -> database.probe(handle -> StoredWorkers.isKept(handle, worker)));
        } catch (StoreUnavailable | JdbiException e) {
            return false;
        }
    }

    /** Leaves what is unsent to whoever comes next. */
    @Override
    public void close() {
        watch.close();
        if (!database.isClosed()) {
            try {
                new StoredWorkers(database).leave(worker);
            } finally {
                database.close();
            }
        }
    }
}
