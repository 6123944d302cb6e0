package steward.plan;

import java.time.Instant;

/**
 * One line of a plan's journal: something that happened, never changed after.
 *
 * @param question the key of the question it is about, empty if none
 * @param row the table row from 1; 0 outside tables
 * @param value what is kept, as the kind says; empty if nothing
 * @param said the rep's own words, as typed; empty if there were none
 */
public record Entry(Kind kind, String question, int row, String value, String said, Instant at) {}
