package steward.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.store.database.Migrations;
import steward.store.database.SqliteDatabase;
import steward.store.database.StoreUnusable;

/** The store in a SQLite file. */
class SqliteStoreTest extends StoreContract {

    @TempDir
    Path folder;

    @Override
    protected Store open() {
        return Store.sqlite(file());
    }

    @Override
    protected Jdbi outside() {
        return Jdbi.create("jdbc:sqlite:" + file());
    }

    private Path file() {
        return folder.resolve("made/on the way/steward.db");
    }

    @Test
    void eachLookWritesSomething() {
        store.look();
        try (Handle other = outside().open()) {
            int before = version(other);
            store.look();
            assertThat(version(other)).as("another has written").isNotEqualTo(before);
        }
    }

    private static int version(Handle sql) {
        return sql.createQuery("pragma data_version").mapTo(Integer.class).one();
    }

    @Test
    void everyConnectionWritesThroughToTheDisk() {
        try (SqliteDatabase database = SqliteDatabase.open(file(), Migrations.SQLITE)) {
            assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(database, "synchronous")).as("FULL").isEqualTo("2");
            assertThat(pragma(database, "foreign_keys")).isEqualTo("1");
            assertThat(pragma(database, "busy_timeout")).isEqualTo("5000");
        }
    }

    private static String pragma(SqliteDatabase database, String name) {
        return database.read(
                sql -> sql.createQuery("pragma " + name).mapTo(String.class).one());
    }

    @Test
    void twoProcessesShareAFileAndTakeADeliveryOnce() {
        try (Store other = open()) {
            start(PRIYA, ACME, "Acme");
            assertThat(store.sessions().take(PRIYA, "D1:1.0", MONDAY, session -> 1))
                    .isPresent();
            assertThat(other.sessions().take(PRIYA, "D1:1.0", MONDAY, session -> 1))
                    .isEmpty();
        }
    }

    @Test
    void aTurnWaitsWhileAnotherProcessWrites() throws Exception {
        CompletableFuture<Boolean> turn;
        try (Handle other = outside().open()) {
            other.execute("begin immediate");
            turn = CompletableFuture.supplyAsync(() -> store.sessions()
                    .take(PRIYA, "D1:1.0", MONDAY, session -> true)
                    .orElseThrow());
            other.execute("commit");
        }
        assertThat(turn.get()).isTrue();
    }

    @Test
    void aNewerStoreIsRefused() {
        outside()
                .useHandle(sql -> sql.execute("insert into schema_version (version, fingerprint) values (999, 'new')"));
        assertThatThrownBy(this::open)
                .isInstanceOf(StoreUnusable.class)
                .hasMessage("Steward can't open its store " + file()
                        + ": it was written by a newer Steward (schema 999, this one knows "
                        + Migrations.SQLITE.newest() + ").");
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLeftAlone() throws Exception {
        Path notes = folder.resolve("notes.txt");
        Files.writeString(notes, "These are my notes. ".repeat(100));
        assertThatThrownBy(() -> Store.sqlite(notes))
                .isInstanceOf(StoreUnusable.class)
                .hasMessage("Steward can't open its store " + notes + ": it is not a SQLite database.");
        assertThat(notes).hasContent("These are my notes. ".repeat(100));
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws Exception {
        Path file = Files.createFile(folder.resolve("a file")).resolve("steward.db");
        assertThatThrownBy(() -> Store.sqlite(file))
                .isInstanceOf(StoreUnusable.class)
                .hasMessage("Steward can't open its store " + file + ": its folder can't be made.");
    }

    @Test
    void aFolderInThePlaceOfTheFileIsNamed() throws Exception {
        Path file = Files.createDirectory(folder.resolve("steward.db"));
        assertThatThrownBy(() -> Store.sqlite(file))
                .isInstanceOf(StoreUnusable.class)
                .hasMessage("Steward can't open its store " + file + ": the file can't be opened.");
    }

    @Test
    void aReadOnlyFolderIsNamed() throws Exception {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        assumeTrue(locked.toFile().setReadOnly(), "folders can't be locked here");
        assumeFalse(Files.isWritable(locked), "who runs this may write everywhere");
        Path file = locked.resolve("steward.db");
        assertThatThrownBy(() -> Store.sqlite(file))
                .isInstanceOf(StoreUnusable.class)
                .hasMessage("Steward can't open its store " + file + ": its folder can't be written to.");
    }

    @Test
    void aReadOnlyFileIsNamed() throws Exception {
        Path file = Files.createFile(folder.resolve("locked.db"));
        assumeTrue(file.toFile().setReadOnly(), "files can't be locked here");
        assumeFalse(Files.isWritable(file), "who runs this may write everywhere");
        assertThatThrownBy(() -> Store.sqlite(file))
                .isInstanceOf(StoreUnusable.class)
                .hasMessage("Steward can't open its store " + file + ": it may only be read.");
    }
}
