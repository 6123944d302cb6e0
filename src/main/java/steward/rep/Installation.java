package steward.rep;

import java.time.Instant;
import java.util.Optional;

/**
 * A workspace that Steward is installed in, or a whole organization of them, and what lets it speak there.
 *
 * @param team the workspace, or the organization
 * @param organization whether it is one, and all its workspaces are meant
 * @param name what its people call it
 * @param app Steward's id as an app there
 * @param token shown to Slack with every call
 * @param renewal how the token is followed by another; empty if it never ends
 * @param version of the tokens: it grows with each new one, so that an older one never takes the place of a newer
 */
public record Installation(
        String team,
        boolean organization,
        String name,
        String app,
        String token,
        Optional<Renewal> renewal,
        long version) {

    /**
     * What gets the next token.
     *
     * @param expiresAt when the token that this came with ends
     */
    public record Renewal(String refreshToken, Instant expiresAt) {

        /** Without the secret: this may end up in a log. */
        @Override
        public String toString() {
            return "Renewal[expiresAt=" + expiresAt + "]";
        }
    }

    /** The same workspace with the tokens that come next. */
    public Installation with(String nextToken, Optional<Renewal> nextRenewal) {
        return new Installation(team, organization, name, app, nextToken, nextRenewal, version);
    }

    /** A workspace. */
    public Installation(String team, String name, String app, String token, Optional<Renewal> renewal, long version) {
        this(team, false, name, app, token, renewal, version);
    }

    /** What it is, in words. */
    public String place() {
        return (organization ? "organization " : "workspace ") + team;
    }

    /** Without the secrets: this may end up in a log. */
    @Override
    public String toString() {
        return "Installation[team=" + team + ", version=" + version + "]";
    }
}
