package steward.store.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;
import steward.conversation.session.Deadline;

/**
 * Group commit: writes that come at the same time to a SQLite file share one transaction, and so one sync of the disk.
 *
 * <p>Each is done on its own thread, one after the other in the order in which they came. Whoever begins a transaction goes once more to the
 * end of the queue to commit it: all who were waiting then are in it, and nobody waits for more to come. A write that fails takes back what it
 * did itself; a commit that fails fails all.
 */
final class GroupCommit {

    private static final String SAVEPOINT = "one_of_many";

    private final Jdbi jdbi;

    /** How long what is done in the background waits for its turn, or for another process that writes: a tool, or a Steward that is just ending. */
    private final Duration waitMax;

    /** Held while writing, as SQLite waits for its own lock by sleeping and trying again: slow, and unfair to whoever came first. */
    private final ReentrantLock writing = new ReentrantLock(true);

    private final LongAdder count = new LongAdder();

    /** What is not yet committed; guarded by the lock. */
    private @Nullable Batch open;

    GroupCommit(Jdbi jdbi, Duration waitMax) {
        this.jdbi = jdbi;
        this.waitMax = waitMax;
    }

    /** Does something as a whole or not at all, and returns once it is on the disk. */
    <T> T write(Function<Handle, T> work) {
        awaitTurn();
        Batch batch;
        boolean begins;
        T result;
        try {
            if (writing.getHoldCount() > 1) {
                throw new IllegalStateException("A write within a write");
            }
            Batch current = open;
            begins = current == null;
            batch = current == null ? begin() : current;
            result = begins ? first(batch, work) : further(batch, work);
            if (begins && !writing.hasQueuedThreads()) {
                end(batch);
            }
        } finally {
            writing.unlock();
        }
        if (begins) {
            commit(batch);
        }
        batch.await(Deadline.left(waitMax));
        return result;
    }

    /** Does something while nothing is being written. */
    <T> T alone(Supplier<T> work) {
        awaitTurn();
        try {
            if (open != null) {
                end(open);
            }
            return work.get();
        } finally {
            writing.unlock();
        }
    }

    /** How many transactions were committed. */
    long count() {
        return count.sum();
    }

    /** How many wait for their turn. */
    int waiting() {
        return writing.getQueueLength();
    }

    private void awaitTurn() {
        try {
            if (!writing.tryLock(Deadline.left(waitMax).toNanos(), TimeUnit.NANOSECONDS)) {
                throw new WaitOver();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitOver();
        }
    }

    private Batch begin() {
        Handle handle = jdbi.open();
        try {
            // What is left once this process's own writes are past.
            setBusyTimeout(handle, Deadline.left(waitMax));
            handle.begin();
            open = new Batch(handle);
            return open;
        } catch (RuntimeException e) {
            discard(handle, e);
            throw e;
        }
    }

    static void setBusyTimeout(Handle handle, Duration atMost) {
        try {
            handle.getConnection().unwrap(SQLiteConnection.class).setBusyTimeout((int) atMost.toMillis());
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    private <T> T first(Batch batch, Function<Handle, T> work) {
        try {
            return work.apply(batch.handle);
        } catch (RuntimeException | Error e) {
            fail(batch, e);
            throw e;
        }
    }

    private <T> T further(Batch batch, Function<Handle, T> work) {
        try {
            batch.handle.savepoint(SAVEPOINT);
            T result = work.apply(batch.handle);
            batch.handle.releaseSavepoint(SAVEPOINT);
            return result;
        } catch (RuntimeException | Error e) {
            takeBack(batch, e);
            throw e;
        }
    }

    /** Where SQLite ended the whole transaction by itself, as it does when the disk is full, nothing of it is left to be committed. */
    private void takeBack(Batch batch, Throwable why) {
        try {
            batch.handle.rollbackToSavepoint(SAVEPOINT);
        } catch (RuntimeException e) {
            why.addSuppressed(e);
            fail(batch, why);
        }
    }

    /** Behind all who were waiting when the batch was begun, unless somebody has ended it before. */
    private void commit(Batch batch) {
        writing.lock();
        try {
            if (open == batch) {
                end(batch);
            }
        } finally {
            writing.unlock();
        }
    }

    private void end(Batch batch) {
        try {
            batch.handle.commit();
        } catch (RuntimeException | Error e) {
            fail(batch, e);
            return;
        }
        count.increment();
        open = null;
        batch.handle.close();
        batch.over.complete(true);
    }

    private void fail(Batch batch, Throwable why) {
        open = null;
        discard(batch.handle, why);
        batch.over.completeExceptionally(why);
    }

    /** What goes wrong then is nothing beside what went wrong before. */
    private static void discard(Handle handle, Throwable why) {
        try (handle) {
            handle.rollback();
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
    }

    /** Writes that are committed together. */
    private static final class Batch {
        private final Handle handle;
        private final CompletableFuture<Boolean> over = new CompletableFuture<>();

        Batch(Handle handle) {
            this.handle = handle;
        }

        void await(Duration atMost) {
            try {
                over.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
            } catch (ExecutionException e) {
                throw unchecked(e.getCause());
            } catch (TimeoutException e) {
                throw new WaitOver();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new WaitOver();
            }
        }

        private static RuntimeException unchecked(@Nullable Throwable cause) {
            return cause instanceof RuntimeException failure ? failure : new CompletionException(cause);
        }
    }
}
