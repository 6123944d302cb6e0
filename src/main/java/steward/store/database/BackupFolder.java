package steward.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.store.files.FilePermissions;

/** A folder of backups, each named by its time, of which the oldest go; whatever else is there stays. Whatever fails throws {@link StoreUnusable}. */
public final class BackupFolder {

    /** So that the names are in the order of time. */
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'steward-'uuuu-MM-dd'T'HH-mm-ss'Z.db'").withZone(ZoneOffset.UTC);

    private static final Pattern NAMED = Pattern.compile("steward-\\d{4}-\\d{2}-\\d{2}T\\d{2}-\\d{2}-\\d{2}Z\\.db");

    private final Path folder;

    /** @param folder need not be there yet */
    public BackupFolder(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /**
     * What was done.
     *
     * @param file the new backup
     * @param gone how many old ones went
     */
    public record Kept(Path file, Backup.Content content, int gone) {}

    /**
     * Adds a backup, and only then lets the oldest go.
     *
     * @param keep how many are left, at least one
     */
    public Kept add(DatabaseLocation store, Instant now, int keep) {
        Path file = folder.resolve(NAME.format(now));
        try {
            FilePermissions.makeFolder(folder);
            Backup.Content content = new Backup(file).write(store);
            return new Kept(file, content, letGo(keep));
        } catch (IOException e) {
            throw new StoreUnusable("Steward can't keep backups in " + folder + ": " + e.getMessage() + ".", e);
        }
    }

    private int letGo(int keep) throws IOException {
        List<Path> old = newestFirst().stream().skip(keep).toList();
        for (Path each : old) {
            Files.delete(each);
        }
        return old.size();
    }

    private List<Path> newestFirst() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            NAMED.matcher(String.valueOf(file.getFileName())).matches())
                    .sorted(Comparator.<Path>naturalOrder().reversed())
                    .toList();
        }
    }
}
