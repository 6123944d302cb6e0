package steward.slack;

import java.net.URI;

/**
 * How to serve one Slack workspace.
 *
 * @param host the address to listen on; empty for all that the machine has
 * @param port 0 for any that is free
 * @param apiUrl the Web API's base, ending in {@code /api/}
 */
public record SlackSettings(String host, int port, String signingSecret, String botToken, URI apiUrl) {

    public SlackSettings {
        if (signingSecret.isBlank() || botToken.isBlank()) {
            throw new IllegalArgumentException("Slack's signing secret and bot token must not be empty");
        }
        if (!apiUrl.toString().endsWith("/")) {
            throw new IllegalArgumentException("The Web API's address must end in a slash: " + apiUrl);
        }
    }

    /** Listening on all addresses. */
    public SlackSettings(int port, String signingSecret, String botToken, URI apiUrl) {
        this("", port, signingSecret, botToken, apiUrl);
    }

    /** The same, but reached from this machine alone. */
    public SlackSettings onLoopback() {
        return new SlackSettings("127.0.0.1", port, signingSecret, botToken, apiUrl);
    }

    /** Without the secrets: this may end up in a log. */
    @Override
    public String toString() {
        return "SlackSettings[host=" + host + ", port=" + port + ", apiUrl=" + apiUrl + "]";
    }
}
