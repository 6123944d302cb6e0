package steward.slack.oauth;

import static steward.slack.blocks.JsonFields.object;
import static steward.slack.blocks.JsonFields.text;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.methods.Methods;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Credentials;
import okhttp3.FormBody;
import steward.rep.Installation;
import steward.runtime.chat.ChatResult;
import steward.slack.api.SlackCalls;

/** Gets tokens from Slack: the first for whoever allowed it, and then each that follows another. */
public final class TokenRequests {

    private final OAuthApp app;
    private final SlackCalls calls;

    public TokenRequests(OAuthApp app, SlackCalls calls) {
        this.app = app;
        this.calls = calls;
    }

    /** @param code what somebody came back from Slack with */
    ChatResult<JsonObject> first(String code) {
        return access(new FormBody.Builder()
                .add("code", code)
                .add("redirect_uri", app.redirectPage().toString()));
    }

    ChatResult<JsonObject> next(String refreshToken) {
        return access(new FormBody.Builder().add("grant_type", "refresh_token").add("refresh_token", refreshToken));
    }

    private ChatResult<JsonObject> access(FormBody.Builder form) {
        return calls.call(Credentials.basic(app.clientId(), app.clientSecret()), Methods.OAUTH_V2_ACCESS, form);
    }

    /** What Slack granted, to one workspace; empty if it granted something else. */
    static Optional<Installation> installation(JsonObject granted, Instant now) {
        JsonObject team = object(granted, "team");
        String id = text(team, "id");
        String token = text(granted, "access_token");
        return id.isEmpty() || token.isEmpty()
                ? Optional.empty()
                : Optional.of(new Installation(
                        id, text(team, "name"), text(granted, "app_id"), token, renewal(granted, now), 0));
    }

    /** How a token that Slack granted is followed by another; empty if it never ends. */
    static Optional<Installation.Renewal> renewal(JsonObject granted, Instant now) {
        String refreshToken = text(granted, "refresh_token");
        JsonElement seconds = granted.get("expires_in");
        return refreshToken.isEmpty()
                        || seconds == null
                        || !seconds.isJsonPrimitive()
                        || !seconds.getAsJsonPrimitive().isNumber()
                ? Optional.empty()
                : Optional.of(new Installation.Renewal(refreshToken, now.plusSeconds(seconds.getAsLong())));
    }
}
