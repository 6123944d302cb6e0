package steward.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.store.Store;

/** What was told as kept is kept, though the process is killed in the middle of its work. */
class KilledTest {

    private static final int LINES_BEFORE_THE_KILL = 50;

    @Test
    void whatWasKeptBeforeAKillIsThere(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("steward.db");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TakesUntilKilled.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> told = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            while (told.size() < LINES_BEFORE_THE_KILL) {
                told.add(lines.readLine());
            }
            // By its handle, which leaves the pipe open: what was told until the end is still to be read.
            process.toHandle().destroyForcibly();
            lines.lines().forEach(told::add);
        }
        process.waitFor();

        Store.sqlite(file).close();
        Jdbi.create("jdbc:sqlite:" + file).useHandle(sql -> {
            List<String> taken = sql.createQuery("select key from delivery where key <> 'start'")
                    .mapTo(String.class)
                    .list();
            List<String> written = sql.createQuery("select said from entry")
                    .mapTo(String.class)
                    .list();
            assertThat(taken).containsAll(told).containsExactlyInAnyOrderElementsOf(written);
            assertThat(sql.createQuery("pragma integrity_check")
                            .mapTo(String.class)
                            .list())
                    .containsExactly("ok");
        });
    }
}
