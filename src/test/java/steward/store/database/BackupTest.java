package steward.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import steward.message.About;
import steward.message.Intent;
import steward.message.Purpose;
import steward.plan.PlanId;
import steward.rep.Installation;
import steward.rep.SingleUse;
import steward.store.PostgresServer;
import steward.store.Store;
import steward.store.StoreFixture;
import steward.store.files.StoreLock;
import steward.store.views.DatabaseContents;
import steward.store.views.FullPlan;
import steward.store.views.RandomConversation;

/** Backups: nothing differs afterwards, whichever way they take, and nothing is lost on the way. */
class BackupTest {

    private static final Instant NOW = Instant.parse("2027-03-01T15:00:00Z");

    /** Where a store may be. */
    private enum Where {
        SQLITE,
        POSTGRESQL
    }

    @TempDir
    Path folder;

    // ── There and back ──

    @Test
    void nothingDiffersAfterTheWayFromSqliteToPostgresqlAndBack() {
        Path before = folder.resolve("before/steward.db");
        Path after = folder.resolve("after/steward.db");
        String between = PostgresServer.freshDatabase();
        try (Store store = Store.sqlite(before)) {
            RandomConversation.talk(store, StoreFixture.PRIYA, new Random(3));
        }
        fill(DatabaseLocation.file(before));
        sqlite(before).useHandle(sql -> {
            sql.execute("insert into entry (team_id, plan_id, seq, delivery, kind, question, row_no, value, said, at)"
                    + " select team_id, plan_id, 1 + max(seq), max(delivery), 'Deleted', '', 0, '', '', max(at)"
                    + " from entry where team_id = 'T1' and plan_id = 'id1' group by team_id, plan_id");
            // Who left in good order left no trace.
            sql.execute("insert into worker (name, alive_at) values ('killed', 1)");
            sql.execute("insert into installation (team_id, name, app_id, token, version, installed_at)"
                    + " values ('T1', 'Acme Sales', 'A1', 'sealed', 1, 1)");
            sql.execute("insert into organization_team (team_id, organization_id) values ('T1', 'E1')");
            sql.execute("insert into used_state (id, ends_at) values ('state', 1)");
            sql.execute("insert into audit (at, who, what, about) values (1, 'ann', 'export', 'T1 U1')");
            sql.execute(
                    "insert into personal_data_request (team_id, user_id, asked_at, forget) values ('T1', 'U9', 1, 0)");
        });

        move(DatabaseLocation.file(before), PostgresServer.place(between), "to-postgresql");
        move(PostgresServer.place(between), DatabaseLocation.file(after), "to-sqlite");

        Map<String, List<String>> tables = DatabaseContents.tables(sqlite(before));
        Map<String, List<String>> views = DatabaseContents.views(sqlite(before));
        assertThat(tables).allSatisfy((name, rows) -> assertThat(rows).as(name).isNotEmpty());
        assertThat(views).allSatisfy((name, rows) -> assertThat(rows).as(name).isNotEmpty());
        assertThat(DatabaseContents.tables(Jdbi.create(between))).isEqualTo(tables);
        assertThat(DatabaseContents.views(Jdbi.create(between))).isEqualTo(views);
        assertThat(DatabaseContents.tables(sqlite(after))).isEqualTo(tables);
        assertThat(DatabaseContents.views(sqlite(after))).isEqualTo(views);
    }

    private void move(DatabaseLocation from, DatabaseLocation to, String name) {
        Path backup = folder.resolve(name + ".backup");
        Backup.Content written = new Backup(backup).write(from);
        assertThat(new Backup(backup).restore(to, NOW)).isEqualTo(new Backup.Restored(written, Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource
    void stewardGoesOnWhereItWas(Where where) {
        DatabaseLocation old = place(where, "old");
        DatabaseLocation fresh = place(where, "fresh");
        fill(old);
        move(old, fresh, "backup");
        try (Store store = Store.open(fresh)) {
            assertThat(store.outbox().pending())
                    .extracting(pending -> pending.intent().id())
                    .containsExactly("waiting", "doubtful");
            assertThat(store.sessions().take(StoreFixture.TOM, "rich", NOW, session -> 1))
                    .as("taken before")
                    .isEmpty();
            Intent next = new Intent("next", StoreFixture.TOM, Purpose.REPLY, About.NOTHING, "{}");
            store.sessions().take(StoreFixture.TOM, "next", NOW, session -> {
                session.send(next);
                return true;
            });
            assertThat(store.outbox().pending())
                    .extracting(pending -> pending.intent().id())
                    .containsExactly("waiting", "doubtful", "next");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBackupIsOfOneMomentWhileStewardWrites(Where where) {
        DatabaseLocation place = place(where, "busy");
        try (Store store = Store.open(place)) {
            FullPlan.write(store, StoreFixture.TOM);
            Path first = folder.resolve("first.backup");
            Path second = folder.resolve("second.backup");
            assertThat(new Backup(first).write(place)).isEqualTo(new Backup.Content(1, false));
            store.sessions()
                    .take(
                            StoreFixture.TOM,
                            "next",
                            NOW,
                            session -> session.start(new PlanId("next"), "Next", 2027, NOW));
            assertThat(new Backup(second).write(place)).isEqualTo(new Backup.Content(2, false));
            assertThat(plans(first)).isEqualTo(1);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int plans(Path file) {
        return sqlite(file)
                .withHandle(sql -> sql.createQuery("select count(*) from plan")
                        .mapTo(int.class)
                        .one());
    }

    // ── What was there before ──

    @Test
    void theFileThatWasThereIsSetAside() {
        Path file = folder.resolve("data/steward.db");
        fill(DatabaseLocation.file(file));
        Path backup = folder.resolve("a.backup");
        new Backup(backup).write(DatabaseLocation.file(file));
        try (Store store = Store.sqlite(file)) {
            store.sessions()
                    .take(
                            StoreFixture.TOM,
                            "next",
                            NOW,
                            session -> session.start(new PlanId("next"), "Next", 2027, NOW));
        }

        Path before = new Backup(backup)
                .restore(DatabaseLocation.file(file), NOW)
                .before()
                .orElseThrow();
        assertThat(before).hasFileName("steward-until-2027-03-01T15-00-00Z.db");
        assertThat(plans(before)).isEqualTo(2);
        assertThat(plans(file)).isEqualTo(1);
    }

    @Test
    void aStoreThatIsDamagedIsSetAsideAsItIs() throws Exception {
        Path file = Files.createDirectory(folder.resolve("data")).resolve("steward.db");
        Files.writeString(file, "no database");
        Files.writeString(Path.of(file + "-wal"), "what was not written yet");
        DatabaseLocation sound = place(Where.SQLITE, "sound");
        fill(sound);
        Path backup = folder.resolve("a.backup");
        new Backup(backup).write(sound);

        Path before = new Backup(backup)
                .restore(DatabaseLocation.file(file), NOW)
                .before()
                .orElseThrow();
        assertThat(before).hasContent("no database");
        assertThat(Path.of(before + "-wal")).hasContent("what was not written yet");
        assertThat(plans(file)).isEqualTo(1);
    }

    @Test
    void aDatabaseThatHoldsSomethingIsLeftAlone() {
        String database = PostgresServer.freshDatabase();
        DatabaseLocation place = PostgresServer.place(database);
        fill(place);
        Map<String, List<String>> tables = DatabaseContents.tables(Jdbi.create(database));
        Path backup = folder.resolve("a.backup");
        new Backup(backup).write(place);
        assertRefused(backup, place, "it holds something already, and needs to be empty");
        assertThat(DatabaseContents.tables(Jdbi.create(database))).isEqualTo(tables);
    }

    // ── What is refused ──

    @ParameterizedTest
    @EnumSource
    void aStoreThatStewardIsAtWorkOnIsLeftAlone(Where where) {
        DatabaseLocation sound = place(Where.SQLITE, "sound");
        fill(sound);
        Path backup = folder.resolve("a.backup");
        new Backup(backup).write(sound);

        DatabaseLocation place = place(where, "busy");
        StoreLock use = place.share();
        try (Store store = Store.open(place)) {
            assertRefused(backup, place, "another Steward uses it");
            assertThat(store.isReady()).isTrue();
        } finally {
            use.close();
        }
        assertThat(new Backup(backup).restore(place, NOW).content().plans()).isEqualTo(1);
    }

    /** As a program that knows nothing of the lock does. */
    @Test
    void aFileThatIsOpenElsewhereIsLeftAlone() {
        DatabaseLocation sound = place(Where.SQLITE, "sound");
        fill(sound);
        Path backup = folder.resolve("a.backup");
        new Backup(backup).write(sound);
        Path file = folder.resolve("busy/steward.db");
        try (Store store = Store.sqlite(file)) {
            assertRefused(backup, DatabaseLocation.file(file), "another Steward uses it");
            assertThat(store.isReady()).isTrue();
        }
    }

    @Test
    void noStewardBeginsWhereABackupIsBeingRestored() {
        DatabaseLocation database = place(Where.POSTGRESQL, "");
        DatabaseLocation file = place(Where.SQLITE, "data");
        StoreLock one = database.alone();
        StoreLock other = file.alone();
        try {
            assertThatThrownBy(() -> Store.open(database)).hasMessageContaining("a backup is being restored into it");
            assertThatThrownBy(file::share).hasMessageContaining("another program needs it for itself");
        } finally {
            one.close();
            other.close();
        }
        Store.open(database).close();
        file.share().close();
    }

    @Test
    void whatIsNoBackupIsNamed() throws Exception {
        DatabaseLocation place = place(Where.SQLITE, "data");
        assertRefused(folder.resolve("nothing"), place, "There is no backup");
        assertRefused(folder, place, "There is no backup");
        assertRefused(
                Files.writeString(folder.resolve("notes"), "My notes. ".repeat(200)), place, "no backup of Steward's");
        assertRefused(Files.createFile(folder.resolve("empty")), place, "no backup of Steward's");
        Path others = folder.resolve("others.db");
        sqlite(others).useHandle(sql -> sql.execute("create table plan (name text)"));
        assertRefused(others, place, "no backup of Steward's");
    }

    @Test
    void aNewerBackupIsRefused() {
        Path backup = backup();
        sqlite(backup)
                .useHandle(sql -> sql.execute("insert into schema_version (version, fingerprint) values (999, 'new')"));
        assertRefused(backup, place(Where.SQLITE, "data"), "it was written by a newer Steward (schema 999");
    }

    @Test
    void aDamagedBackupIsRefused() throws Exception {
        Path backup = backup();
        try (RandomAccessFile bytes = new RandomAccessFile(backup.toFile(), "rw")) {
            bytes.setLength(bytes.length() / 2);
        }
        assertRefused(backup, place(Where.SQLITE, "data"), "it is damaged");

        Path orphans = folder.resolve("orphans.backup");
        new Backup(orphans).write(filled());
        sqlite(orphans).useHandle(sql -> sql.execute("delete from plan where plan_id = 'rich'"));
        assertRefused(orphans, place(Where.SQLITE, "data"), "it is damaged (a row of entry belongs to none in plan)");
    }

    @Test
    void aFileThatIsThereIsNotOverwritten() throws Exception {
        Path file = Files.writeString(folder.resolve("mine"), "mine");
        assertThatThrownBy(() -> new Backup(file).write(filled()))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining(file + ": there is such a file already.");
        assertThat(file).hasContent("mine");
        assertThatThrownBy(() -> new Backup(folder).write(filled()))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageEndingWith(folder + ": that is a folder; name the file to make in it.");
    }

    @ParameterizedTest
    @EnumSource
    void whetherTokensAreInItIsKnown(Where where) {
        DatabaseLocation place = place(where, "installed");
        try (Store store = Store.open(place)) {
            store.installations()
                    .install(
                            new Installation("T1", "Acme Sales", "A1", "sealed", Optional.empty(), 0),
                            new SingleUse("s1", NOW),
                            NOW);
            assertThat(new Backup(folder.resolve("installed.backup"))
                            .write(place)
                            .tokens())
                    .isTrue();
            store.installations().leave("T1", NOW.plusSeconds(1), NOW.plusSeconds(2));
        }
        Path backup = folder.resolve("uninstalled.backup");
        assertThat(new Backup(backup).write(place).tokens()).isFalse();
        Backup.Restored restored = new Backup(backup).restore(place(where, "fresh"), NOW);
        assertThat(restored.content().tokens()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void thereMustBeAStore(Where where) {
        DatabaseLocation place = place(where, "none");
        assertThatThrownBy(() -> new Backup(folder.resolve("a.backup")).write(place))
                .isInstanceOf(StoreUnusable.class)
                .hasMessage("There is no store of Steward's at " + place + ".");
        assertThat(folder.resolve("none")).doesNotExist();
        assertThat(folder.resolve("a.backup")).doesNotExist();
    }

    private static void assertRefused(Path backup, DatabaseLocation place, String reason) {
        assertThatThrownBy(() -> new Backup(backup).restore(place, NOW))
                .isInstanceOf(StoreUnusable.class)
                .satisfies(refusal -> assertThat(refusal.getMessage())
                        .contains(reason)
                        .endsWith(".")
                        .doesNotContain("\n"));
    }

    private Path backup() {
        Path backup = folder.resolve("sound.backup");
        new Backup(backup).write(filled());
        return backup;
    }

    private DatabaseLocation filled() {
        DatabaseLocation place = DatabaseLocation.file(folder.resolve("filled/steward.db"));
        if (!Files.exists(folder.resolve("filled"))) {
            fill(place);
        }
        return place;
    }

    private DatabaseLocation place(Where where, String name) {
        return switch (where) {
            case SQLITE -> DatabaseLocation.file(folder.resolve(name).resolve("steward.db"));
            case POSTGRESQL -> PostgresServer.place(PostgresServer.freshDatabase());
        };
    }

    private static void fill(DatabaseLocation place) {
        try (Store store = Store.open(place)) {
            FullPlan.write(store, StoreFixture.TOM);
        }
    }

    private static Jdbi sqlite(Path file) {
        return Jdbi.create("jdbc:sqlite:" + file);
    }
}
