package steward.store;

import org.jspecify.annotations.Nullable;

/** Says in one plain sentence, which names the file, why the store can't be opened. */
public final class StoreUnusable extends RuntimeException {

    private static final long serialVersionUID = 1;

    StoreUnusable(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
