package steward.conversation.session;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;
import steward.dashboard.Reader;
import steward.worksheet.values.Notation;

/**
 * What a turn needs to know beside the plan: the time, the rep who reads it, and a source of ids.
 *
 * @param reader the rep, as they read what is said
 * @param ids a new id each time, for messages and plans
 */
public record TurnContext(Instant now, Reader reader, Supplier<String> ids) {

    /** The rep's own day. */
    public LocalDate today() {
        return reader.today();
    }

    public Notation notation() {
        return reader.notation();
    }
}
