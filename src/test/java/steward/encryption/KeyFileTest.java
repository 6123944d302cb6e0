package steward.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.settings.UserFacingException;

/** The key is made once, kept from others, and missed when it is gone. */
class KeyFileTest {

    @TempDir
    Path folder;

    @Test
    void isMadeOnTheFirstStartForItsOwnerAlone() throws IOException {
        Path file = folder.resolve("new").resolve("key");

        byte[] key = KeyFile.open(file).getEncoded();

        assertThat(key).hasSize(32).isEqualTo(Files.readAllBytes(file));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(KeyFile.open(file).getEncoded()).isEqualTo(key);
        try (Stream<Path> all = Files.list(file.getParent())) {
            assertThat(all).containsExactly(file);
        }
    }

    @Test
    void startsAtTheSameMomentHaveTheSameKey() {
        Path file = folder.resolve("key");
        CountDownLatch start = new CountDownLatch(1);
        List<CompletableFuture<String>> keys = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                    awaitOpen(start);
                    return Arrays.toString(KeyFile.open(file).getEncoded());
                }))
                .limit(4)
                .toList();
        start.countDown();

        Set<String> different = keys.stream().map(CompletableFuture::join).collect(Collectors.toSet());
        assertThat(different).hasSize(1);
    }

    private static void awaitOpen(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx------"})
    void oneThatOthersMayReadIsRefused(String permissions) throws IOException {
        Path file = folder.resolve("key");
        KeyFile.open(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

        assertRefused(file, "chmod 600");
    }

    @Test
    void oneThatItsOwnerMayOnlyReadIsTaken() throws IOException {
        Path file = folder.resolve("key");
        byte[] key = KeyFile.open(file).getEncoded();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));

        assertThat(KeyFile.open(file).getEncoded()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 31, 33})
    void oneOfAnotherLengthIsRefused(int bytes) throws IOException {
        Path file = folder.resolve("key");
        Files.write(file, new byte[bytes]);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        assertRefused(file, "must be 32 bytes long, not " + bytes);
    }

    @Test
    void oneThatCannotBeMadeIsNamed() throws IOException {
        Path noFolder = Files.createFile(folder.resolve("a-file"));

        assertRefused(noFolder.resolve("key"), "can't be read or made");
    }

    private static void assertRefused(Path file, String words) {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> KeyFile.open(file))
                .satisfies(refusal -> assertThat(refusal.getMessage())
                        .startsWith("STEWARD_KEY_FILE " + file)
                        .contains(words)
                        .endsWith(".")
                        .doesNotContain("\n"));
    }
}
