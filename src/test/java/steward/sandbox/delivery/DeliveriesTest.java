package steward.sandbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.sandbox.StewardStub;
import steward.sandbox.StewardStub.Delivery;
import steward.sandbox.Trial;
import steward.sandbox.http.Json;
import steward.sandbox.workspace.SandboxClock;

class DeliveriesTest {

    @TempDir
    Path data;

    @Test
    void waitUntilStewardListens() throws Exception {
        try (Trial trial = new Trial(data)) {
            trial.page("say", "text", "hello");
            assertThat(trial.steward.isQuiet()).isTrue();
            trial.connected();
            assertThat(Json.string(trial.steward.next().event(), "text")).isEqualTo("hello");
        }
    }

    @Test
    void areSignedOverTheRawBytes() throws Exception {
        try (Trial trial = new Trial(data).connected()) {
            trial.page("say", "text", "grüß 😀");
            Delivery delivery = trial.steward.next();
            assertThat(delivery.timestamp()).isEqualTo(String.valueOf(Trial.MONDAY.getEpochSecond()));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(trial.sandbox.signingSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(("v0:" + delivery.timestamp() + ":").getBytes(StandardCharsets.UTF_8));
            byte[] hash = mac.doFinal(delivery.body().getBytes(StandardCharsets.UTF_8));
            assertThat(delivery.signature()).isEqualTo("v0=" + HexFormat.of().formatHex(hash));
        }
    }

    @Test
    void signAsInSlacksOwnExample() {
        String body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
        assertThat(RequestSignature.of("8f742231b10e8888abcd99yyyzzz85a5", 1531420618, body))
                .isEqualTo("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
    }

    @Test
    void ofAMessageLookLikeSlacks() throws Exception {
        try (Trial trial = new Trial(data).connected()) {
            trial.page("open");
            assertThat(Json.string(trial.steward.next().event(), "type")).isEqualTo("app_home_opened");
            trial.page("say", "text", "R&D on acme.com");
            Delivery delivery = trial.steward.next();
            assertThat(Json.string(delivery.json(), "type")).isEqualTo("event_callback");
            assertThat(Json.string(delivery.json(), "team_id")).isEqualTo(trial.sandbox.teamId());
            assertThat(Json.string(delivery.event(), "channel_type")).isEqualTo("im");
            assertThat(Json.string(delivery.event(), "user")).isEqualTo(trial.sandbox.userId());
            assertThat(Json.string(delivery.event(), "text")).isEqualTo("R&amp;D on <http://acme.com|acme.com>");
            assertThat(Json.string(delivery.event(), "ts")).isEqualTo(Json.string(delivery.event(), "event_ts"));
            trial.page(
                    "attach", "text", "see this", "name", "Plan.PDF", "type", "application/pdf", "content", "JVBERi0x");
            Delivery file = trial.steward.next();
            assertThat(Json.string(file.event(), "subtype")).isEqualTo("file_share");
            assertThat(Json.string(Json.objects(file.event(), "files").get(0), "filetype"))
                    .isEqualTo("pdf");
        }
    }

    @Test
    void tellTheAppOfItsOwnMessagesAndChangesToo() throws Exception {
        try (Trial trial = new Trial(data).connected()) {
            String ts = trial.post("one");
            assertThat(trial.steward.next().event().has("bot_id")).isTrue();
            trial.api("chat.update", "channel", trial.sandbox.channelId(), "ts", ts, "text", "two");
            Delivery changed = trial.steward.next();
            assertThat(Json.string(changed.event(), "subtype")).isEqualTo("message_changed");
            assertThat(Json.string(Json.child(changed.event(), "previous_message"), "text"))
                    .isEqualTo("one");
        }
    }

    @Test
    void comeAgainAtOnceThenAfterOneAndFiveMinutes() throws Exception {
        SandboxClock clock = new SandboxClock(() -> Trial.MONDAY, data);
        try (StewardStub steward = new StewardStub();
                Deliveries deliveries =
                        new Deliveries("secret", clock, Deliveries.ANSWER_WITHIN, new Faults(), Optional.empty())) {
            steward.answerWith(500);
            deliveries.connect(steward.url());
            deliveries.event("{}");
            assertThat(steward.next().retryNumber()).isEmpty();
            Delivery second = steward.next();
            assertThat(second.retryNumber()).isEqualTo("1");
            assertThat(second.retryReason()).isEqualTo("http_error");
            assertThat(second.body()).isEqualTo("{}");
            assertThat(afterMoving(Duration.ofMinutes(1), clock, deliveries, steward)
                            .retryNumber())
                    .isEqualTo("2");
            Delivery last = afterMoving(Duration.ofMinutes(5), clock, deliveries, steward);
            assertThat(last.retryNumber()).isEqualTo("3");
            assertThat(last.timestamp())
                    .isEqualTo(String.valueOf(Trial.MONDAY.plusSeconds(6 * 60).getEpochSecond()));
            assertThat(deliveries.waiting()).isZero();
        }
    }

    @Test
    void comeAgainWhenTheAnswerIsLate() throws Exception {
        try (Trial trial = new Trial(data, Trial.STEWARD, Duration.ofMillis(200)).connected()) {
            trial.steward.hold();
            trial.page("say", "text", "hello");
            trial.steward.next();
            Delivery again = trial.steward.next();
            assertThat(again.retryReason()).isEqualTo("http_timeout");
            trial.steward.release();
        }
    }

    @Test
    void comeTwiceWhenATestAsksForIt() throws Exception {
        try (Trial trial = new Trial(data).connected()) {
            trial.sandbox.faults().repeatEvents(1);
            trial.page("say", "text", "hello");
            Delivery first = trial.steward.next();
            Delivery again = trial.steward.next();
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.retryNumber()).isEqualTo("1");
        }
    }

    @Test
    void ofCommandsAreNotRepeated() throws Exception {
        try (Trial trial = new Trial(data, Trial.STEWARD, Duration.ofMillis(200)).connected()) {
            trial.steward.hold();
            trial.page("command", "command", "/plan", "text", "Acme");
            trial.steward.next();
            trial.steward.release();
            assertThat(Json.string(trial.lastShown(), "text"))
                    .isEqualTo("/plan failed with the error \"operation_timeout\"");
            assertThat(trial.steward.isQuiet()).isTrue();
        }
    }

    private static Delivery afterMoving(Duration pause, SandboxClock clock, Deliveries deliveries, StewardStub steward)
            throws InterruptedException {
        await().until(() -> deliveries.waiting() == 1);
        clock.moveOn(pause.minusMillis(1));
        assertThat(deliveries.waiting()).isEqualTo(1);
        clock.moveOn(Duration.ofMillis(1));
        return steward.next();
    }
}
