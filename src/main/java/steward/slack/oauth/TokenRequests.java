package steward.slack.oauth;

import com.slack.api.methods.Methods;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import steward.rep.Installation;
import steward.runtime.chat.ChatResult;
import steward.slack.api.SlackCalls;

/** Gets the token that follows another from Slack, and reads what Slack granted. */
public final class TokenRequests {

    private final OAuthApp app;
    private final MethodsClient methods;
    private final SlackCalls calls;

    public TokenRequests(OAuthApp app, MethodsClient methods, SlackCalls calls) {
        this.app = app;
        this.methods = methods;
        this.calls = calls;
    }

    ChatResult<OAuthV2AccessResponse> next(String refreshToken) {
        return calls.call(
                Methods.OAUTH_V2_ACCESS,
                () -> methods.oauthV2Access(request -> request.clientId(app.clientId())
                        .clientSecret(app.clientSecret())
                        .grantType("refresh_token")
                        .refreshToken(refreshToken)));
    }

    /** What Slack granted, to one workspace; empty if it granted something else. */
    static Optional<Installation> installation(OAuthV2AccessResponse granted, Instant now) {
        OAuthV2AccessResponse.Team team = granted.getTeam();
        if (team == null || isMissing(team.getId()) || isMissing(granted.getAccessToken())) {
            return Optional.empty();
        }
        return Optional.of(new Installation(
                team.getId(),
                text(team.getName()),
                text(granted.getAppId()),
                granted.getAccessToken(),
                renewal(granted, now),
                0));
    }

    /** How a token that Slack granted is followed by another; empty if it never ends. */
    static Optional<Installation.Renewal> renewal(OAuthV2AccessResponse granted, Instant now) {
        return isMissing(granted.getRefreshToken()) || granted.getExpiresIn() == null
                ? Optional.empty()
                : Optional.of(
                        new Installation.Renewal(granted.getRefreshToken(), now.plusSeconds(granted.getExpiresIn())));
    }

    private static boolean isMissing(@Nullable String text) {
        return text(text).isEmpty();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
