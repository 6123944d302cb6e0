package steward.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite is there though nothing can be put into the folder for temporary files, and nothing of it is left beside the store. */
class SqliteLibraryTest {

    @TempDir
    Path folder;

    @Test
    void isUnpackedBesideTheStoreAndLeavesNothingThere() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path left = Files.createDirectory(data.resolve("sqlite-library-1"));
        Files.writeString(left.resolve("libsqlitejdbc.so"), "of a process that was killed");
        Files.setLastModifiedTime(left, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder.resolve("not there"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TakesUntilKilled.class.getName(),
                        data.resolve("steward.db").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = process.inputReader()) {
            assertThat(lines.readLine()).isNotNull();
            assertThat(names(data)).contains("steward.db").noneMatch(name -> name.contains("sqlite"));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
