package steward.endtoend.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.cli.InProcess;
import steward.cli.InProcess.Served;
import steward.endtoend.fixtures.DeliverySender;
import steward.endtoend.fixtures.SignedDelivery;
import steward.endtoend.fixtures.StubSlack;

/** What {@code serve} answers to whatever is delivered. */
class EventsOverHttpTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final int MEBIBYTE = 1 << 20;

    private static StubSlack slack;
    private static Served served;
    private static DeliverySender courier;

    /** Once, as nothing here depends on what came before. */
    @BeforeAll
    static void serve(@TempDir Path data) throws Exception {
        slack = new StubSlack(InstantSource.fixed(NOW));
        served = InProcess.serve(slack.api(), data, InstantSource.fixed(NOW));
        courier = new DeliverySender(served.steward(), NOW);
    }

    @AfterAll
    static void close() {
        served.close();
        slack.close();
    }

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
        assertThat(courier.status(new SignedDelivery(SignedDelivery.JSON, body)))
                .isEqualTo(200);
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
        assertThat(courier.status(SignedDelivery.interaction(SignedDelivery.interaction(type))))
                .isEqualTo(200);
    }

    @Test
    void theAddressIsVerifiedByItsChallenge() throws Exception {
        HttpResponse<String> response = courier.send(
                new SignedDelivery(SignedDelivery.JSON, "{\"type\":\"url_verification\",\"challenge\":\"3eZbrw1aB\"}"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("3eZbrw1aB");
    }

    @Test
    void anUnsignedOrForgedOneIsRefused() throws Exception {
        SignedDelivery delivery = SignedDelivery.command("1.1", "/plan", "Acme");
        SignedDelivery other = SignedDelivery.command("1.1", "/plan", "Borealis");
        assertThat(courier.status(delivery.unsignedTo(courier.steward()))).isEqualTo(401);
        assertThat(courier.status(delivery.unsignedTo(courier.steward())
                        .header("X-Slack-Request-Timestamp", String.valueOf(NOW.getEpochSecond()))
                        .header("X-Slack-Signature", other.signature(NOW))))
                .isEqualTo(401);
        assertThat(slack.posts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, -86_400, 3_600})
    void aStaleOrFutureOneIsRefused(long seconds) throws Exception {
        SignedDelivery delivery = SignedDelivery.command("1.1", "/plan", "Acme");
        assertThat(courier.status(delivery.to(courier.steward(), NOW.plusSeconds(seconds))))
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(longs = {-299, 299})
    void oneWithinFiveMinutesIsTaken(long seconds) throws Exception {
        SignedDelivery delivery = SignedDelivery.command("1.1", "/plan", "help");
        assertThat(courier.status(delivery.to(courier.steward(), NOW.plusSeconds(seconds))))
                .isEqualTo(200);
    }

    @Test
    void theSignatureCountsEveryByte() throws Exception {
        SignedDelivery odd = new SignedDelivery(
                SignedDelivery.JSON, "\r\n{\"type\" : \"app_rate_limited\", \"words\": \"žluťoučký 🐎\"}\r\n\n");
        assertThat(courier.status(odd)).isEqualTo(200);
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
        assertThat(courier.status(new SignedDelivery(SignedDelivery.JSON, body)))
                .isEqualTo(400);
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
        assertThat(courier.status(SignedDelivery.form(body))).isEqualTo(400);
    }

    @Test
    void whatIsNotUtf8IsMalformed() throws Exception {
        byte[] latin1 = "{\"type\":\"app_rate_limited\",\"words\":\"café\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(courier.status(new SignedDelivery(SignedDelivery.JSON, latin1)))
                .isEqualTo(400);
    }

    @Test
    void whatIsNestedOverAHundredDeepIsMalformed() throws Exception {
        assertThat(courier.status(nested(99))).isEqualTo(200);
        assertThat(courier.status(nested(100))).isEqualTo(400);
    }

    /** An event with so many lists in it, one in the other. */
    private static SignedDelivery nested(int lists) {
        return new SignedDelivery(
                SignedDelivery.JSON,
                "{\"type\":\"app_rate_limited\",\"deep\":" + "[".repeat(lists) + "]".repeat(lists) + "}");
    }

    @Test
    void whatIsOverAMebibyteIsTooLarge() throws Exception {
        assertThat(courier.status(sized(MEBIBYTE))).isEqualTo(200);
        assertThat(courier.status(sized(MEBIBYTE + 1))).isEqualTo(413);
    }

    private static SignedDelivery sized(int bytes) {
        String start = "{\"type\":\"app_rate_limited\",\"words\":\"";
        return new SignedDelivery(
                SignedDelivery.JSON, start + "a".repeat(bytes - start.length() - "\"}".length()) + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/healthz", "/readyz"})
    void itsHealthCanBeAskedFor(String path) throws Exception {
        assertThat(courier.status(HttpRequest.newBuilder(courier.steward().resolve(path))))
                .isEqualTo(200);
    }

    @Test
    void aCommandIsAnsweredInItsAcknowledgement() throws Exception {
        HttpResponse<String> response = courier.send(SignedDelivery.command("2.1", "/plan", "help"));
        JsonObject answer = JsonParser.parseString(response.body()).getAsJsonObject();
        assertThat(answer.get("response_type").getAsString()).isEqualTo("ephemeral");
        assertThat(answer.get("text").getAsString()).contains("/plan");
    }
}
