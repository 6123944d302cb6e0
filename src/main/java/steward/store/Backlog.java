package steward.store;

import java.time.Duration;

/**
 * What waits in the store.
 *
 * @param unsent messages that wait to be sent
 * @param oldestUnsent how long the oldest of them has waited
 * @param due reps who wait to be looked after
 */
public record Backlog(long unsent, Duration oldestUnsent, long due) {}
