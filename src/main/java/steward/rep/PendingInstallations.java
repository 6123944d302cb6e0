package steward.rep;

import java.time.Instant;

/**
 * Installations begun in a browser and not finished yet, kept by their OAuth state. Each is finished once, in time, by whoever began it.
 */
public interface PendingInstallations {

    /**
     * Notes one that begins.
     *
     * @param state what comes back when it ends, or what tells that
     * @param browser where it was begun, or what tells that
     * @param until when it can no longer be ended
     * @return whether it was noted; not if too many have begun and none has ended
     */
    boolean begin(String state, String browser, Instant until, Instant now);

    /** Ends one: whether it had begun in this browser, is not over, and is ended for the first time. */
    boolean end(String state, String browser, Instant now);
}
