package steward.store;

/**
 * What waits in the store.
 *
 * @param unsent messages that wait to be sent
 * @param due reps who wait to be looked after
 */
public record Backlog(long unsent, long due) {}
