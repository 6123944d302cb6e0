package steward.slack.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.rep.Installation;
import steward.slack.StubSlack;
import steward.slack.api.SlackClient;
import steward.slack.blocks.JsonFields;

/** Somebody installs Steward in their workspace, or tries to install it in another's. */
class InstallAppTest {

    private static final String GRANTED =
            "{\"ok\":true,\"access_token\":\"xoxb-granted\",\"token_type\":\"bot\",\"app_id\":\"A1\","
                    + "\"team\":{\"id\":\"T1\",\"name\":\"Fish & <b>Sons</b>\"},\"is_enterprise_install\":false}";

    private static final OAuthApp APP = new OAuthApp(
            "123.456", "client-secret", URI.create("https://steward.example.com"), List.of("chat:write", "im:history"));

    private final StubSlack slack = new StubSlack().always("oauth.v2.access", GRANTED);
    private final MemoryInstallations store = new MemoryInstallations();
    private final AtomicInteger ids = new AtomicInteger();
    private Instant now = Instant.parse("2026-03-02T15:00:00Z");
    private final InstantSource clock = () -> now;
    private final InstallApp app = new InstallApp(
            APP,
            SlackClient.over(slack.api(), 1).slack(),
            slack.api(),
            store,
            store,
            clock,
            () -> "id" + ids.incrementAndGet());

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void whoBeginsIsSentToSlackWithWhatTheAppAsksFor() {
        Response begun = begin("");

        assertThat(begun.getStatusCode()).isEqualTo(302);
        URI location = URI.create(header(begun, "Location"));
        assertThat(location.getPath()).isEqualTo("/oauth/v2/authorize");
        assertThat(location.getAuthority()).isEqualTo(slack.api().getAuthority());
        assertThat(fields(location.getQuery()))
                .containsEntry("client_id", "123.456")
                .containsEntry("scope", "chat:write,im:history")
                .containsEntry("redirect_uri", "https://steward.example.com/slack/oauth_redirect")
                .containsKey("state");
        assertThat(header(begun, "Set-Cookie"))
                .startsWith("steward_install=")
                .contains("; Max-Age=600;", "; Secure", "; HttpOnly", "; SameSite=Lax");
    }

    @Test
    void whoComesBackHasStewardInstalled() {
        Response begun = begin("");

        Response end = end("code=c1&state=" + state(begun), cookie(begun));

        assertThat(end.getStatusCode()).isEqualTo(200);
        assertThat(end.getBody())
                .contains("Steward is installed in Fish &amp; &lt;b&gt;Sons&lt;/b&gt;")
                .contains("/app_redirect?app=A1&amp;team=T1")
                .doesNotContain("{{", "<b>", "xoxb");
        assertThat(store.find("T1").map(Installation::token)).contains("xoxb-granted");
        StubSlack.Call exchange = slack.calls("oauth.v2.access").get(0);
        assertThat(JsonFields.text(exchange.body(), "code")).isEqualTo("c1");
        assertThat(JsonFields.text(exchange.body(), "redirect_uri"))
                .isEqualTo("https://steward.example.com/slack/oauth_redirect");
        assertThat(exchange.authorization()).startsWith("Basic ");
    }

    @Test
    void aStateIsGoodOnce() {
        Response begun = begin("");
        end("code=c1&state=" + state(begun), cookie(begun));

        Response again = end("code=c2&state=" + state(begun), cookie(begun));

        assertRefused(again);
        assertThat(slack.calls("oauth.v2.access")).hasSize(1);
    }

    @Test
    void aStateEndsAfterTenMinutes() {
        Response begun = begin("");
        now = now.plusSeconds(600);

        assertRefused(end("code=c1&state=" + state(begun), cookie(begun)));
    }

    @Test
    void anotherBrowserIsRefusedAndTheOneThatBeganIsNot() {
        Response begun = begin("");

        assertRefused(end("code=c1&state=" + state(begun), ""));
        assertRefused(end("code=c1&state=" + state(begun), cookie(begin(""))));
        assertThat(end("code=c1&state=" + state(begun), cookie(begun)).getStatusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "code=c1", "code=c1&state=", "code=c1&state=never", "state=%zz", "code=%ff&state=%ff"})
    void whatSlackNeverSentIsRefused(String query) {
        assertRefused(end(query, "id1"));
    }

    @Test
    void aBrowserThatBeginsTwiceCanEndBoth() {
        Response first = begin("");
        Response second = begin(cookie(first));

        assertThat(cookie(second)).isEqualTo(cookie(first));
        assertThat(end("code=c1&state=" + state(first), cookie(second)).getStatusCode())
                .isEqualTo(200);
        assertThat(end("code=c2&state=" + state(second), cookie(second)).getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void aCookieThatIsNotOursIsReplaced() {
        assertThat(cookie(begin("X/evil"))).matches("id[0-9]+");
    }

    @Test
    void whoChangesTheirMindIsToldThatNothingHappened() {
        Response begun = begin("");

        Response end = end("error=access_denied&state=" + state(begun), cookie(begun));

        assertThat(end.getBody()).contains("Steward was not installed", "https://steward.example.com/slack/install");
        assertThat(store.any()).isEmpty();
        assertRefused(end("code=c1&state=" + state(begun), cookie(begun)));
    }

    @Test
    void whatSlackRefusesIsSaid() {
        slack.next("oauth.v2.access", StubSlack.answer("{\"ok\":false,\"error\":\"invalid_code\"}"));

        Response end = comeBack();

        assertThat(end.getStatusCode()).isEqualTo(400);
        assertThat(end.getBody()).contains("(invalid_code)");
        assertThat(store.any()).isEmpty();
    }

    @Test
    void aSlackThatDoesNotAnswerIsSaid() {
        slack.next("oauth.v2.access", StubSlack.status(500));

        assertThat(comeBack().getStatusCode()).isEqualTo(503);
    }

    @Test
    void aWholeOrganizationIsRefusedKindly() {
        slack.next(
                "oauth.v2.access",
                StubSlack.answer("{\"ok\":true,\"access_token\":\"xoxb-org\",\"app_id\":\"A1\","
                        + "\"team\":null,\"enterprise\":{\"id\":\"E1\"},\"is_enterprise_install\":true}"));

        Response end = comeBack();

        assertThat(end.getStatusCode()).isEqualTo(400);
        assertThat(end.getBody()).contains("one workspace at a time").doesNotContain("xoxb");
        assertThat(store.any()).isEmpty();
    }

    @Test
    void aStoreThatFailsIsSaidWithAReference() {
        Response begun = begin("");
        store.broken = true;

        Response end = end("code=c1&state=" + state(begun), cookie(begun));

        assertThat(end.getStatusCode()).isEqualTo(503);
        assertThat(end.getBody()).contains("this reference: id").doesNotContain("the disk is gone");
    }

    @Test
    void itsPagesAreKeptFromOthers() {
        Map<String, List<String>> headers = comeBack().getHeaders();

        assertThat(headers)
                .containsEntry("Referrer-Policy", List.of("no-referrer"))
                .containsEntry("Cache-Control", List.of("no-store"));
        assertThat(headers.get("Content-Security-Policy"))
                .singleElement(STRING)
                .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(headers)
                .containsEntry("X-Frame-Options", List.of("DENY"))
                .containsEntry("X-Content-Type-Options", List.of("nosniff"));
    }

    private Response comeBack() {
        Response begun = begin("");
        return end("code=c1&state=" + state(begun), cookie(begun));
    }

    /** @param cookie what this browser was given before, empty if nothing */
    private Response begin(String cookie) {
        return app.begin(headers(cookie));
    }

    private Response end(String query, String cookie) {
        return app.end(fields(query), headers(cookie));
    }

    private static RequestHeaders headers(String cookie) {
        return new RequestHeaders(
                cookie.isEmpty() ? Map.of() : Map.of("Cookie", List.of("a=b; steward_install=" + cookie)));
    }

    private static Map<String, String> fields(String query) {
        return Stream.of(query.split("&"))
                .filter(field -> field.contains("="))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> field[0], field -> field[1]));
    }

    private static void assertRefused(Response answer) {
        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(answer.getBody()).contains("This installation can&#39;t be finished");
    }

    private static String state(Response begun) {
        return found("[?&]state=([^&]+)", header(begun, "Location"));
    }

    private static String cookie(Response begun) {
        return found("steward_install=([^;]*)", header(begun, "Set-Cookie"));
    }

    private static String found(String pattern, String in) {
        return Pattern.compile(pattern)
                .matcher(in)
                .results()
                .map((MatchResult match) -> match.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static String header(Response answer, String name) {
        return answer.getHeaders().getOrDefault(name, List.of("")).get(0);
    }
}
