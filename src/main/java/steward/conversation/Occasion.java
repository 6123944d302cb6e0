package steward.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;
import steward.worksheet.Notation;

/**
 * When and where a turn is taken.
 *
 * @param today the rep's own day
 * @param ids a new id each time, for messages and plans
 */
record Occasion(Instant now, LocalDate today, Notation notation, Supplier<String> ids) {}
