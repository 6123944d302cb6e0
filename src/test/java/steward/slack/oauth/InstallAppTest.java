package steward.slack.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
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
    private final InstallApp app = app("the key");

    /** @param key what is in the key file of this process */
    private InstallApp app(String key) {
        return new InstallApp(
                APP,
                SlackClient.over(slack.api(), 8).slack(),
                slack.api(),
                new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"),
                store,
                clock,
                () -> "id" + ids.incrementAndGet());
    }

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

        assertRefused(again, "It is finished already");
        assertThat(slack.calls("oauth.v2.access")).hasSize(1);
    }

    @Test
    void aStateEndsAfterTenMinutes() {
        Response begun = begin("");
        now = now.plusSeconds(600);

        assertRefused(end("code=c1&state=" + state(begun), cookie(begun)), "more than ten minutes ago");
        assertThat(slack.calls("oauth.v2.access")).isEmpty();
    }

    @Test
    void anotherBrowserIsRefusedAndTheOneThatBeganIsNot() {
        Response begun = begin("");

        assertElsewhere(end("code=c1&state=" + state(begun), ""));
        assertElsewhere(end("code=c1&state=" + state(begun), cookie(begin(""))));
        assertThat(end("code=c1&state=" + state(begun), cookie(begun)).getStatusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "code=c1", "code=c1&state=", "code=c1&state=never", "state=%zz", "code=%ff&state=%ff"})
    void whatSlackNeverSentIsRefused(String query) {
        assertElsewhere(end(query, "id1"));
    }

    @Test
    void aStateThatWasTamperedWithIsRefused() {
        Response begun = begin("");
        String[] parts = state(begun).split("\\.", -1);
        String later = String.valueOf(Long.parseLong(parts[1]) + 1);

        assertElsewhere(end("code=c1&state=" + String.join(".", parts[0], later, parts[2]), cookie(begun)));
        assertElsewhere(end("code=c1&state=" + String.join(".", parts[0] + "0", parts[1], parts[2]), cookie(begun)));
        assertElsewhere(end("code=c1&state=" + String.join(".", parts[0], parts[1], "0".repeat(64)), cookie(begun)));
        assertElsewhere(end("code=c1&state=" + parts[0] + "." + parts[1], cookie(begun)));
        assertThat(slack.calls("oauth.v2.access")).isEmpty();
    }

    /** Whichever process the balancer sends the browser to. */
    @Test
    void whatOneProcessHasBegunEveryOneWithItsKeyEndsOnce() {
        Response begun = begin("");
        Map<String, String> back = fields("code=c1&state=" + state(begun));
        RequestHeaders browser = headers(cookie(begun));

        assertElsewhere(app("another key").end(back, browser));
        assertThat(app("the key").end(back, browser).getStatusCode()).isEqualTo(200);
        assertRefused(app("the key").end(back, browser), "It is finished already");
    }

    @Test
    void twoWhoComeBackWithOneStateAtOnceInstallOnce() throws Exception {
        Response begun = begin("");
        CountDownLatch both = new CountDownLatch(2);
        StubSlack.Behaviour together = (exchange, done) -> {
            both.countDown();
            StubSlack.after(both, StubSlack.answer(GRANTED)).answer(exchange, done);
        };
        slack.next("oauth.v2.access", together, together);

        try (Browsers browsers = new Browsers()) {
            Future<Response> one = browsers.comesBack(() -> end("code=c1&state=" + state(begun), cookie(begun)));
            Future<Response> other = browsers.comesBack(() -> end("code=c2&state=" + state(begun), cookie(begun)));
            assertThat(List.of(one.get().getStatusCode(), other.get().getStatusCode()))
                    .containsExactlyInAnyOrder(200, 400);
        }
    }

    @Test
    void soManyAreExchangedAtOnceAndTheOthersAreToldToComeAgain() throws Exception {
        CountDownLatch asked = new CountDownLatch(4);
        CountDownLatch answers = new CountDownLatch(1);
        StubSlack.Behaviour slow = (exchange, done) -> {
            asked.countDown();
            StubSlack.after(answers, StubSlack.answer(GRANTED)).answer(exchange, done);
        };
        slack.next("oauth.v2.access", slow, slow, slow, slow);
        try (Browsers browsers = new Browsers()) {
            List<Future<Response>> first = Stream.generate(() -> browsers.comesBack(this::comeBack))
                    .limit(4)
                    .toList();
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            Response begun = begin("");

            Response busy = end("code=c5&state=" + state(begun), cookie(begun));
            assertThat(busy.getStatusCode()).isEqualTo(503);
            assertThat(busy.getBody()).contains("load this page again in a few seconds");

            answers.countDown();
            for (Future<Response> each : first) {
                assertThat(each.get().getStatusCode()).isEqualTo(200);
            }
            assertThat(end("code=c5&state=" + state(begun), cookie(begun)).getStatusCode())
                    .isEqualTo(200);
        }
    }

    /** People who come back at the same time. */
    private static final class Browsers implements AutoCloseable {

        private final ExecutorService threads = Executors.newCachedThreadPool();

        Future<Response> comesBack(Callable<Response> end) {
            return threads.submit(end);
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
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
        assertThat(end("code=c1&state=" + state(begun), cookie(begun)).getStatusCode())
                .as("on second thoughts")
                .isEqualTo(200);
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

    /** Slack may name a workspace even then. */
    @ParameterizedTest
    @ValueSource(strings = {"null", "{\"id\":\"T1\",\"name\":\"North\"}"})
    void aWholeOrganizationInstallsIt(String team) {
        slack.next(
                "oauth.v2.access",
                StubSlack.answer("{\"ok\":true,\"access_token\":\"xoxb-org\",\"app_id\":\"A1\","
                        + "\"team\":" + team
                        + ",\"enterprise\":{\"id\":\"E1\",\"name\":\"Globex\"},\"is_enterprise_install\":true}"));

        Response end = comeBack();

        assertThat(end.getStatusCode()).isEqualTo(200);
        assertThat(end.getBody())
                .contains(
                        "Steward is installed in Globex",
                        "choose the workspaces",
                        "/manage/E1/integrations/profile/A1/workspaces/add")
                .doesNotContain("xoxb");
        assertThat(store.find("E1"))
                .contains(new Installation("E1", true, "Globex", "A1", "xoxb-org", Optional.empty(), 1));
        assertThat(store.find("T1")).isEmpty();
    }

    @Test
    void anInstallationOfNothingIsSaid() {
        slack.next(
                "oauth.v2.access",
                StubSlack.answer("{\"ok\":true,\"access_token\":\"xoxb-org\",\"app_id\":\"A1\","
                        + "\"team\":null,\"enterprise\":null,\"is_enterprise_install\":true}"));

        Response end = comeBack();

        assertThat(end.getStatusCode()).isEqualTo(400);
        assertThat(end.getBody()).contains("no_workspace_in_the_answer");
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

    private static void assertElsewhere(Response answer) {
        assertRefused(answer, "begun in another browser");
    }

    private static void assertRefused(Response answer, String why) {
        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(answer.getBody()).contains("This installation can&#39;t be finished", why);
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
