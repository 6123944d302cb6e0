package steward.slack.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import okhttp3.FormBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import steward.rep.Installation;
import steward.runtime.chat.ChatResult;
import steward.runtime.chat.ChatResult.Kind;
import steward.runtime.chat.Refusal;
import steward.slack.StubSlack;
import steward.slack.api.SlackCalls;
import steward.slack.api.SlackClient;
import steward.slack.api.SlackMetrics;
import steward.slack.api.WorkspaceCalls;
import steward.slack.blocks.JsonFields;

/** Which token a call is made with, and how one follows another. */
class InstalledTokensTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant NINE_IN_THE_EVENING = NINE.plus(Duration.ofHours(12));
    private static final OAuthApp APP =
            new OAuthApp("123.456", "client-secret", URI.create("https://steward.example.com"), List.of("chat:write"));
    private static final String NEXT = "{\"ok\":true,\"access_token\":\"xoxe.xoxb-2\",\"refresh_token\":\"xoxe-2\","
            + "\"expires_in\":43200,\"token_type\":\"bot\",\"app_id\":\"A1\",\"team\":{\"id\":\"T1\",\"name\":\"One\"}}";

    private final StubSlack slack = new StubSlack().always("oauth.v2.access", NEXT);
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final MemoryInstallations store = new MemoryInstallations();
    private final SlackClient client = SlackClient.over(slack.api(), 4);
    private final SlackCalls slackCalls =
            new SlackCalls(client, slack.api(), new SlackMetrics(new SimpleMeterRegistry()));
    private Instant now = NINE;
    private final InstalledTokens tokens = tokens();
    private final WorkspaceCalls calls = new WorkspaceCalls(slackCalls, tokens);

    private InstalledTokens tokens() {
        return new InstalledTokens(store, new TokenRequests(APP, slackCalls), () -> now);
    }

    @BeforeEach
    void install() {
        install("xoxe.xoxb-1", Optional.of(new Installation.Renewal("xoxe-1", NINE_IN_THE_EVENING)));
    }

    private void install(String token, Optional<Installation.Renewal> renewal) {
        store.install(new Installation("T1", "One", "A1", token, renewal, 0));
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        slack.close();
    }

    @Test
    void eachWorkspaceIsSpokenToWithItsOwnToken() {
        store.install(new Installation("T2", "Two", "A1", "xoxb-two", Optional.empty(), 0));

        assertThat(post().kind()).isEqualTo(Kind.DONE);
        post("T2");

        assertThat(slack.calls("chat.postMessage"))
                .extracting(StubSlack.Call::authorization)
                .containsExactly("Bearer xoxe.xoxb-1", "Bearer xoxb-two");
    }

    @Test
    void whoeverInstalledItAnewOrUninstalledItTheNextCallKnows() {
        post();
        install("xoxb-new", Optional.empty());
        post();
        store.leave("T1", NINE, NINE);

        assertThat(post()).isEqualTo(ChatResult.refused(Refusal.NOT_INSTALLED, "not_installed"));
        assertThat(slack.calls("chat.postMessage"))
                .extracting(StubSlack.Call::authorization)
                .containsExactly("Bearer xoxe.xoxb-1", "Bearer xoxb-new");
    }

    @Test
    void aStoreThatFailsLeavesTheTokenKnownLast() {
        post();
        store.broken = true;

        assertThat(post().kind()).isEqualTo(Kind.DONE);
        assertThatThrownBy(() -> tokens.of("T9")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTokenIsRenewedAheadOfItsEnd() {
        now = NINE_IN_THE_EVENING.minus(Duration.ofHours(2)).minusMillis(1);
        tokens.look();
        assertThat(slack.calls).isEmpty();

        now = NINE_IN_THE_EVENING.minus(Duration.ofHours(2));
        tokens.look();
        await().until(() -> tokens.of("T1").equals(Optional.of("xoxe.xoxb-2")));
        assertThat(store.find("T1").flatMap(Installation::renewal))
                .contains(new Installation.Renewal("xoxe-2", now.plus(Duration.ofHours(12))));
        assertThat(slack.calls).singleElement().satisfies(call -> {
            assertThat(JsonFields.text(call.body(), "grant_type")).isEqualTo("refresh_token");
            assertThat(JsonFields.text(call.body(), "refresh_token")).isEqualTo("xoxe-1");
        });

        tokens.look();
        assertThat(slack.calls).hasSize(1);
    }

    @Test
    void oneAtATimeRenews() {
        CountDownLatch answered = new CountDownLatch(1);
        slack.next("oauth.v2.access", StubSlack.after(answered, StubSlack.answer(NEXT)));
        now = NINE_IN_THE_EVENING;
        CompletableFuture<Void> first = CompletableFuture.runAsync(tokens::look, threads);
        await().until(() -> slack.calls.size() == 1);
        tokens().look();
        answered.countDown();
        first.join();

        await().until(() -> tokens.of("T1").equals(Optional.of("xoxe.xoxb-2")));
        assertThat(slack.calls).hasSize(1);
    }

    @Test
    void aCallWhoseTokenIsOverIsMadeOnceMoreWithTheNext() {
        slack.next("chat.postMessage", StubSlack.answer("{\"ok\":false,\"error\":\"token_expired\"}"));

        assertThat(post().kind()).isEqualTo(Kind.DONE);
        assertThat(slack.calls)
                .extracting(StubSlack.Call::authorization)
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("Bearer xoxe.xoxb-1"),
                        renewal -> assertThat(renewal).startsWith("Basic "),
                        second -> assertThat(second).isEqualTo("Bearer xoxe.xoxb-2"));
        assertThat(slack.posted).hasSize(1);
    }

    @Test
    void callsThatMeetAnEndedTokenTogetherRenewItOnce() {
        StubSlack.Behaviour over = StubSlack.answer("{\"ok\":false,\"error\":\"token_expired\"}");
        slack.next("chat.postMessage", over, over, over);
        List<CompletableFuture<ChatResult<JsonObject>>> posts = Stream.generate(
                        () -> CompletableFuture.supplyAsync(this::post, threads))
                .limit(3)
                .toList();

        assertThat(posts)
                .extracting(CompletableFuture::join)
                .allSatisfy(reply -> assertThat(reply.kind()).isIn(Kind.DONE, Kind.NOT_DONE));
        assertThat(posts)
                .extracting(CompletableFuture::join)
                .anySatisfy(reply -> assertThat(reply.kind()).isEqualTo(Kind.DONE));
        assertThat(slack.calls("oauth.v2.access")).hasSize(1);
    }

    @Test
    void whatIsNotRenewedWaits() {
        slack.next("chat.postMessage", StubSlack.answer("{\"ok\":false,\"error\":\"token_expired\"}"));
        slack.next("oauth.v2.access", StubSlack.answer("{\"ok\":false,\"error\":\"invalid_refresh_token\"}"));

        assertThat(post().kind()).isEqualTo(Kind.NOT_DONE);
        assertThat(tokens.of("T1")).contains("xoxe.xoxb-1");
    }

    /** Whoever installs it while the token is renewed has the newer one. */
    @Test
    void anInstallationInTheMeantimeStands() {
        CountDownLatch answered = new CountDownLatch(1);
        slack.next("oauth.v2.access", StubSlack.after(answered, StubSlack.answer(NEXT)));
        CompletableFuture<Optional<String>> next =
                CompletableFuture.supplyAsync(() -> tokens.next("T1", "xoxe.xoxb-1"), threads);
        await().until(() -> slack.calls.size() == 1);
        install("xoxb-new", Optional.empty());
        answered.countDown();

        assertThat(next.join()).contains("xoxb-new");
        assertThat(tokens.of("T1")).contains("xoxb-new");
    }

    @Test
    void nothingSecretIsInItsText() {
        assertThat(store.find("T1").toString()).doesNotContain("xox").contains("T1");
        assertThat(store.find("T1").flatMap(Installation::renewal).toString()).doesNotContain("xox");
        assertThat(APP.toString()).doesNotContain("client-secret");
    }

    private ChatResult<JsonObject> post() {
        return post("T1");
    }

    private ChatResult<JsonObject> post(String team) {
        return calls.call(team, "chat.postMessage", new FormBody.Builder().add("channel", "D1"));
    }
}
