package steward;

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
import steward.store.Store;

/** What is secret lies in the store as nobody can read it, and opens only where it belongs. */
class SealTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final String SECRET = "xoxb-17653672481-Zoë";

    private final Seal seal = new Seal(key(1));

    @TempDir
    Path folder;

    private static SecretKeySpec key(int first) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) first;
        return new SecretKeySpec(bytes, "AES");
    }

    @Test
    void opensWhereItWasSealedForAndNowhereElse() {
        String sealed = seal.close(SECRET, "installation T1 token");

        assertThat(sealed).doesNotContain("xoxb");
        assertThat(seal.open(sealed, "installation T1 token")).isEqualTo(SECRET);
        assertDoesNotOpen(seal, sealed, "installation T2 token");
        assertDoesNotOpen(seal, sealed, "installation T1 refresh_token");
        assertDoesNotOpen(new Seal(key(2)), sealed, "installation T1 token");
    }

    @Test
    void isAnotherTextEachTime() {
        assertThat(seal.close(SECRET, "p")).isNotEqualTo(seal.close(SECRET, "p"));
    }

    @Test
    void whateverWasChangedDoesNotOpen() {
        byte[] sealed = Base64.getDecoder().decode(seal.close(SECRET, "p"));
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertDoesNotOpen(seal, Base64.getEncoder().encodeToString(changed), "p");
        }
        assertDoesNotOpen(seal, "", "p");
        assertDoesNotOpen(seal, "AAAA", "p");
        assertDoesNotOpen(seal, SECRET, "p");
    }

    @Test
    void theStoreHoldsNoTokenThatCouldBeRead() {
        try (Store store = Store.sqlite(folder.resolve("steward.db"))) {
            Installations sealed = new SealedInstallations(store.installations(), seal);
            Installation installation = new Installation(
                    "T1", "Northside", "A1", SECRET, Optional.of(new Installation.Renewal("xoxe-1-refresh", NOW)), 1);
            sealed.install(installation, NOW);

            assertThat(sealed.find("T1")).contains(installation);
            assertThat(sealed.any()).contains(installation);
            assertThat(sealed.lease("T1", NOW, Duration.ofMinutes(1))).contains(installation);
            Installation kept = store.installations().find("T1").orElseThrow();
            assertThat(kept.token()).doesNotContain("xox");
            assertThat(kept.renewal().orElseThrow().refreshToken()).doesNotContain("xox");
            assertThatExceptionOfType(Unusable.class)
                    .isThrownBy(() -> new SealedInstallations(store.installations(), new Seal(key(2))).any())
                    .withMessageStartingWith("STEWARD_KEY_FILE ");
        }
    }

    private static void assertDoesNotOpen(Seal seal, String sealed, String place) {
        assertThatExceptionOfType(Unusable.class)
                .isThrownBy(() -> seal.open(sealed, place))
                .withMessageStartingWith("STEWARD_KEY_FILE does not open the tokens in the store");
    }
}
