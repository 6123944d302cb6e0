package steward.conversation.session;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import steward.rep.RepId;

/** Opens sessions on the plans of reps: a turn is taken in one as a whole, or not at all. */
public interface RepSessions {

    /**
     * Takes one delivery in a rep's session: notes that it came, then runs the turn; all that the turn writes is kept together with that
     * note, or none of it is. The turn may run again if the attempt has to be repeated, so it must do nothing but use the session.
     *
     * @param delivery what came, by a name that is the same when it comes again
     * @return what the turn returned; empty if this delivery was taken before
     */
    <T> Optional<T> take(RepId rep, String delivery, Instant now, Function<RepSession, T> turn);

    /** Looks at what is kept of a rep, and leaves all as it is: {@code look} must only read. */
    <T> T look(RepId rep, Instant now, Function<RepSession, T> look);
}
