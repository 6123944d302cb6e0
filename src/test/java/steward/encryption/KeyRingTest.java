package steward.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.rep.Installation;
import steward.rep.SingleUse;
import steward.settings.UserFacingException;
import steward.store.Store;
import steward.store.database.DatabaseLocation;
import steward.store.database.StoreUnusable;
import steward.store.installations.StoredTokens;

/** A key can be changed, and that it is lost is a sentence with the way out. */
class KeyRingTest {

    private static final Instant NOW = Instant.parse("2027-03-01T15:00:00Z");

    @TempDir
    Path folder;

    private Path key;
    private DatabaseLocation place;
    private KeyRing ring;

    @BeforeEach
    void install() {
        key = folder.resolve("key");
        place = DatabaseLocation.file(folder.resolve("steward.db"));
        ring = new KeyRing(key, place);
        assertThat(ring.examine()).endsWith("key is made at the first start");
        try (Store store = Store.open(place)) {
            installations(store).install(workspace("T1", "North"), new SingleUse("s1", NOW), NOW);
            installations(store).install(all("E1", "Globex"), new SingleUse("s2", NOW), NOW);
        }
    }

    private EncryptedInstallations installations(Store store) {
        return new EncryptedInstallations(store.installations(), new TokenCipher(KeyFile.open(key)));
    }

    private static Installation workspace(String team, String name) {
        Installation.Renewal renewal = new Installation.Renewal("xoxe-" + team, NOW.plusSeconds(43_200));
        return new Installation(team, name, "A1", "xoxb-" + team, Optional.of(renewal), 1);
    }

    private static Installation all(String organization, String name) {
        return new Installation(organization, true, name, "A1", "xoxb-" + organization, Optional.empty(), 1);
    }

    @Test
    void anotherKeyOpensAllThatTheOneBeforeDid() throws IOException {
        assertThat(ring.examine()).endsWith("key opens the tokens of 2 workspaces");
        byte[] before = Files.readAllBytes(key);

        KeyRing.Rotated rotated = ring.rotate(NOW);
        assertThat(rotated.workspaces()).isEqualTo(2);
        assertThat(rotated.before()).hasBinaryContent(before);
        assertThat(Files.readAllBytes(key)).isNotEqualTo(before);
        assertThat(ring.examine()).endsWith("key opens the tokens of 2 workspaces");
        assertOpen();
    }

    private void assertOpen() {
        try (Store store = Store.open(place)) {
            assertThat(installations(store).find("T1")).hasValueSatisfying(found -> {
                assertThat(found.token()).isEqualTo("xoxb-T1");
                assertThat(found.renewal().map(Installation.Renewal::refreshToken))
                        .contains("xoxe-T1");
            });
        }
    }

    /** After the tokens were written, and before the key was in its place. */
    @Test
    void aRotationThatWasBrokenOffIsFinishedByTheNext() throws IOException {
        Path next = KeyFile.another(key);
        TokenCipher old = new TokenCipher(KeyFile.open(key));
        TokenCipher another = new TokenCipher(KeyFile.open(next));
        new StoredTokens(place).change(each -> another.encrypted(old.decrypted(each)));
        assertThatThrownBy(ring::examine).isInstanceOf(UserFacingException.class);

        ring.rotate(NOW);
        assertThat(ring.examine()).endsWith("key opens the tokens of 2 workspaces");
        assertThat(next).doesNotExist();
        assertOpen();
    }

    @Test
    void noKeyIsRotatedUnderAStewardAtWork() {
        try (var inUse = place.share()) {
            assertThat(inUse).isNotNull();
            assertThatThrownBy(() -> ring.rotate(NOW))
                    .isInstanceOf(StoreUnusable.class)
                    .hasMessageContaining("another Steward uses it");
        }
        assertOpen();
    }

    @Test
    void aKeyThatIsLostIsSaidWithTheWayOut() throws IOException {
        Files.delete(key);
        assertThatThrownBy(ring::examine)
                .isInstanceOf(UserFacingException.class)
                .hasMessageContainingAll("is not there", "tokens forget", "install Steward again");
        assertThat(key).as("looking makes nothing").doesNotExist();
        KeyFile.open(key);
        assertThatThrownBy(ring::examine).hasMessageContainingAll("another key", "tokens forget");

        assertThat(new StoredTokens(place).forget()).containsExactly("all of Globex", "North");
        assertThat(ring.examine()).endsWith("key");
        try (Store store = Store.open(place)) {
            assertThat(installations(store).find("T1")).isEmpty();
            installations(store).install(workspace("T1", "North"), new SingleUse("s3", NOW), NOW);
        }
        assertOpen();
    }
}
