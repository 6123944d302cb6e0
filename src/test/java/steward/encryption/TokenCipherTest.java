package steward.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.rep.Installation;
import steward.rep.Installations;
import steward.rep.SingleUse;
import steward.settings.UserFacingException;
import steward.store.Store;

/** What is secret lies in the store as nobody can read it, and opens only where it belongs. */
class TokenCipherTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final String SECRET = "xoxb-17653672481-Zoë";

    private final TokenCipher cipher = new TokenCipher(key(1));

    @TempDir
    Path folder;

    private static SecretKeySpec key(int first) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) first;
        return new SecretKeySpec(bytes, "AES");
    }

    @Test
    void isDecryptedWhereItWasEncryptedForAndNowhereElse() {
        String encrypted = cipher.encrypt(SECRET, "installation T1 token");

        assertThat(encrypted).doesNotContain("xoxb");
        assertThat(cipher.decrypt(encrypted, "installation T1 token")).isEqualTo(SECRET);
        assertNotDecrypted(cipher, encrypted, "installation T2 token");
        assertNotDecrypted(cipher, encrypted, "installation T1 refresh_token");
        assertNotDecrypted(new TokenCipher(key(2)), encrypted, "installation T1 token");
    }

    @Test
    void isAnotherTextEachTime() {
        assertThat(cipher.encrypt(SECRET, "p")).isNotEqualTo(cipher.encrypt(SECRET, "p"));
    }

    @Test
    void whateverWasChangedDoesNotOpen() {
        byte[] encrypted = Base64.getDecoder().decode(cipher.encrypt(SECRET, "p"));
        for (int i = 0; i < encrypted.length; i++) {
            byte[] changed = encrypted.clone();
            changed[i] ^= 1;
            assertNotDecrypted(cipher, Base64.getEncoder().encodeToString(changed), "p");
        }
        assertNotDecrypted(cipher, "", "p");
        assertNotDecrypted(cipher, "AAAA", "p");
        assertNotDecrypted(cipher, SECRET, "p");
    }

    @Test
    void theStoreHoldsNoTokenThatCouldBeRead() {
        try (Store store = Store.sqlite(folder.resolve("steward.db"))) {
            Installations encrypted = new EncryptedInstallations(store.installations(), cipher);
            Installation installation = new Installation(
                    "T1", "Northside", "A1", SECRET, Optional.of(new Installation.Renewal("xoxe-1-refresh", NOW)), 1);
            encrypted.install(installation, new SingleUse("s1", NOW), NOW);

            assertThat(encrypted.find("T1")).contains(installation);
            assertThat(encrypted.any()).contains(installation);
            assertThat(encrypted.lease("T1", NOW, Duration.ofMinutes(1))).contains(installation);
            Installation kept = store.installations().find("T1").orElseThrow();
            assertThat(kept.token()).doesNotContain("xox");
            assertThat(kept.renewal().orElseThrow().refreshToken()).doesNotContain("xox");
            assertThatExceptionOfType(UserFacingException.class)
                    .isThrownBy(() -> new EncryptedInstallations(store.installations(), new TokenCipher(key(2))).any())
                    .withMessageStartingWith("STEWARD_KEY_FILE ");
        }
    }

    private static void assertNotDecrypted(TokenCipher cipher, String encrypted, String place) {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> cipher.decrypt(encrypted, place))
                .withMessageStartingWith("STEWARD_KEY_FILE does not open the tokens in the store");
    }
}
