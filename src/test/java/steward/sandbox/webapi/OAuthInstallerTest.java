package steward.sandbox.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.sandbox.Trial;
import steward.sandbox.http.FormEncoding;
import steward.sandbox.http.Json;

/** The codes and tokens of the pretend Slack are as strict as Slack's own. */
class OAuthInstallerTest {

    private static final String BACK = "https://steward.example.com/back";

    @TempDir
    Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private Trial trial;

    @BeforeEach
    void start() throws Exception {
        trial = new Trial(data);
    }

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void aCodeIsGoodOnceAndForItsAddress() throws Exception {
        String code = code();
        assertThat(error(access(secret(), Map.of("code", code, "redirect_uri", BACK + "/other"))))
                .isEqualTo("bad_redirect_uri");

        String another = code();
        JsonObject granted = access(secret(), Map.of("code", another, "redirect_uri", BACK));
        assertThat(Json.string(Json.child(granted, "team"), "id")).isEqualTo(trial.sandbox.teamId());
        assertThat(Json.isTrue(call("auth.test", "Bearer " + Json.string(granted, "access_token"), ""), "ok"))
                .isTrue();
        assertThat(error(access(secret(), Map.of("code", another, "redirect_uri", BACK))))
                .isEqualTo("invalid_code");
    }

    @Test
    void whoTheAppIsMayStandInTheForm() throws Exception {
        Map<String, String> asked = new LinkedHashMap<>(Map.of("redirect_uri", BACK, "code", code()));
        asked.put("client_id", "another");
        asked.put("client_secret", secret());
        assertThat(error(call("oauth.v2.access", "", FormEncoding.write(asked))))
                .isEqualTo("invalid_client_id");
        asked.put("client_id", trial.sandbox.installer().clientId());
        asked.put("client_secret", "guessed");
        assertThat(error(call("oauth.v2.access", "", FormEncoding.write(asked))))
                .isEqualTo("bad_client_secret");
        asked.put("client_secret", secret());
        assertThat(Json.isTrue(call("oauth.v2.access", "", FormEncoding.write(asked)), "ok"))
                .isTrue();
    }

    @Test
    void whoDoesNotKnowTheSecretGetsNothing() throws Exception {
        assertThat(error(access("guessed", Map.of("code", code(), "redirect_uri", BACK))))
                .isEqualTo("bad_client_secret");
    }

    @Test
    void tokensThatEndAreFollowedByOthersOnce() throws Exception {
        trial.sandbox.installer().rotateTokens();
        JsonObject first = access(secret(), Map.of("code", code(), "redirect_uri", BACK));
        trial.sandbox.installer().endTokens();
        assertThat(error(call("auth.test", "Bearer " + Json.string(first, "access_token"), "")))
                .isEqualTo("token_expired");

        Map<String, String> next =
                Map.of("grant_type", "refresh_token", "refresh_token", Json.string(first, "refresh_token"));
        JsonObject second = access(secret(), next);
        assertThat(Json.isTrue(call("auth.test", "Bearer " + Json.string(second, "access_token"), ""), "ok"))
                .isTrue();
        assertThat(error(access(secret(), next))).isEqualTo("invalid_refresh_token");
    }

    @Test
    void aTokenOfAWorkspaceThatUninstalledIsOver() throws Exception {
        JsonObject granted = access(secret(), Map.of("code", code(), "redirect_uri", BACK));

        trial.sandbox.uninstall();

        assertThat(error(call("auth.test", "Bearer " + Json.string(granted, "access_token"), "")))
                .isEqualTo("invalid_auth");
    }

    @Test
    void aConnectionIsOpenedWithTheAppsOwnTokenAlone() throws Exception {
        assertThat(error(call("apps.connections.open", "Bearer " + trial.sandbox.botToken(), "")))
                .isEqualTo("invalid_auth");
        assertThat(Json.string(call("apps.connections.open", "Bearer " + trial.sandbox.appToken(), ""), "url"))
                .startsWith("ws://127.0.0.1:");
    }

    private String secret() {
        return trial.sandbox.installer().clientSecret();
    }

    /** Allows it, as the page does. */
    private String code() throws Exception {
        String form = FormEncoding.write(
                Map.of("decision", "allow", "team", trial.sandbox.teamId(), "redirect_uri", BACK, "state", "s"));
        HttpResponse<String> decided = http.send(
                HttpRequest.newBuilder(trial.sandbox.page().resolve("oauth/v2/allow"))
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        URI back = URI.create(decided.headers().firstValue("Location").orElseThrow());
        return Json.string(FormEncoding.read(back.getRawQuery()), "code");
    }

    private JsonObject access(String secret, Map<String, String> fields) throws Exception {
        String both = trial.sandbox.installer().clientId() + ":" + secret;
        String authorization = "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
        return call("oauth.v2.access", authorization, FormEncoding.write(fields));
    }

    private JsonObject call(String method, String authorization, String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(trial.sandbox.api().resolve(method))
                .header("Authorization", authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return Json.parseObject(http.send(request, BodyHandlers.ofString()).body());
    }

    private static String error(JsonObject answer) {
        return Json.string(answer, "error");
    }
}
