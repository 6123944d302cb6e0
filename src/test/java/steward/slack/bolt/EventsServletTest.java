package steward.slack.bolt;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import steward.conversation.session.Submission;
import steward.conversation.session.TurnResult;
import steward.message.About;
import steward.rep.RepId;
import steward.runtime.MemoryStore;
import steward.runtime.turns.FormRejected;
import steward.slack.api.Tokens;
import steward.slack.bolt.Deliverer.Answer;
import steward.slack.bolt.requests.RequestParser;

class EventsServletTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    static final String MESSAGE = "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":{\"type\":\"message\","
            + "\"channel_type\":\"im\",\"channel\":\"D1\",\"user\":\"U1\",\"ts\":\"1772463600.000100\",\"text\":\"x\"}}";

    private final MemoryStore store = new MemoryStore();
    private final Deliverer slack = Deliverer.toQuiet(store, Tokens.always("xoxb-1"), InstantSource.fixed(NOW));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"app_rate_limited\",\"team_id\":\"T1\",\"minute_rate_limited\":1518467820}",
                "{\"type\":\"event_callback\"}",
                "{\"type\":\"event_callback\",\"event\":[]}",
                "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":{\"type\":\"reaction_added\",\"user\":\"U1\"}}",
                "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":{\"type\":\"app_uninstalled\"}}",
                "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":{\"type\":\"tokens_revoked\",\"tokens\":{}}}",
                "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":{\"type\":\"never_heard_of\",\"user\":{\"id\":1}}}",
                "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":{\"type\":\"message\",\"subtype\":"
                        + "\"message_changed\",\"channel_type\":\"im\",\"message\":{\"text\":\"x\"}}}",
                "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":{\"type\":\"message\",\"subtype\":"
                        + "\"message_changed\",\"channel_type\":\"im\",\"channel\":\"D1\",\"message\":{\"user\":\"U1\","
                        + "\"text\":\"x\",\"ts\":\"1.000001\",\"edited\":{\"ts\":\"2.000001\"}}}}",
                "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":{\"type\":\"message\",\"subtype\":"
                        + "\"message_deleted\",\"channel_type\":\"im\",\"channel\":\"D1\",\"deleted_ts\":\"1.000001\","
                        + "\"previous_message\":{\"user\":\"U1\",\"text\":\"x\"}}}",
                "\r\n {\"type\" : \"event_callback\",\r\n\"text\":\"Zoë 😀\"}\r\n",
                MESSAGE
            })
    void everyEventThatSlackCanSendIsTaken(String body) {
        assertThat(post(JSON, body).status()).isEqualTo(200);
        assertThat(post("application/json; charset=utf-8", body).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "view_submission",
                "view_closed",
                "block_suggestion",
                "shortcut",
                "message_action",
                "interactive_message",
                "dialog_submission",
                "block_actions"
            })
    void everyInteractionIsTaken(String type) {
        assertThat(interaction("{\"type\":\"" + type + "\"}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "[{\"type\":\"event_callback\"}]",
                "\"event_callback\"",
                "{",
                "{}",
                "{\"type\":7}",
                "{\"type\":\"something_else\"}",
                "{\"type\":\"event_callback\"} {}",
                "{'type':'event_callback'}",
                "{\"type\":\"event_callback\",}"
            })
    void malformedJsonIsRefused(String body) {
        Answer response = post(JSON, body);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).isNotBlank().doesNotContain("\n");
        assertThat(interaction(body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"payload=%", "payload=%7", "payload=%zz", "%ff=1", "command=%c3%28", "a=b", "payload"})
    void malformedFormsAreRefused(String body) {
        assertThat(post(FORM, body).status()).isEqualTo(400);
    }

    @Test
    void otherContentIsRefused() {
        assertThat(post("text/plain", MESSAGE).status()).isEqualTo(400);
        assertThat(post(JSON, new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'})
                        .status())
                .isEqualTo(400);
        assertThat(post(JSON, nested(101)).status()).isEqualTo(400);
        assertThat(post(JSON, nested(50_000)).status()).isEqualTo(400);
        assertThat(post(JSON, nested(99)).status()).isEqualTo(200);
    }

    private static String nested(int depth) {
        return "{\"type\":\"event_callback\",\"event\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
    }

    @Test
    void aForgedOrUnsignedOneIsRefusedBeforeItIsRead() {
        byte[] body = "not json".getBytes(StandardCharsets.UTF_8);
        String now = String.valueOf(NOW.getEpochSecond());

        assertThat(slack.deliver(Map.of(), body).status()).isEqualTo(401);
        Map<String, String> forged =
                Map.of("X-Slack-Request-Timestamp", now, "X-Slack-Signature", Signed.signature("other", now, body));
        assertThat(slack.deliver(forged, body).status()).isEqualTo(401);
    }

    @Test
    void theChallengeIsAnswered() {
        assertThat(post(JSON, "{\"type\":\"url_verification\",\"challenge\":\"3eZbrw1a\"}")
                        .body())
                .isEqualTo("3eZbrw1a");
    }

    @Test
    void bothActionsOfOnePayloadAreTaken() {
        Answer response = interaction(
                "{\"type\":\"block_actions\",\"team\":{\"id\":\"T1\"},\"user\":{\"id\":\"U1\"},\"actions\":["
                        + "{\"block_id\":\"p|q|0|1\",\"action_id\":\"0\",\"value\":\"a\",\"action_ts\":\"1.0\"},"
                        + "{\"block_id\":\"p|q|0|1\",\"action_id\":\"1\",\"value\":\"b\",\"action_ts\":\"1.0\"}]}");

        assertThat(response.status()).isEqualTo(200);
        assertThat(store.taken).hasSize(2);
    }

    @Test
    void moreTapsThanSlackSendsAtOnceAreRefusedAltogether() {
        String tap = "{\"block_id\":\"p|q|0|1\",\"action_id\":\"%d\",\"value\":\"a\",\"action_ts\":\"1.0\"}";
        String taps = "{\"type\":\"block_actions\",\"team\":{\"id\":\"T1\"},\"user\":{\"id\":\"U1\"},\"actions\":[%s]}";
        List<String> each = IntStream.rangeClosed(0, RequestParser.TAPS_MAX)
                .mapToObj(tap::formatted)
                .toList();

        assertThat(interaction(taps.formatted(String.join(",", each))).status()).isEqualTo(400);
        assertThat(store.taken).isEmpty();
        assertThat(interaction(taps.formatted(String.join(",", each.subList(1, each.size()))))
                        .status())
                .isEqualTo(200);
        assertThat(store.taken).hasSize(RequestParser.TAPS_MAX);
    }

    /** Slack changes the shapes of what it sends along: an answer must not be lost for that. */
    @Test
    void whatSlackSendsAlongInAnyShapeLosesNoAnswer() {
        String strange = "[{\"type\":\"brand_new\",\"elements\":7},8]";

        assertThat(post(JSON, MESSAGE.replace("\"text\":", "\"attachments\":{},\"blocks\":" + strange + ",\"text\":"))
                        .status())
                .isEqualTo(200);
        interaction("{\"type\":\"block_actions\",\"team\":{\"id\":\"T1\"},\"user\":{\"id\":\"U1\"},\"message\":"
                + "{\"ts\":\"1.0\",\"blocks\":" + strange + "},\"actions\":["
                + "{\"block_id\":\"p|q|0|1\",\"action_id\":\"0\",\"value\":\"a\",\"action_ts\":\"1.0\"}]}");
        interaction(FORM_SENT.replace("\"callback_id\"", "\"blocks\":" + strange + ",\"callback_id\""));

        assertThat(store.taken).hasSize(3);
    }

    /** The library logs what it can't route, with all that reps wrote. */
    @Test
    void theLibraryLogsNothing() {
        Logger library = (Logger) LoggerFactory.getLogger("com.slack.api.bolt.App");

        assertThat(library.getEffectiveLevel()).isEqualTo(Level.OFF);
    }

    private static final String FORM_SENT = "{\"type\":\"view_submission\",\"team\":{\"id\":\"T1\"},"
            + "\"user\":{\"id\":\"U1\"},\"view\":{\"id\":\"V1\",\"callback_id\":\"form\",\"private_metadata\":\"U2's\","
            + "\"state\":{\"values\":{\"p|a|0|1\":{\"v\":{\"value\":\"x\"}},\"p|b|0|2\":{\"v\":{\"value\":null}}}}}}";

    @Test
    void aFormIsTakenOnceAndByWhoeverSentIt() {
        assertThat(interaction(FORM_SENT))
                .extracting(Answer::status, Answer::body)
                .containsExactly(200, "");
        assertThat(interaction(FORM_SENT))
                .extracting(Answer::status, Answer::body)
                .containsExactly(200, "");
        assertThat(store.taken).containsExactly("U1 view V1");
    }

    @Test
    void aFormFromHomeGivesWayToWordsThatSayWhereItWasAnswered() {
        Answer answer = interaction(FORM_SENT.replace("\"form\"", "\"form from home\""));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("{\"response_action\":\"update\",\"view\":{\"type\":\"modal\"")
                .contains("I've answered in our chat");
        assertThat(store.taken).containsExactly("U1 view V1");
    }

    @Test
    void aFormToBeMendedStaysOpenAndIsNotTaken() {
        Map<About, String> complaints = Map.of(new About("p", "b", 0), "I need a day, like `12 Mar`.");
        store.turnsEndIn = new FormRejected(new Submission(complaints, TurnResult.NOTHING));

        Answer answer = interaction(FORM_SENT);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.body())
                .isEqualTo("{\"response_action\":\"errors\",\"errors\":{\"p|b|0|2\":\"I need a day, like 12 Mar.\"}}");
        assertThat(store.taken).isEmpty();

        store.turnsEndIn = null;
        assertThat(interaction(FORM_SENT).body()).isEmpty();
        assertThat(store.taken).containsExactly("U1 view V1");
    }

    @Test
    void aFormThatCannotBeWrittenDownStaysOpen() {
        store.locked = true;

        Answer answer = interaction(FORM_SENT);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("{\"response_action\":\"errors\",\"errors\":{\"p|a|0|1\":\"Sorry")
                .contains("reference: ref.")
                .doesNotContain("`", "Acme");
    }

    @Test
    void commands() {
        String plan = "team_id=T1&user_id=U1&trigger_id=t1&command=%2Fplan&text=Acme+%26+Co";

        assertThat(post(FORM, plan).status()).isEqualTo(200);
        assertThat(store.taken).containsExactly("U1 command t1");
        Answer unknown = post(FORM, plan.replace("plan", "bogus").replace("t1", "t2"));
        assertThat(unknown.status()).isEqualTo(200);
        assertThat(unknown.body()).contains("ephemeral", "/bogus");
        assertThat(post(FORM, "command=%2Fplan").status()).isEqualTo(400);
        assertThat(post(FORM, "ssl_check=1&token=x").status()).isEqualTo(200);
    }

    @Test
    void aCommandTypedElsewhereIsAnsweredInTheChatAndSaysSo() {
        store.room(new RepId("T1", "U1"), "D1");
        String plan = "team_id=T1&user_id=U1&trigger_id=%s&command=%%2Fplan&text=%s&channel_id=%s";

        assertThat(post(FORM, plan.formatted("t1", "Acme", "C9")).body())
                .contains("\"response_type\":\"ephemeral\"", "answered in our chat");
        assertThat(post(FORM, plan.formatted("t2", "Borealis", "D1")).body()).isEmpty();
        assertThat(post(FORM, plan.formatted("t3", "help", "C9")).body())
                .contains("\"response_type\":\"ephemeral\"")
                .doesNotContain("our chat");
        assertThat(post(FORM, plan.formatted("t1", "Acme", "C9")).body()).isEmpty();
    }

    private Answer interaction(String payload) {
        return post(FORM, "payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8));
    }

    private Answer post(String contentType, String body) {
        return post(contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    private Answer post(String contentType, byte[] body) {
        return slack.deliver(contentType, body);
    }
}
