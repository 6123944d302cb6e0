package steward.slack.bolt;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class SignatureTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final Signature SIGNATURE = new Signature("secret", InstantSource.fixed(NOW));

    @ParameterizedTest
    @CsvSource({"0, true", "-300, true", "300, true", "-301, false", "301, false", "3600, false", "-86400, false"})
    void holdsForFiveMinutesEitherWay(long secondsOff, boolean holds) {
        String timestamp = String.valueOf(NOW.getEpochSecond() + secondsOff);
        byte[] body = bytes("{}");

        assertThat(SIGNATURE.holds(timestamp, Signed.signature("secret", timestamp, body), body))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "abc", "-1", "+1772463600", "1772463600.0", "1e9", "99999999999999999999", "١٧٧٢٤٦٣٦٠٠"
            })
    void refusesWhatIsNoTime(String timestamp) {
        byte[] body = bytes("{}");

        assertThat(SIGNATURE.holds(timestamp, Signed.signature("secret", timestamp, body), body))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v0=", "v0=00", "v1=", "é"})
    void refusesWhatIsNoSignature(String signature) {
        assertThat(SIGNATURE.holds(String.valueOf(NOW.getEpochSecond()), signature, bytes("{}")))
                .isFalse();
    }

    @Test
    void refusesAnotherSecretAndAnotherBody() {
        String timestamp = String.valueOf(NOW.getEpochSecond());
        byte[] body = bytes("{}");

        assertThat(SIGNATURE.holds(timestamp, Signed.signature("other", timestamp, body), body))
                .isFalse();
        assertThat(SIGNATURE.holds(timestamp, Signed.signature("secret", timestamp, body), bytes("{} ")))
                .isFalse();
    }

    @Test
    void anotherSecretIsSaidOnceAMinuteByTheNameOfItsSetting() {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        Signature signature = new Signature("secret", now::get);
        Logger logger = (Logger) LoggerFactory.getLogger(Signature.class);
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        logger.addAppender(logged);
        try {
            for (int second = 0; second < 120; second++) {
                now.set(NOW.plusSeconds(second));
                String timestamp = String.valueOf(NOW.getEpochSecond() + second);
                signature.holds(timestamp, Signed.signature("other", timestamp, bytes("{}")), bytes("{}"));
                signature.holds(timestamp, "v0=nonsense", bytes("{}"));
            }
        } finally {
            logger.detachAppender(logged);
        }
        assertThat(logged.list)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.getFormattedMessage()).contains("SLACK_SIGNING_SECRET"));
    }

    /** The example in Slack's own documentation. */
    @Test
    void agreesWithSlack() {
        Signature slacks = new Signature(
                "8f742231b10e8888abcd99yyyzzz85a5", InstantSource.fixed(Instant.ofEpochSecond(1531420618)));
        String body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F"
                + "96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

        assertThat(slacks.holds(
                        "1531420618",
                        "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
                        bytes(body)))
                .isTrue();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
