package steward.runtime.sending;

import java.time.Duration;

/** How long to wait before the next try: longer each time, up to a bound. */
final class Backoff {

    /** Time for a message whose answer got lost to show in the history. */
    private static final long FIRST_WAIT_SECONDS = 2;

    private static final long WAIT_SECONDS_MAX = 300;

    /** While somebody has to mend something first. */
    private static final long FIRST_HOLD_MINUTES = 1;

    private static final long HOLD_MINUTES_MAX = 15;

    private static final int DOUBLINGS_MAX = 10;

    private int tries;
    private int holds;

    /** Notes that something is tried. */
    void tried() {
        tries++;
    }

    /** How long after a try that came to nothing. */
    Duration afterTry() {
        long seconds = FIRST_WAIT_SECONDS << Math.min(tries - 1, DOUBLINGS_MAX);
        return Duration.ofSeconds(Math.min(seconds, WAIT_SECONDS_MAX));
    }

    /** How long where it is held up until somebody mends that; each time it is asked for counts. */
    Duration held() {
        long minutes = FIRST_HOLD_MINUTES << Math.min(holds, DOUBLINGS_MAX);
        holds++;
        return Duration.ofMinutes(Math.min(minutes, HOLD_MINUTES_MAX));
    }
}
