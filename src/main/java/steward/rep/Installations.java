package steward.rep;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The workspaces that Steward is installed in, and those that it has left and whose plans it still keeps for a while. */
public interface Installations {

    /** How Steward is installed in a workspace or an organization: by itself, or with its whole organization; empty if it is not, or no longer. */
    Optional<Installation> find(String team);

    /** Any one workspace, to see whether what lets Steward in can be read; empty if it is installed in none. */
    Optional<Installation> any();

    /**
     * Keeps how Steward is installed in a workspace, in place of what was known before, and that it was let through. What was written there
     * by reps is theirs again if Steward had left.
     *
     * @return whether it was kept; not if what lets it through has let another one through
     */
    boolean install(Installation installation, SingleUse through, Instant now);

    /** Whether this has let an installation through. */
    boolean isUsed(SingleUse through);

    /** A workspace is in an organization: what that has installed, or installs, is there for the workspace too. */
    void belongs(String team, String organization, Instant now);

    /** The workspace of an organization in which somebody is a rep already. */
    Optional<String> workspace(String organization, String user);

    /**
     * Steward is no longer installed in a workspace, or in an organization: its tokens are gone at once, nothing that waits is sent, and nobody there is
     * nudged. Does nothing if it was installed anew since.
     *
     * @param at when that happened, to the second
     * @param forgetAt when all that was written there is to go
     * @return whether it was installed until now
     */
    boolean leave(String team, Instant at, Instant forgetAt);

    /**
     * Leases installations whose tokens are to be followed by others: nobody else gets them until the lease is over.
     *
     * @param expireBefore which tokens: those that end before then
     */
    List<Installation> leaseExpiring(Instant expireBefore, Instant now, Duration lease);

    /** Leases one installation in the same way, whenever its token ends; empty if another has it, or nothing gets its next token. */
    Optional<Installation> lease(String team, Instant now, Duration lease);

    /** Keeps the tokens that follow those of an installation of that version; does nothing if these were replaced in the meantime. */
    void renewed(Installation next);

    /**
     * Takes away a part of what was written in a workspace that Steward left for so long that it is to go.
     *
     * @return whether there may be more to take away
     */
    boolean forgetSome(Instant now);
}
