package steward.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;
import steward.dashboard.Reader;
import steward.worksheet.Notation;

/**
 * When and where a turn is taken.
 *
 * @param reader the rep, as they read what is said
 * @param ids a new id each time, for messages and plans
 */
record Occasion(Instant now, Reader reader, Supplier<String> ids) {

    /** The rep's own day. */
    LocalDate today() {
        return reader.today();
    }

    Notation notation() {
        return reader.notation();
    }
}
