package steward.slack;

import java.net.URI;

/**
 * How to serve one Slack workspace.
 *
 * @param port 0 for any that is free
 * @param apiUrl the Web API's base, ending in {@code /api/}
 */
public record SlackSettings(int port, String signingSecret, String botToken, URI apiUrl) {

    public SlackSettings {
        if (signingSecret.isBlank() || botToken.isBlank()) {
            throw new IllegalArgumentException("Slack's signing secret and bot token must not be empty");
        }
        if (!apiUrl.toString().endsWith("/")) {
            throw new IllegalArgumentException("The Web API's address must end in a slash: " + apiUrl);
        }
    }

    /** Without the secrets: this may end up in a log. */
    @Override
    public String toString() {
        return "SlackSettings[port=" + port + ", apiUrl=" + apiUrl + "]";
    }
}
