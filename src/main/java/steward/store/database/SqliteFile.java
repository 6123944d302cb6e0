package steward.store.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A SQLite file as such: what is in it, and whether it is whole. */
final class SqliteFile {

    private static final String READ_ONLY = "1";

    /** With which every such file begins: <a href="https://sqlite.org/fileformat.html">fileformat</a>. */
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private SqliteFile() {}

    /** A way to it that changes no more than it is asked to, not even how the file is written to. */
    static Jdbi of(Path file) {
        Properties properties = new Properties();
        leaveNoTraces(properties);
        return jdbi(file, properties);
    }

    /** What is deleted is overwritten, and no file beside the store holds any of it. */
    static void leaveNoTraces(Properties pragmas) {
        pragmas.setProperty("secure_delete", "on");
        pragmas.setProperty("temp_store", "memory");
    }

    static Jdbi readOnly(Path file) {
        Properties properties = new Properties();
        properties.setProperty("open_mode", READ_ONLY);
        return jdbi(file, properties);
    }

    private static Jdbi jdbi(Path file, Properties properties) {
        SqliteLibrary.load(Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder"));
        return Jdbi.create(() -> DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath(), properties));
    }

    /** Whether SQLite would take it for one of its own. */
    static boolean beginsAsOne(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        }
    }

    /** Whether there are Steward's tables in it. */
    static boolean isStore(Handle handle) {
        return names(handle).containsAll(Set.of("schema_version", "plan", "entry"));
    }

    /** Whether there is a token in it. */
    static boolean hasTokens(Handle handle) {
        return handle.createQuery("select exists (select 1 from installation where token is not null)")
                .mapTo(boolean.class)
                .one();
    }

    /** What is wrong with it, by SQLite's own tests. */
    static Optional<String> damage(Handle handle) {
        String integrity = handle.createQuery("pragma integrity_check(1)")
                .mapTo(String.class)
                .one();
        if (!integrity.equals("ok")) {
            return Optional.of(integrity.lines().findFirst().orElse("not whole"));
        }
        return handle.createQuery("pragma foreign_key_check")
                .map((row, context) ->
                        "a row of " + row.getString("table") + " belongs to none in " + row.getString("parent"))
                .findFirst();
    }

    /** All tables that hold what Steward never forgets, each after those that it refers to. */
    static List<Table> tables(Handle handle) {
        List<Table> ordered = new ArrayList<>();
        Set<String> named = new HashSet<>();
        List<String> left = new ArrayList<>(names(handle));
        // Each database knows by itself what it has seen.
        left.remove("schema_version");
        while (!left.isEmpty()) {
            List<String> next = left.stream()
                    .filter(name -> named.containsAll(parents(handle, name)))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("These tables refer to each other: " + left);
            }
            next.forEach(name -> ordered.add(new Table(name, columns(handle, name))));
            named.addAll(next);
            left.removeAll(next);
        }
        return ordered;
    }

    private static List<String> names(Handle handle) {
        return handle.createQuery(
                        "select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape"
                                + " '\\'")
                .mapTo(String.class)
                .list();
    }

    private static List<String> parents(Handle handle, String table) {
        return handle.createQuery("select \"table\" from pragma_foreign_key_list(?)")
                .bind(0, table)
                .mapTo(String.class)
                .filter(parent -> !parent.equals(table))
                .list();
    }

    private static List<String> columns(Handle handle, String table) {
        return handle.createQuery("select name from pragma_table_info(?)")
                .bind(0, table)
                .mapTo(String.class)
                .list();
    }

    /** Waits until a file, or what a folder says of its files, is on the disk. */
    static void force(Path path) throws IOException {
        if (Files.isDirectory(path) && System.getProperty("os.name").startsWith("Windows")) {
            // Windows has no such thing for a folder.
            return;
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
