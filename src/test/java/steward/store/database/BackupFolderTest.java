package steward.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.store.Store;

/** As many backups as are wanted, and nobody else's files touched. */
class BackupFolderTest {

    private static final Instant MONDAY = Instant.parse("2027-03-01T15:00:00Z");

    @TempDir
    Path folder;

    private DatabaseLocation store;
    private Path backups;

    @BeforeEach
    void make() {
        store = DatabaseLocation.file(folder.resolve("steward.db"));
        Store.open(store).close();
        backups = folder.resolve("backups");
    }

    @Test
    void theOldestGoOnceTheNewOneIsThere() throws IOException {
        for (int day = 0; day < 4; day++) {
            new BackupFolder(backups).add(store, MONDAY.plusSeconds(86_400L * day), 2);
        }
        Files.writeString(backups.resolve("steward-2026-notes.txt"), "mine");
        BackupFolder.Kept kept = new BackupFolder(backups).add(store, MONDAY.plusSeconds(86_400L * 4), 2);

        assertThat(kept.gone()).isEqualTo(1);
        assertThat(kept.file()).hasFileName("steward-2027-03-05T15-00-00Z.db");
        assertThat(names())
                .containsExactly(
                        "steward-2026-notes.txt", "steward-2027-03-04T15-00-00Z.db", "steward-2027-03-05T15-00-00Z.db");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(backups)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
