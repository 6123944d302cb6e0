package steward.rep;

import java.time.Instant;
import java.util.Optional;

/** The reps that Steward knows. */
public interface Reps {

    /** What is known of a rep and when it was learnt; empty if their profile was never seen. */
    Optional<Known> known(RepId id);

    /** Keeps a rep's name, zone and whether they are gone in place of what was known before. Their preferences stay: only they change those. */
    void save(Rep rep, Instant now);

    /** The rep whose calendar is found by a name; empty if there is none, or they or Steward left the workspace. */
    Optional<Rep> withCalendar(String name);

    /** Whether a rep has ever looked at their Home tab, so that it is worth keeping up to date. */
    boolean seesHome(RepId id);

    /** Notes that a rep looks at their Home tab. The rep need not be known otherwise. */
    void lookedAtHome(RepId id);

    /** A rep's profile as it was at an instant. */
    record Known(Rep rep, Instant at) {}
}
