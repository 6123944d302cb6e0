package steward.conversation.desk;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import steward.rep.RepId;

/** The reps' desks: where each one's plans lie, and where a turn is taken as a whole or not at all. */
public interface Desks {

    /**
     * Takes one delivery at a rep's desk: notes that it came, then runs the turn; all that the turn writes is kept together with that
     * note, or none of it is. The turn may run again if the attempt has to be repeated, so it must do nothing but use the desk.
     *
     * @param delivery what came, by a name that is the same when it comes again
     * @return what the turn returned; empty if this delivery was taken before
     */
    <T> Optional<T> take(RepId rep, String delivery, Instant now, Function<Desk, T> turn);

    /** Looks at what lies on a rep's desk, and leaves all as it is: {@code look} must only read. */
    <T> T look(RepId rep, Instant now, Function<Desk, T> look);
}
