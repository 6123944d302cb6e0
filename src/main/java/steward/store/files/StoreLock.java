package steward.store.files;

/** Marks a store as in use, until it is closed or the process ends, however it does. */
public final class StoreLock implements AutoCloseable {

    private final AutoCloseable held;

    public StoreLock(AutoCloseable held) {
        this.held = held;
    }

    @Override
    public void close() {
        try {
            held.close();
        } catch (Exception e) {
            // What can't be let go of now goes with the process.
            throw new IllegalStateException("The store is still marked as in use: " + e.getMessage(), e);
        }
    }
}
