package steward.conversation.session;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import steward.dashboard.Reader;
import steward.worksheet.values.Notation;

/**
 * What a turn needs to know beside the plan: the time, the rep who reads it, and a source of ids.
 *
 * @param reader the rep, as they read what is said
 * @param ids a new id each time, for messages and plans; nobody can guess one
 * @param publicUrl where calendars reach Steward, without a slash at its end; empty if they can't
 */
public record TurnContext(Instant now, Reader reader, Supplier<String> ids, Optional<String> publicUrl) {

    /** Where no calendar reaches Steward. */
    public TurnContext(Instant now, Reader reader, Supplier<String> ids) {
        this(now, reader, ids, Optional.empty());
    }

    /** The rep's own day. */
    public LocalDate today() {
        return reader.today();
    }

    public Notation notation() {
        return reader.notation();
    }
}
