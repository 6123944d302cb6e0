package steward.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import steward.rep.Installation;

/** Gets tokens from Slack: the first for the code that comes with an installation, and each next one for the one before. */
final class Grants {

    private static final String METHOD = "oauth.v2.access";

    private final OAuthApp app;
    private final Wire wire;

    Grants(OAuthApp app, Wire wire) {
        this.app = app;
        this.wire = wire;
    }

    CompletableFuture<Reply> first(String code) {
        return wire.send(
                METHOD,
                authorization(),
                Map.of("code", code, "redirect_uri", app.redirectPage().toString()));
    }

    CompletableFuture<Reply> next(String refreshToken) {
        return wire.send(METHOD, authorization(), Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    private String authorization() {
        String both = app.clientId() + ":" + app.clientSecret();
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    /** What Slack granted, to one workspace; empty if it granted something else. */
    static Optional<Installation> installation(JsonObject granted, Instant now) {
        JsonObject team = Json.object(granted, "team");
        String id = Json.text(team, "id");
        String token = Json.text(granted, "access_token");
        return id.isEmpty() || token.isEmpty()
                ? Optional.empty()
                : Optional.of(new Installation(
                        id, Json.text(team, "name"), Json.text(granted, "app_id"), token, renewal(granted, now), 0));
    }

    /** How a token that Slack granted is followed by another; empty if it never ends. */
    static Optional<Installation.Renewal> renewal(JsonObject granted, Instant now) {
        String refreshToken = Json.text(granted, "refresh_token");
        JsonElement seconds = granted.get("expires_in");
        boolean ends = !refreshToken.isEmpty()
                && seconds != null
                && seconds.isJsonPrimitive()
                && seconds.getAsJsonPrimitive().isNumber();
        return ends
                ? Optional.of(new Installation.Renewal(refreshToken, now.plusSeconds(seconds.getAsLong())))
                : Optional.empty();
    }
}
