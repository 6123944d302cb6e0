package steward.slack.bolt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slack's signature under what it delivers: proof that it comes from Slack, and came just now.
 *
 * <p>It is made over the bytes as they came; a body decoded and encoded again may differ from them. Safe for use by several threads.
 */
final class Signature {

    private static final long TOLERANCE_SECONDS = Duration.ofMinutes(5).toSeconds();
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern SHAPE = Pattern.compile("v0=[0-9a-f]{64}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    /** Not to be said with each delivery. */
    private static final long SECONDS_BETWEEN_SAYING = 60;

    private static final Logger LOG = LoggerFactory.getLogger(Signature.class);

    private final AtomicLong lateSaidAt = new AtomicLong();
    private final AtomicLong forgedSaidAt = new AtomicLong();
    private final SecretKeySpec key;
    private final InstantSource clock;

    Signature(String signingSecret, InstantSource clock) {
        this.key = new SecretKeySpec(signingSecret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.clock = clock;
    }

    /**
     * Whether Slack signed this body now.
     *
     * @param timestamp the header of that name, empty if there is none
     * @param signature the header of that name, empty if there is none
     */
    boolean holds(String timestamp, String signature, byte[] body) {
        if (!SECONDS.matcher(timestamp).matches()) {
            return false;
        }
        boolean isOurs = isOurs(timestamp, signature, body);
        if (!isOurs && SHAPE.matcher(signature).matches() && isToSay(forgedSaidAt)) {
            LOG.warn(
                    "A delivery is refused, since it is signed by another secret than SLACK_SIGNING_SECRET: if Slack sent it,"
                            + " copy that again from the app's page, under Basic Information");
        }
        return isOurs && isNow(timestamp);
    }

    private boolean isOurs(String timestamp, String signature, byte[] body) {
        return MessageDigest.isEqual(
                expected(timestamp, body).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isNow(String timestamp) {
        long secondsOff = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
        if (Math.abs(secondsOff) <= TOLERANCE_SECONDS) {
            return true;
        }
        if (isToSay(lateSaidAt)) {
            LOG.error(
                    "A delivery of Slack's is refused, signed {} minutes {} this machine's clock: is that set right?",
                    Math.abs(secondsOff) / 60,
                    secondsOff > 0 ? "behind" : "ahead of");
        }
        return false;
    }

    /** Whether it was not said for a while. */
    private boolean isToSay(AtomicLong saidAt) {
        long second = clock.instant().getEpochSecond();
        long before = saidAt.get();
        return second - before >= SECONDS_BETWEEN_SAYING && saidAt.compareAndSet(before, second);
    }

    private String expected(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
