package steward.message;

import java.util.Optional;
import steward.rep.RepId;

/**
 * A message to be sent: stored in the transaction that decided on it, and sent once after it.
 *
 * @param id unique; the message carries it, so that one whose sending is in doubt can be found again
 * @param body the message as it will be sent, drawn already
 * @param channel where it is shared; empty: it goes to the rep's DM
 */
public record Intent(String id, RepId rep, Purpose purpose, About about, String body, Optional<String> channel) {

    /** A message to the rep alone. */
    public Intent(String id, RepId rep, Purpose purpose, About about, String body) {
        this(id, rep, purpose, about, body, Optional.empty());
    }

    /** The same with another body. */
    public Intent withBody(String other) {
        return new Intent(id, rep, purpose, about, other, channel);
    }
}
