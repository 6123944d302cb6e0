package steward.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite's own library, which has to be unpacked into some folder before it can be used: beside the store, since {@code /tmp} may be full, or
 * may let nothing run; only if nothing may run beside the store, there. Nothing is left in the folder, not even of a process that was killed.
 */
final class SqliteLibrary {

    private static final String FOLDER = "org.sqlite.tmpdir";
    private static final String INSTALLED = "org.sqlite.lib.path";
    private static final String PREFIX = "sqlite-library-";

    /** What another process is just unpacking is left alone. */
    private static final Duration UNPACKED_WITHIN = Duration.ofMinutes(1);

    private static boolean isLoaded;

    private SqliteLibrary() {}

    /** Loads it, unless it is loaded already. Throws {@link StoreUnusable} if it can't be. */
    static synchronized void load(Path folder) {
        if (isLoaded) {
            return;
        }
        boolean isForUsToSay = System.getProperty(FOLDER) == null && System.getProperty(INSTALLED) == null;
        if (!(isForUsToSay && isLoadedFrom(folder)) && !isLoadedAsItComes()) {
            throw new StoreUnusable(
                    "SQLite's library can be loaded neither from " + folder + " nor from "
                            + System.getProperty("java.io.tmpdir")
                            + ": is there room, and may programs run there (mount option noexec)?",
                    null);
        }
        isLoaded = true;
    }

    private static boolean isLoadedFrom(Path folder) {
        try {
            Path own = Files.createTempDirectory(folder, PREFIX);
            try {
                System.setProperty(FOLDER, own.toString());
                return isLoadedAsItComes();
            } finally {
                System.clearProperty(FOLDER);
                letGo(folder, own);
            }
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isLoadedAsItComes() {
        try {
            return SQLiteJDBCLoader.initialize();
        } catch (Exception | LinkageError e) {
            return false;
        }
    }

    /** Once loaded, it need not be there any more. */
    private static void letGo(Path folder, Path own) throws IOException {
        Instant now = Files.getLastModifiedTime(own).toInstant();
        delete(own);
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> left = all.filter(
                            path -> String.valueOf(path.getFileName()).startsWith(PREFIX))
                    .toList();
            for (Path each : left) {
                if (Files.getLastModifiedTime(each)
                        .toInstant()
                        .plus(UNPACKED_WITHIN)
                        .isBefore(now)) {
                    delete(each);
                }
            }
        }
    }

    private static void delete(Path unpacked) throws IOException {
        try (Stream<Path> files = Files.list(unpacked)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(unpacked);
    }
}
