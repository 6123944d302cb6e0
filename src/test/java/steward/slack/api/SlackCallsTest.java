package steward.slack.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.gson.JsonObject;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import okhttp3.FormBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import steward.runtime.chat.ChatResult;
import steward.runtime.chat.ChatResult.Kind;
import steward.runtime.chat.Refusal;
import steward.slack.StubSlack;
import steward.slack.blocks.JsonFields;

/** Whatever a call comes to is one of four ends, and nothing is ever sent twice. */
class SlackCallsTest {

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(SlackCalls.class);

    private static final String POST = "chat.postMessage";

    private final StubSlack slack = new StubSlack();
    private final SlackCalls calls = calls(slack.api());

    private static SlackCalls calls(URI api) {
        return new SlackCalls(SlackClient.over(api, 2), api, new SlackMetrics(new SimpleMeterRegistry()));
    }

    @AfterEach
    void close() {
        slack.close();
    }

    private ChatResult<JsonObject> post() {
        return calls.call("Bearer xoxb-1", POST, new FormBody.Builder().add("channel", "D1"));
    }

    @Test
    void whatIsDoneGivesWhatSlackAnswered() {
        assertThat(JsonFields.text(post().get(), "channel")).isEqualTo("D1");
        assertThat(slack.calls(POST))
                .singleElement()
                .satisfies(call -> assertThat(call.authorization()).isEqualTo("Bearer xoxb-1"));
    }

    /** The connection is one that was used before: only on such does OkHttp try again by itself. */
    @Test
    void whereTheAnswerIsLostItIsSentOnceAndNobodyKnows() {
        post();
        slack.next(POST, StubSlack.doneButLost());

        assertThat(post().kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(slack.calls(POST)).hasSize(2);
    }

    @Test
    void aServerThatAsksToBeCalledAgainAtOnceIsNot() {
        slack.next(POST, StubSlack.status(503, "Retry-After", "0"));

        assertThat(post().kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(slack.calls(POST)).hasSize(1);
    }

    @Test
    void whatNeverGotThereIsSurelyNotDone() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        ChatResult<JsonObject> result = calls(URI.create("http://127.0.0.1:" + port + "/api/"))
                .call("Bearer xoxb-1", POST, new FormBody.Builder());

        assertThat(result.kind()).isEqualTo(Kind.NOT_DONE);
        assertThat(result.after()).isZero();
    }

    @Test
    void tooMuchIsNotDoneForAsLongAsSlackSays() {
        slack.next(
                POST,
                StubSlack.status(429, "Retry-After", "7"),
                StubSlack.status(429),
                StubSlack.answer("{\"ok\":false,\"error\":\"ratelimited\"}"));

        assertThat(post()).isEqualTo(ChatResult.notDone("ratelimited", Duration.ofSeconds(7)));
        assertThat(post().after()).isPositive();
        assertThat(post().kind()).isEqualTo(Kind.NOT_DONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Slack is having a bad day</html>", "", "null", "[]", "{\"ok\":\"perhaps", "{}"})
    void anAnswerThatCannotBeReadTellsNothing(String answer) {
        slack.next(POST, StubSlack.answer(answer));

        assertThat(post().kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(slack.calls(POST)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal_error", "fatal_error", "request_timeout", "service_unavailable"})
    void whereSlackDoesNotKnowNobodyDoes(String error) {
        slack.next(POST, StubSlack.answer("{\"ok\":false,\"error\":\"" + error + "\"}"));

        assertThat(post()).isEqualTo(ChatResult.unknown(error));
    }

    @Test
    void aRefusalSaysWhatItIsAbout() {
        assertThat(refused("msg_too_long")).isEqualTo(Refusal.MESSAGE);
        assertThat(refused("invalid_blocks")).isEqualTo(Refusal.LAYOUT);
        assertThat(refused("thread_not_found")).isEqualTo(Refusal.THREAD);
        assertThat(refused("channel_not_found")).isEqualTo(Refusal.ROOM);
        assertThat(refused("user_disabled")).isEqualTo(Refusal.PERSON);
        assertThat(refused("restricted_action")).isEqualTo(Refusal.PLACE);
        assertThat(refused("invalid_auth")).isEqualTo(Refusal.ADMIN);
        assertThat(refused("never_heard_of")).isEqualTo(Refusal.ADMIN);
    }

    private Refusal refused(String error) {
        slack.next(POST, StubSlack.answer("{\"ok\":false,\"error\":\"" + error + "\"}"));
        ChatResult<JsonObject> result = post();
        assertThat(result.kind()).isEqualTo(Kind.REFUSED);
        return result.refusal();
    }

    /** What Slack adds or changes of what Steward does not read does no harm. */
    @Test
    void answersMayHoldWhatNobodyKnows() {
        slack.next(
                POST,
                StubSlack.answer("{\"ok\":true,\"channel\":\"D1\",\"ts\":\"1.000001\",\"message\":{\"blocks\":"
                        + "[{\"type\":\"brand_new\",\"elements\":7}]},\"response_metadata\":[1]}"));

        assertThat(JsonFields.text(post().get(), "ts")).isEqualTo("1.000001");
    }

    @Test
    void onlyAddressesOfSlacksAreAnswered() {
        URI elsewhere = URI.create("https://slack.com.example.com/respond/secret?secret");

        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        LOG.addAppender(logged);
        try {
            assertThat(calls.respond(elsewhere, "{}").kind()).isEqualTo(Kind.REFUSED);
            assertThat(calls.upload(elsewhere, "x".getBytes(StandardCharsets.UTF_8))
                            .kind())
                    .isEqualTo(Kind.REFUSED);
        } finally {
            LOG.detachAppender(logged);
        }
        assertThat(logged.list)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.getFormattedMessage())
                        .contains("slack.com.example.com", "SLACK_API_URL")
                        .doesNotContain("secret"));
        assertThat(calls.respond(slack.api().resolve("respond/1"), "{}").kind()).isEqualTo(Kind.DONE);
    }

    @Test
    void aFileIsReadFromSlackAloneAndNoMoreOfItThanWanted() {
        URI file = slack.api().resolve("file");
        slack.next("file", StubSlack.answer("12345678"), StubSlack.answer("12345678"), (exchange, done) -> {
            exchange.getResponseHeaders().add("Location", "https://example.com/login");
            exchange.sendResponseHeaders(302, -1);
        });

        assertThat(calls.download("Bearer xoxb-1", file, 8).get())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("12345678");
        assertThat(slack.calls("file").get(0).authorization()).isEqualTo("Bearer xoxb-1");
        assertThat(calls.download("Bearer xoxb-1", file, 7).isRefusedFor(Refusal.SIZE))
                .isTrue();
        assertThat(calls.download("Bearer xoxb-1", file, 8).isRefusedFor(Refusal.ADMIN))
                .as("who may not read it is sent to sign in")
                .isTrue();
        assertThat(calls.download("Bearer xoxb-1", URI.create("https://files.example.com/F1"), 8)
                        .isRefusedFor(Refusal.FILE))
                .isTrue();
    }

    /** The library's own statistics would start a dozen threads for each client. */
    @Test
    void anotherClientStartsNoThreads() {
        SlackClient.over(slack.api(), 1);
        Set<String> before = threads();

        for (int i = 0; i < 5; i++) {
            SlackClient.over(slack.api(), 1);
        }

        // Those that the library starts before it is told of no statistics take a moment to end.
        await().untilAsserted(() -> {
            Set<String> started = threads();
            started.removeAll(before);
            assertThat(started)
                    .filteredOn(name -> name.toLowerCase(java.util.Locale.ROOT).contains("slack"))
                    .isEmpty();
        });
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(thread -> thread.getName() + " " + thread.getId())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
