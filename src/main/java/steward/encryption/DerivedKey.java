package steward.encryption;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Keys for other purposes than encryption, each made from the one in the key file: what is made with one tells nothing of the others. */
public final class DerivedKey {

    private static final String ALGORITHM = "HmacSHA256";

    private DerivedKey() {}

    /**
     * A key for HMAC-SHA-256, the same in every process with the same key file (HKDF, whose first part a random key needs not).
     *
     * @param purpose what it is for: each has a key of its own
     */
    public static SecretKey of(SecretKey key, String purpose) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            return new SecretKeySpec(mac.doFinal(new byte[] {1}), ALGORITHM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
