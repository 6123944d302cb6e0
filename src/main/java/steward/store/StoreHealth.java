package steward.store;

import java.util.List;

/**
 * Whether a store can be used.
 *
 * @param isWell whether it can
 * @param facts what is known of that, a few words each
 */
public record StoreHealth(boolean isWell, List<String> facts) {}
