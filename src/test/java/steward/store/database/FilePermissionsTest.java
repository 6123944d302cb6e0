package steward.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.store.Store;
import steward.store.StoreFixture;
import steward.store.files.StoreLock;
import steward.store.views.FullPlan;

/** What reps wrote is for the user alone who runs Steward, whoever puts it there. */
class FilePermissionsTest {

    private static final Instant NOW = Instant.parse("2027-03-01T15:00:00Z");

    /** A user and a group that every machine can give files to, whether it has a name for them or not. */
    private static final int SERVICE = 4711;

    @TempDir
    Path folder;

    private Path data;
    private Path file;

    @BeforeEach
    void name() {
        data = folder.resolve("data");
        file = data.resolve("steward.db");
    }

    @Test
    void fromTheFirstStartNobodyElseMayReadIt() throws IOException {
        StoreLock use = DatabaseLocation.file(file).share();
        try (Store store = Store.sqlite(file)) {
            FullPlan.write(store, StoreFixture.TOM);
            assertThat(permissions(data)).isEqualTo("rwx------");
            assertThat(all())
                    .containsOnlyKeys("steward.db", "steward.db-shm", "steward.db-wal", "steward.lock")
                    .allSatisfy((name, permissions) ->
                            assertThat(permissions).as(name).isEqualTo("rw-------"));
        } finally {
            use.close();
        }
    }

    @Test
    void whatTheAdminLetsOthersReadStaysSoAndIsSaid() throws IOException {
        Files.createDirectory(data);
        allow(data, "rwxr-x---");
        Store.sqlite(file).close();
        assertThat(DatabaseLocation.file(file).examine()).endsWith("is whole, 0 plans");

        allow(file, "rw-r-----");
        Path backup = backup();
        Store.sqlite(file).close();
        new Backup(backup).restore(DatabaseLocation.file(file), NOW);

        assertThat(permissions(data)).isEqualTo("rwxr-x---");
        assertThat(permissions(file)).isEqualTo("rw-r-----");
        assertThat(DatabaseLocation.file(file).examine())
                .endsWith("is whole, 0 plans; others on this machine may read it:"
                        + " if no tool of yours has to, chmod 700 " + data);
        allow(data, "rwx------");
        assertThat(DatabaseLocation.file(file).examine()).endsWith("is whole, 0 plans");
    }

    @Test
    void whatRootRestoresBelongsToWhomTheFolderBelongs() throws IOException {
        Store.sqlite(file).close();
        Path backup = backup();
        Path fresh = Files.createDirectory(folder.resolve("fresh"));
        give(fresh);

        new Backup(backup).restore(DatabaseLocation.file(fresh.resolve("steward.db")), NOW);

        for (String name : new String[] {"steward.db", "steward.lock"}) {
            assertBelongsToService(fresh.resolve(name));
            assertThat(permissions(fresh.resolve(name))).as(name).isEqualTo("rw-------");
        }
    }

    @Test
    void whatRootRestoresBelongsToWhomTheStoreBelongedBefore() throws IOException {
        Store.sqlite(file).close();
        Path backup = backup();
        give(file);

        Path before = new Backup(backup)
                .restore(DatabaseLocation.file(file), NOW)
                .before()
                .orElseThrow();

        assertBelongsToService(file);
        assertBelongsToService(before);
    }

    private Path backup() {
        Path backup = folder.resolve("a.backup");
        new Backup(backup).write(DatabaseLocation.file(file));
        return backup;
    }

    private static void give(Path path) throws IOException {
        assumeThat(System.getProperty("user.name"))
                .as("only root may give files away")
                .isEqualTo("root");
        Files.setAttribute(path, "unix:uid", SERVICE);
        Files.setAttribute(path, "unix:gid", SERVICE);
    }

    private static void assertBelongsToService(Path path) throws IOException {
        assertThat(Files.readAttributes(path, "unix:uid,gid"))
                .as(path.toString())
                .isEqualTo(Map.of("uid", SERVICE, "gid", SERVICE));
    }

    private static void allow(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** By name. */
    private Map<String, String> all() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(data)) {
            for (Path each : files.toList()) {
                all.put(each.getFileName().toString(), permissions(each));
            }
        }
        return all;
    }
}
