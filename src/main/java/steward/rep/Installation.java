package steward.rep;

import java.time.Instant;
import java.util.Optional;

/**
 * A workspace that Steward is installed in, and what lets it speak there.
 *
 * @param team the workspace
 * @param name what its people call it
 * @param app Steward's id as an app there
 * @param token shown to Slack with every call
 * @param renewal how the token is followed by another; empty if it never ends
 * @param version of the tokens: it grows with each new one, so that an older one never takes the place of a newer
 */
public record Installation(
        String team, String name, String app, String token, Optional<Renewal> renewal, long version) {

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
        return new Installation(team, name, app, nextToken, nextRenewal, version);
    }

    /** Without the secrets: this may end up in a log. */
    @Override
    public String toString() {
        return "Installation[team=" + team + ", version=" + version + "]";
    }
}
