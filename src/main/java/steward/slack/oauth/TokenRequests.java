package steward.slack.oauth;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.methods.Methods;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Credentials;
import okhttp3.FormBody;
import org.jspecify.annotations.Nullable;
import steward.rep.Installation;
import steward.runtime.chat.ChatResult;
import steward.slack.api.SlackCalls;
import steward.slack.blocks.JsonFields;

/** Gets the token that follows another from Slack. */
public final class TokenRequests {

    private final OAuthApp app;
    private final SlackCalls calls;

    public TokenRequests(OAuthApp app, SlackCalls calls) {
        this.app = app;
        this.calls = calls;
    }

    ChatResult<JsonObject> next(String refreshToken) {
        FormBody.Builder form =
                new FormBody.Builder().add("grant_type", "refresh_token").add("refresh_token", refreshToken);
        return calls.call(Credentials.basic(app.clientId(), app.clientSecret()), Methods.OAUTH_V2_ACCESS, form);
    }

    /** How a token that Slack granted is followed by another; empty if it never ends. */
    static Optional<Installation.Renewal> renewal(JsonObject granted, Instant now) {
        JsonElement seconds = granted.get("expires_in");
        return seconds == null
                        || !seconds.isJsonPrimitive()
                        || !seconds.getAsJsonPrimitive().isNumber()
                ? Optional.empty()
                : renewal(JsonFields.text(granted, "refresh_token"), seconds.getAsInt(), now);
    }

    /** The same of what the library has read. */
    static Optional<Installation.Renewal> renewal(
            @Nullable String refreshToken, @Nullable Integer seconds, Instant now) {
        return refreshToken == null || refreshToken.isEmpty() || seconds == null
                ? Optional.empty()
                : Optional.of(new Installation.Renewal(refreshToken, now.plusSeconds(seconds)));
    }
}
