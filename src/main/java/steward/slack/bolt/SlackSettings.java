package steward.slack.bolt;

import java.net.URI;
import java.util.Optional;
import steward.slack.api.OutgoingProxy;
import steward.slack.oauth.OAuthApp;

/**
 * How to serve Slack: one workspace with its token, or as many as install the app; by HTTP, or by Socket Mode.
 *
 * @param host the address to listen on
 * @param port 0 for any that is free
 * @param apiUrl the Web API's base, ending in {@code /api/}
 * @param proxy by whose way Slack is called, if by any
 * @param signingSecret what Slack signs deliveries by HTTP with; there is one, or an app token
 * @param appToken what opens Socket Mode
 * @param botToken of the one workspace; there is one, or an app to install
 * @param app what workspaces install
 */
public record SlackSettings(
        String host,
        int port,
        URI apiUrl,
        Optional<OutgoingProxy> proxy,
        Optional<String> signingSecret,
        Optional<String> appToken,
        Optional<String> botToken,
        Optional<OAuthApp> app) {

    public SlackSettings {
        if (botToken.isPresent() == app.isPresent()) {
            throw new IllegalArgumentException("Either one workspace has its bot token, or many install the app");
        }
        if (signingSecret.isEmpty() && appToken.isEmpty()) {
            throw new IllegalArgumentException("Slack delivers by HTTP, which it signs, or by Socket Mode");
        }
        if (signingSecret.filter(String::isBlank).isPresent()
                || botToken.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("Slack's signing secret and bot token must not be empty");
        }
        if (!apiUrl.toString().endsWith("/")) {
            throw new IllegalArgumentException("The Web API's address must end in a slash: " + apiUrl);
        }
    }

    /** One workspace, by HTTP from this machine alone. */
    public SlackSettings(int port, String signingSecret, String botToken, URI apiUrl) {
        this(
                "127.0.0.1",
                port,
                apiUrl,
                Optional.empty(),
                Optional.of(signingSecret),
                Optional.empty(),
                Optional.of(botToken),
                Optional.empty());
    }

    /** Without the secrets: this may end up in a log. */
    @Override
    public String toString() {
        return "SlackSettings[host=" + host + ", port=" + port + ", apiUrl=" + apiUrl + ", app=" + app + "]";
    }
}
