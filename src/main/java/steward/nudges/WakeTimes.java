package steward.nudges;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import steward.rep.RepId;

/** The moments at which reps' nudges are to be worked out next. */
public interface WakeTimes {

    /**
     * Leases reps whose moment has come, of each workspace those waiting longest: nobody else gets them until the lease is over, or they
     * have been looked at. Whoever dies with a lease loses nothing: it ends by itself.
     *
     * @param repsAWorkspaceMax how many of one workspace at most
     * @param full the workspaces of which nobody is wanted now
     */
    List<RepId> lease(Instant now, Duration lease, int repsAWorkspaceMax, Set<String> full);
}
