package steward.slack.oauth;

import java.net.URI;
import java.util.List;

/**
 * The app that workspaces install themselves, as Slack knows it.
 *
 * @param publicUrl where browsers and Slack reach this program, without a slash at its end
 * @param scopes what the app asks leave for
 */
public record OAuthApp(String clientId, String clientSecret, URI publicUrl, List<String> scopes) {

    public OAuthApp {
        scopes = List.copyOf(scopes);
        if (publicUrl.toString().endsWith("/")) {
            throw new IllegalArgumentException("The public address must not end in a slash: " + publicUrl);
        }
    }

    URI installPage() {
        return URI.create(publicUrl + "/slack/install");
    }

    URI redirectPage() {
        return URI.create(publicUrl + "/slack/oauth_redirect");
    }

    /** Without the secret: this may end up in a log. */
    @Override
    public String toString() {
        return "OAuthApp[clientId=" + clientId + ", publicUrl=" + publicUrl + "]";
    }
}
