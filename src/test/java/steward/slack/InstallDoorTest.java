package steward.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.rep.Installation;

/** Somebody installs Steward in their workspace, or tries to install it in another's. */
class InstallDoorTest {

    private static final String GRANTED =
            "{\"ok\":true,\"access_token\":\"xoxb-granted\",\"token_type\":\"bot\",\"app_id\":\"A1\","
                    + "\"team\":{\"id\":\"T1\",\"name\":\"Fish & <b>Sons</b>\"},\"is_enterprise_install\":false}";

    private static final OAuthApp APP = new OAuthApp(
            "123.456", "client-secret", URI.create("https://steward.example.com"), List.of("chat:write", "im:history"));

    private final StubSlack slack = new StubSlack().always("oauth.v2.access", GRANTED);
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final MemoryInstallations store = new MemoryInstallations();
    private final AtomicInteger ids = new AtomicInteger();
    private Instant now = Instant.parse("2026-03-02T15:00:00Z");
    private final InstantSource clock = () -> now;
    private final InstallDoor door = new InstallDoor(
            APP,
            new Grants(APP, new Wire(slack.api(), threads, new SlackMetrics(new SimpleMeterRegistry()))),
            store,
            store,
            slack.api(),
            clock,
            () -> "id" + ids.incrementAndGet());

    @AfterEach
    void close() {
        threads.shutdownNow();
        slack.close();
    }

    @Test
    void whoBeginsIsSentToSlackWithWhatTheAppAsksFor() throws Malformed {
        Answer begun = door.begin("");

        assertThat(begun.status()).isEqualTo(302);
        URI location = URI.create(header(begun, "Location"));
        assertThat(location.getPath()).isEqualTo("/oauth/v2/authorize");
        assertThat(location.getAuthority()).isEqualTo(slack.api().getAuthority());
        assertThat(Strict.form(location.getRawQuery()))
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
        Answer begun = door.begin("");

        Answer end = end("code=c1&state=" + state(begun), cookie(begun));

        assertThat(end.status()).isEqualTo(200);
        assertThat(end.body())
                .contains("Steward is installed in Fish &amp; &lt;b&gt;Sons&lt;/b&gt;")
                .contains("/app_redirect?app=A1&amp;team=T1")
                .doesNotContain("{{", "<b>", "xoxb");
        assertThat(store.find("T1").map(Installation::token)).contains("xoxb-granted");
        StubSlack.Call exchange = slack.calls("oauth.v2.access").get(0);
        assertThat(Json.text(exchange.body(), "code")).isEqualTo("c1");
        assertThat(Json.text(exchange.body(), "redirect_uri"))
                .isEqualTo("https://steward.example.com/slack/oauth_redirect");
        assertThat(exchange.authorization()).startsWith("Basic ");
    }

    @Test
    void aStateIsGoodOnce() {
        Answer begun = door.begin("");
        end("code=c1&state=" + state(begun), cookie(begun));

        Answer again = end("code=c2&state=" + state(begun), cookie(begun));

        assertRefused(again);
        assertThat(slack.calls("oauth.v2.access")).hasSize(1);
    }

    @Test
    void aStateEndsAfterTenMinutes() {
        Answer begun = door.begin("");
        now = now.plusSeconds(600);

        assertRefused(end("code=c1&state=" + state(begun), cookie(begun)));
    }

    @Test
    void anotherBrowserIsRefusedAndTheOneThatBeganIsNot() {
        Answer begun = door.begin("");

        assertRefused(end("code=c1&state=" + state(begun), ""));
        assertRefused(end("code=c1&state=" + state(begun), cookie(door.begin(""))));
        assertThat(end("code=c1&state=" + state(begun), cookie(begun)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "code=c1", "code=c1&state=", "code=c1&state=never", "state=%zz", "code=%ff&state=%ff"})
    void whatSlackNeverSentIsRefused(String query) {
        assertRefused(end(query, "id1"));
    }

    @Test
    void aBrowserThatBeginsTwiceCanEndBoth() {
        Answer first = door.begin("");
        Answer second = door.begin(cookie(first));

        assertThat(cookie(second)).isEqualTo(cookie(first));
        assertThat(end("code=c1&state=" + state(first), cookie(second)).status())
                .isEqualTo(200);
        assertThat(end("code=c2&state=" + state(second), cookie(second)).status())
                .isEqualTo(200);
    }

    @Test
    void aCookieThatIsNotOursIsReplaced() {
        assertThat(cookie(door.begin("x; Path=/evil"))).matches("id[0-9]+");
    }

    @Test
    void whoChangesTheirMindIsToldThatNothingHappened() {
        Answer begun = door.begin("");

        Answer end = end("error=access_denied&state=" + state(begun), cookie(begun));

        assertThat(end.body()).contains("Steward was not installed", "https://steward.example.com/slack/install");
        assertThat(store.any()).isEmpty();
        assertRefused(end("code=c1&state=" + state(begun), cookie(begun)));
    }

    @Test
    void whatSlackRefusesIsSaid() {
        slack.next("oauth.v2.access", StubSlack.answer("{\"ok\":false,\"error\":\"invalid_code\"}"));

        Answer end = comeBack();

        assertThat(end.status()).isEqualTo(400);
        assertThat(end.body()).contains("(invalid_code)");
        assertThat(store.any()).isEmpty();
    }

    @Test
    void aSlackThatDoesNotAnswerIsSaid() {
        slack.next("oauth.v2.access", StubSlack.status(500));

        assertThat(comeBack().status()).isEqualTo(503);
    }

    @Test
    void aWholeOrganizationIsRefusedKindly() {
        slack.next(
                "oauth.v2.access",
                StubSlack.answer("{\"ok\":true,\"access_token\":\"xoxb-org\",\"app_id\":\"A1\","
                        + "\"team\":null,\"enterprise\":{\"id\":\"E1\"},\"is_enterprise_install\":true}"));

        Answer end = comeBack();

        assertThat(end.status()).isEqualTo(400);
        assertThat(end.body()).contains("one workspace at a time").doesNotContain("xoxb");
        assertThat(store.any()).isEmpty();
    }

    @Test
    void aStoreThatFailsIsSaidWithAReference() {
        Answer begun = door.begin("");
        store.broken = true;

        Answer end = end("code=c1&state=" + state(begun), cookie(begun));

        assertThat(end.status()).isEqualTo(503);
        assertThat(end.body()).contains("this reference: id").doesNotContain("the disk is gone");
    }

    @Test
    void itsPagesAreKeptFromOthers() {
        Map<String, String> headers = comeBack().headers();

        assertThat(headers).containsEntry("Referrer-Policy", "no-referrer").containsEntry("Cache-Control", "no-store");
        assertThat(headers.get("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(headers).containsEntry("X-Frame-Options", "DENY").containsEntry("X-Content-Type-Options", "nosniff");
    }

    private Answer comeBack() {
        Answer begun = door.begin("");
        return end("code=c1&state=" + state(begun), cookie(begun));
    }

    private Answer end(String query, String cookie) {
        return door.end(query, cookie).join();
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("This installation can&#39;t be finished");
    }

    private static String state(Answer begun) {
        return found("[?&]state=([^&]+)", header(begun, "Location"));
    }

    private static String cookie(Answer begun) {
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

    private static String header(Answer answer, String name) {
        return answer.headers().getOrDefault(name, "");
    }
}
