package steward.rep;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * What opens a rep's calendar to whoever knows its address, as it is kept: the address itself can't be worked out from it.
 *
 * @param name the part of the address by which it is found
 * @param secretHash what the other part comes to
 * @param since when it was made
 */
public record CalendarKey(String name, String secretHash, Instant since) {

    /**
     * A new one.
     *
     * @param name unique, and nobody can guess it
     * @param secret nobody can guess it; it is not kept
     */
    public static CalendarKey of(String name, String secret, Instant now) {
        return new CalendarKey(name, HexFormat.of().formatHex(hash(secret)), now);
    }

    /** Whether it is opened by a secret; how long the answer takes tells nothing of how near that came. */
    public boolean isOpenedBy(String secret) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(secretHash), hash(secret));
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
