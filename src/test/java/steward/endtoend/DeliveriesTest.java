package steward.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.InProcess;
import steward.InProcess.Served;

/** What Slack delivers, straight to {@code serve}: what is answered, and that nothing is taken twice. */
class DeliveriesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final int MEBIBYTE = 1 << 20;

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path data;

    private StubSlack slack;
    private Served served;

    @BeforeEach
    void serve() throws Exception {
        slack = new StubSlack(InstantSource.fixed(NOW));
        served = InProcess.serve(slack.api(), data, InstantSource.fixed(NOW));
    }

    @AfterEach
    void close() {
        served.close();
        slack.close();
    }

    // ── What is answered ──

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":{\"type\":\"app_uninstalled\"}}",
                "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":{\"type\":\"an_event_of_next_year\"}}",
                "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":{\"type\":\"message\",\"subtype\":\"message_changed\"}}",
                "{\"type\":\"event_callback\"}",
                "{\"type\":\"app_rate_limited\"}"
            })
    void everyKindOfEventIsTaken(String body) throws Exception {
        assertThat(status(new SignedDelivery(SignedDelivery.JSON, body))).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "block_actions",
                "block_suggestion",
                "view_submission",
                "view_closed",
                "shortcut",
                "message_action"
            })
    void everyKindOfInteractionIsTaken(String type) throws Exception {
        assertThat(status(SignedDelivery.interaction(SignedDelivery.interaction(type))))
                .isEqualTo(200);
    }

    @Test
    void theAddressIsVerifiedByItsChallenge() throws Exception {
        HttpResponse<String> response = send(
                new SignedDelivery(SignedDelivery.JSON, "{\"type\":\"url_verification\",\"challenge\":\"3eZbrw1aB\"}"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("3eZbrw1aB");
    }

    @Test
    void anUnsignedOrForgedOneIsRefused() throws Exception {
        SignedDelivery delivery = SignedDelivery.command("1.1", "/plan", "Acme");
        SignedDelivery other = SignedDelivery.command("1.1", "/plan", "Borealis");
        assertThat(status(delivery.unsignedTo(served.steward()))).isEqualTo(401);
        assertThat(status(delivery.unsignedTo(served.steward())
                        .header("X-Slack-Request-Timestamp", String.valueOf(NOW.getEpochSecond()))
                        .header("X-Slack-Signature", other.signature(NOW))))
                .isEqualTo(401);
        assertThat(slack.posts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, -86_400, 3_600})
    void aStaleOrFutureOneIsRefused(long seconds) throws Exception {
        SignedDelivery delivery = SignedDelivery.command("1.1", "/plan", "Acme");
        assertThat(status(delivery.to(served.steward(), NOW.plusSeconds(seconds))))
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(longs = {-299, 299})
    void oneWithinFiveMinutesIsTaken(long seconds) throws Exception {
        SignedDelivery delivery = SignedDelivery.command("1.1", "/plan", "help");
        assertThat(status(delivery.to(served.steward(), NOW.plusSeconds(seconds))))
                .isEqualTo(200);
    }

    @Test
    void theSignatureCountsEveryByte() throws Exception {
        SignedDelivery odd = new SignedDelivery(
                SignedDelivery.JSON, "\r\n{\"type\" : \"app_rate_limited\", \"words\": \"žluťoučký 🐎\"}\r\n\n");
        assertThat(status(odd)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"no_such_type\"}",
                "{}",
                "[{\"type\":\"event_callback\"}]",
                "{\"type\":\"event_callback\"",
                "not json",
                ""
            })
    void aMalformedEventIsRefusedAsSuch(String body) throws Exception {
        assertThat(status(new SignedDelivery(SignedDelivery.JSON, body))).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payload=not+json",
                "payload=%7B%22type%22%3A%22no_such%22%7D",
                "payload=%ZZ",
                "nothing=known",
                ""
            })
    void aMalformedFormIsRefusedAsSuch(String body) throws Exception {
        assertThat(status(SignedDelivery.form(body))).isEqualTo(400);
    }

    @Test
    void whatIsNotUtf8IsMalformed() throws Exception {
        byte[] latin1 = "{\"type\":\"app_rate_limited\",\"words\":\"café\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(status(new SignedDelivery(SignedDelivery.JSON, latin1))).isEqualTo(400);
    }

    @Test
    void whatIsNestedOverAHundredDeepIsMalformed() throws Exception {
        assertThat(status(nested(99))).isEqualTo(200);
        assertThat(status(nested(100))).isEqualTo(400);
    }

    /** An event with so many lists in it, one in the other. */
    private static SignedDelivery nested(int lists) {
        return new SignedDelivery(
                SignedDelivery.JSON,
                "{\"type\":\"app_rate_limited\",\"deep\":" + "[".repeat(lists) + "]".repeat(lists) + "}");
    }

    @Test
    void whatIsOverAMebibyteIsTooLarge() throws Exception {
        assertThat(status(sized(MEBIBYTE))).isEqualTo(200);
        assertThat(status(sized(MEBIBYTE + 1))).isEqualTo(413);
    }

    private static SignedDelivery sized(int bytes) {
        String start = "{\"type\":\"app_rate_limited\",\"words\":\"";
        return new SignedDelivery(
                SignedDelivery.JSON, start + "a".repeat(bytes - start.length() - "\"}".length()) + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/healthz", "/readyz"})
    void itsHealthCanBeAskedFor(String path) throws Exception {
        assertThat(status(HttpRequest.newBuilder(served.steward().resolve(path))))
                .isEqualTo(200);
    }

    // ── Nothing is taken twice ──

    @Test
    void aMessageThatIsDeliveredAgainChangesNothing() throws Exception {
        startThePlan();
        String ts = slack.nextTs();
        taken(SignedDelivery.message("Ev1", ts, "Toledo, Ohio"));
        slack.awaitQuestion("mission 0");
        taken(SignedDelivery.message("Ev1", ts, "Toledo, Ohio"));
        taken(SignedDelivery.message("Ev2", ts, "Toledo, Ohio"));

        assertAnswers("headquarters = Toledo, Ohio");
        taken(SignedDelivery.message("Ev3", slack.nextTs(), "Better glass"));
        slack.awaitQuestion("revenue_goal 0");
        assertAnswers("headquarters = Toledo, Ohio", "mission = Better glass");
        assertThat(slack.questions()).hasSize(3);
    }

    @Test
    void theSameDeliveryTwiceAtOnceIsTakenOnce() throws Exception {
        startThePlan();
        HttpRequest request = SignedDelivery.message("Ev1", slack.nextTs(), "Toledo, Ohio")
                .to(served.steward(), NOW)
                .build();
        List.of(1, 2, 3, 4).stream()
                .map(copy -> http.sendAsync(request, BodyHandlers.ofString()))
                .toList()
                .forEach(response -> assertThat(response.join().statusCode()).isEqualTo(200));

        slack.awaitQuestion("mission 0");
        assertAnswers("headquarters = Toledo, Ohio");
        assertThat(slack.questions()).hasSize(2);
    }

    @Test
    void aTapThatIsDeliveredAgainChangesNothing() throws Exception {
        Post summary = answerTheSnapshot();
        JsonArray looksRight = new JsonArray();
        looksRight.add(action(summary.tap("Looks right"), "yes", "1772463600.100000"));
        taken(SignedDelivery.taps(summary, looksRight));
        slack.awaitQuestion("final_authority.name 1");
        int said = slack.posts().size();
        taken(SignedDelivery.taps(summary, looksRight));

        taken(SignedDelivery.message("Ev9", slack.nextTs(), "Dana Wu, CFO"));
        slack.awaitQuestion("final_authority.criteria 1");
        assertThat(slack.posts()).as("only the answer was answered").hasSize(said + 1);
    }

    @Test
    void twoActionsInOnePayloadAreBothTaken() throws Exception {
        Post summary = answerTheSnapshot();
        JsonObject tap = summary.tap("Looks right");
        JsonObject skip = tap.deepCopy();
        skip.addProperty(
                "block_id", tap.get("block_id").getAsString().replace("|summary.1|0|", "|final_authority.name|1|"));
        JsonArray both = new JsonArray();
        both.add(action(tap, "yes", "1772463600.100000"));
        both.add(action(skip, "skip", "1772463600.100000"));
        taken(SignedDelivery.taps(summary, both));

        slack.awaitQuestion("user.name 1");
        assertThat(slack.questions())
                .extracting(Post::blank)
                .endsWith("summary.1 0", "final_authority.name 1", "user.name 1");
    }

    private Post answerTheSnapshot() throws Exception {
        startThePlan();
        List<String> answers = List.of("Toledo", "Better glass", "1.2M", "Resin", "skip");
        List<String> next = List.of("mission 0", "revenue_goal 0", "selling 0", "cross_sell 0", "summary.1 0");
        for (int i = 0; i < answers.size(); i++) {
            taken(SignedDelivery.message("EvA" + i, slack.nextTs(), answers.get(i)));
            slack.awaitQuestion(next.get(i));
        }
        return slack.awaitQuestion("summary.1 0");
    }

    private static JsonObject action(JsonObject tap, String value, String actionTs) {
        JsonObject action = tap.deepCopy();
        action.addProperty("type", "button");
        action.addProperty("value", value);
        action.addProperty("action_ts", actionTs);
        return action;
    }

    private void startThePlan() throws Exception {
        HttpResponse<String> response = send(SignedDelivery.command("1.1", "/plan", "Acme 2026"));
        assertThat(response.statusCode()).isEqualTo(200);
        slack.awaitQuestion("headquarters 0");
    }

    @Test
    void aCommandThatIsDeliveredAgainStartsNoSecondPlan() throws Exception {
        startThePlan();
        taken(SignedDelivery.command("1.1", "/plan", "Acme 2026"));
        assertThat(views().texts("select account from plans")).containsExactly("Acme");
        assertThat(slack.questions()).hasSize(1);
    }

    @Test
    void aCommandIsAnsweredInItsAcknowledgement() throws Exception {
        HttpResponse<String> response = send(SignedDelivery.command("1.1", "/plan", "help"));
        JsonObject answer = JsonParser.parseString(response.body()).getAsJsonObject();
        assertThat(answer.get("response_type").getAsString()).isEqualTo("ephemeral");
        assertThat(answer.get("text").getAsString()).contains("/plan");
    }

    private void assertAnswers(String... answers) {
        await().untilAsserted(() -> assertThat(
                        views().texts("select question || ' = ' || value from answers order by number"))
                .containsExactly(answers));
    }

    private Views views() {
        return new Views(data.resolve("steward.db"));
    }

    private void taken(SignedDelivery delivery) throws Exception {
        assertThat(status(delivery)).isEqualTo(200);
    }

    private int status(SignedDelivery delivery) throws Exception {
        return send(delivery).statusCode();
    }

    private HttpResponse<String> send(SignedDelivery delivery) throws Exception {
        return http.send(delivery.to(served.steward(), NOW).build(), BodyHandlers.ofString());
    }

    private int status(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString()).statusCode();
    }
}
