package steward.store;

import java.nio.file.Path;
import steward.conversation.Desks;
import steward.message.Outbox;
import steward.nudges.Wakes;
import steward.rep.Handshakes;
import steward.rep.Installations;
import steward.rep.Reps;

/** What Steward never forgets: the reps, their plans, and the messages on their way to them. */
public final class Store implements AutoCloseable {

    private final Sqlite database;
    private final Worker worker = Worker.here();

    private Store(Sqlite database) {
        this.database = database;
    }

    /**
     * Opens the store that is kept in a SQLite file, making the file and its folder if there are none.
     *
     * @throws StoreUnusable if it can't be opened
     */
    public static Store sqlite(Path file) {
        return new Store(Sqlite.open(file));
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

    /** What lets Steward into workspaces is kept as it is given: whoever gives it has encrypted it. */
    public Installations installations() {
        return new StoredInstallations(database);
    }

    public Handshakes handshakes() {
        return new StoredHandshakes(database);
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
