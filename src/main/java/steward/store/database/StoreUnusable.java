package steward.store.database;

import org.jspecify.annotations.Nullable;

/** Says in one plain sentence, which names the store, why it can't be used. */
public final class StoreUnusable extends RuntimeException {

    private static final long serialVersionUID = 1;

    StoreUnusable(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /** The store can't be opened. */
    static StoreUnusable closed(String store, @Nullable String reason, @Nullable Throwable cause) {
        return new StoreUnusable("Steward can't open its store " + store + ": " + reason + ".", cause);
    }
}
