package steward.runtime.turns;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import steward.rep.RepId;

/**
 * Remembers for which reps something was looked up in the last minute, so that in a quick talk it isn't looked up at each turn. Safe for
 * several threads.
 */
final class MinuteMemory {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int REPS_MAX = 10_000;

    /** When; the longest ago first. */
    private final Map<RepId, Instant> lookedUp = new LinkedHashMap<>();

    /** Whether it is to be looked up for a rep. */
    synchronized boolean isDue(RepId rep, Instant now) {
        Instant last = lookedUp.get(rep);
        return last == null || last.plus(MINUTE).isBefore(now) || last.isAfter(now);
    }

    synchronized void lookedUp(RepId rep, Instant now) {
        lookedUp.remove(rep);
        lookedUp.put(rep, now);
        if (lookedUp.size() > REPS_MAX) {
            lookedUp.remove(lookedUp.keySet().iterator().next());
        }
    }
}
