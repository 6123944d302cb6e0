package steward.slack.api;

import java.time.Instant;
import java.util.Optional;

/** The bot tokens that Steward calls Slack with, workspace by workspace. */
public interface Tokens {

    /** Of a workspace, or of an organization; empty if Steward is not installed there. */
    Optional<String> of(String team);

    /**
     * Gets the token that follows one which Slack says is over; may wait for Slack.
     *
     * @return empty if there is none yet
     */
    Optional<String> next(String team, String over);

    /** Slack says that it has taken away what it gave out for a workspace or an organization, and when. */
    void revoked(String team, Instant at);

    /** One token that never changes, for the one workspace that there is. */
    static Tokens always(String token) {
        return new Tokens() {
            @Override
            public Optional<String> of(String team) {
                return Optional.of(token);
            }

            @Override
            public Optional<String> next(String team, String over) {
                return Optional.empty();
            }

            @Override
            public void revoked(String team, Instant at) {
                // Whoever set the token sees that it is refused, and sets another or ends the program.
            }
        };
    }
}
