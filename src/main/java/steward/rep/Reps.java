package steward.rep;

import java.time.Instant;
import java.util.Optional;

/** The reps that Steward knows. */
public interface Reps {

    /** What is known of a rep and when it was learnt; empty if their profile was never seen. */
    Optional<Known> known(RepId id);

    /** Keeps a rep's name, zone and whether they are gone in place of what was known before. Their preferences stay: only they change those. */
    void save(Rep rep, Instant now);

    /** A rep's profile as it was at an instant. */
    record Known(Rep rep, Instant at) {}
}
