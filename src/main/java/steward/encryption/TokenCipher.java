package steward.encryption;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import steward.rep.Installation;
import steward.settings.UserFacingException;

/**
 * Encrypts what is secret before it is stored, with AES-256-GCM.
 *
 * <p>What is encrypted for one place is decrypted at no other, so that nobody can move a workspace's token into another workspace's row. Safe for
 * use by several threads.
 */
public final class TokenCipher {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    public TokenCipher(SecretKey key) {
        this.key = key;
    }

    /** A workspace with its tokens encrypted, each for its row and column. */
    Installation encrypted(Installation open) {
        return open.with(
                encrypt(open.token(), place(open, "token")),
                open.renewal()
                        .map(renewal -> new Installation.Renewal(
                                encrypt(renewal.refreshToken(), place(open, "refresh_token")), renewal.expiresAt())));
    }

    /** The same with its tokens open. */
    Installation decrypted(Installation encrypted) {
        return encrypted.with(
                decrypt(encrypted.token(), place(encrypted, "token")),
                encrypted
                        .renewal()
                        .map(renewal -> new Installation.Renewal(
                                decrypt(renewal.refreshToken(), place(encrypted, "refresh_token")),
                                renewal.expiresAt())));
    }

    /** The row and the column. */
    private static String place(Installation installation, String column) {
        return "installation " + installation.team() + " " + column;
    }

    /**
     * Encrypts a secret for one place.
     *
     * @param place where it is to be stored
     */
    String encrypt(String secret, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] encrypted =
                    cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] whole = new byte[NONCE_BYTES + encrypted.length];
            System.arraycopy(nonce, 0, whole, 0, NONCE_BYTES);
            System.arraycopy(encrypted, 0, whole, NONCE_BYTES, encrypted.length);
            return Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    /**
     * Decrypts what was encrypted for a place.
     *
     * @throws UserFacingException if it was encrypted for another, with another key, or was changed
     */
    String decrypt(String encrypted, String place) {
        try {
            byte[] bytes = Base64.getDecoder().decode(encrypted);
            if (bytes.length < NONCE_BYTES) {
                throw doesNotFit();
            }
            byte[] secret =
                    cipher(Cipher.DECRYPT_MODE, bytes, place).doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return new String(secret, StandardCharsets.UTF_8);
        } catch (AEADBadTagException | IllegalArgumentException e) {
            throw doesNotFit();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    private Cipher cipher(int mode, byte[] nonceFirst, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonceFirst, 0, NONCE_BYTES));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static UserFacingException doesNotFit() {
        return new UserFacingException(
                "STEWARD_KEY_FILE does not open the tokens in the store: they were encrypted with another key, so bring"
                        + " back the file that was there before. If it is lost, run \"tokens forget\" and install Steward"
                        + " again in each workspace, where all is then as it was.");
    }
}
