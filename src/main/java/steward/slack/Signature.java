package steward.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Slack's signature under what it delivers: proof that it comes from Slack, and came just now.
 *
 * <p>It is made over the bytes as they came; a body decoded and encoded again may differ from them. Safe for use by several threads.
 */
final class Signature {

    private static final long TOLERANCE_SECONDS = Duration.ofMinutes(5).toSeconds();
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

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
        return isNow(timestamp)
                && MessageDigest.isEqual(
                        expected(timestamp, body).getBytes(StandardCharsets.UTF_8),
                        signature.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isNow(String timestamp) {
        if (!SECONDS.matcher(timestamp).matches()) {
            return false;
        }
        long seconds = Long.parseLong(timestamp);
        return Math.abs(clock.instant().getEpochSecond() - seconds) <= TOLERANCE_SECONDS;
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
