package steward.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Function;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.conversation.session.PersonalDataRequests;
import steward.conversation.session.RepSession;
import steward.conversation.session.RepSessions;
import steward.message.Outbox;
import steward.nudges.WakeTimes;
import steward.rep.Installations;
import steward.rep.PendingInstallations;
import steward.rep.RepId;
import steward.rep.Reps;
import steward.store.database.Database;
import steward.store.database.DatabaseLocation;
import steward.store.database.MeteredDatabase;
import steward.store.database.Migrations;

/** What Steward never forgets: the reps, their plans, and the messages on their way to them. */
public final class Store implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Store.class);

    private final Database database;
    private final Worker worker = Worker.here();

    private Store(Database database) {
        this.database = database;
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
        return new Store(new MeteredDatabase(place.open(), place, registry));
    }

    /** Opens the store that is kept in a SQLite file. */
    public static Store sqlite(Path file) {
        return open(DatabaseLocation.file(file));
    }

    /** Looks at the plans of one rep in a store, as they are at one moment, while others go on, and changes nothing. */
    public static <T> T look(DatabaseLocation place, RepId rep, Instant now, Function<RepSession, T> look) {
        return place.snapshot(handle -> {
            place.migrations.assertUpToDate(handle, place.toString());
            return look.apply(new StoredRepSession(handle, Worker.here(), rep, "", now));
        });
    }

    public RepSessions sessions() {
        return new StoredRepSessions(database, worker);
    }

    public Outbox outbox() {
        return new StoredOutbox(database, worker);
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

    public Backlog backlog(Instant now) {
        return database.read(handle -> handle.createQuery("""
                        select
                            (select count(*) from intent where state in ('waiting', 'doubtful')) as unsent,
                            (select count(*) from rep where wake_at <= :now) as due
                        """)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> new Backlog(row.getLong("unsent"), row.getLong("due")))
                .one());
    }

    /** What lets Steward into workspaces is kept as it is given: whoever gives it has encrypted it. */
    public Installations installations() {
        return new StoredInstallations(database);
    }

    public PendingInstallations pendingInstallations() {
        return new StoredPendingInstallations(database);
    }

    /** Whether the database answers; not once it is closed. */
    public boolean isReady() {
        try {
            return database.read(handle -> Migrations.version(handle) > 0);
        } catch (JdbiException e) {
            LOG.warn("The store does not answer", e);
            return false;
        }
    }

    /** Leaves what is unsent to whoever comes next. */
    @Override
    public void close() {
        if (!database.isClosed()) {
            new StoredWorkers(database).leave(worker);
            database.close();
        }
    }
}
