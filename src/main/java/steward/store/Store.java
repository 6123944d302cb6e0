package steward.store;

import java.nio.file.Path;
import steward.conversation.Desks;
import steward.message.Outbox;
import steward.nudges.Wakes;
import steward.rep.Reps;

/** What Steward never forgets: the reps, their plans, and the messages on their way to them. */
public final class Store implements AutoCloseable {

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
    public static Store open(Place place) {
        return new Store(place.open());
    }

    /** Opens the store that is kept in a SQLite file. */
    public static Store sqlite(Path file) {
        return open(Place.file(file));
    }

    public Desks desks() {
        return new StoredDesks(database, worker);
    }

    public Outbox outbox() {
        return new StoredOutbox(database, worker);
    }

    public Reps reps() {
        return new StoredReps(database);
    }

    public Wakes wakes() {
        return new StoredWakes(database);
    }

    /** Whether the database answers; not once it is closed. */
    public boolean isReady() {
        return database.isReady();
    }

    /** Leaves what is unsent to whoever comes next. */
    @Override
    public void close() {
        if (!database.isClosed()) {
            StoredOutbox.leave(database, worker);
            database.close();
        }
    }
}
