package steward.store.retention;

import java.time.Instant;

/** One kind of thing that is kept for a while alone, looked through from one end to the other in small steps. */
interface Sweep {

    /**
     * Takes the next step.
     *
     * @return whether there is more to look through; if not, the next step is the first again
     */
    boolean step(Instant now);
}
