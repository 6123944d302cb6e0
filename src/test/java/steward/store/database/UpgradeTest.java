package steward.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static steward.store.StoreFixture.ACME;
import static steward.store.StoreFixture.MONDAY;
import static steward.store.StoreFixture.NAMESAKE;
import static steward.store.StoreFixture.PRIYA;
import static steward.store.StoreFixture.TUESDAY;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import steward.conversation.session.PersonalDataRequests.Request;
import steward.conversation.session.RepSession;
import steward.message.About;
import steward.message.Intent;
import steward.message.Purpose;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.Status;
import steward.store.PostgresServer;
import steward.store.Store;
import steward.store.views.DatabaseContents;
import steward.worksheet.Worksheet;

/**
 * What reps wrote before an upgrade is there after it, says the same, and lives on: in a file and in PostgreSQL. A store of any other
 * Steward is refused, and left as it is.
 */
class UpgradeTest {

    /** Stands for the next version of the schema, of which there is none yet: a new table, and a new column in one that is full. */
    private static final Migration NEXT = new Migration(List.of(
            "create table lamp (name text primary key)", "alter table plan add column lit integer not null default 1"));

    private static final String OTHER =
            "another Steward made its tables, and until version 1.0.0 no other can bring them up to date;"
                    + " go on with that one, or begin with a new store.";

    /** The kinds of database. */
    private enum Database {
        SQLITE,
        POSTGRESQL;

        Migrations now() {
            return switch (this) {
                case SQLITE -> Migrations.SQLITE;
                case POSTGRESQL -> Migrations.POSTGRESQL;
            };
        }

        Migrations next() {
            return new Migrations(
                    Stream.concat(now().all().stream(), Stream.of(NEXT)).toList());
        }
    }

    /** One store, as this Steward sees it and as the next does. */
    private record Stored(DatabaseLocation now, DatabaseLocation next, Jdbi outside) {}

    /** A running plan with an opportunity that was won, a done action and time; somebody else's draft; and all that goes with them. */
    private static final List<String> WRITTEN = List.of(
            "insert into installation (team_id, name, app_id, token, refresh_token, expires_at, version, installed_at)"
                    + " values ('T1', 'North', 'A1', 'sealed', 'sealed too', 1803900000000, 3, 1800000000000)",
            "insert into organization_team (team_id, organization_id) values ('T1', 'E1')",
            "insert into used_state (id, ends_at) values ('s', 1803900000000)",
            "insert into rep (team_id, user_id, name, zone, room, known_at, break_even, muted, wake_at, sees_home)"
                    + " values ('T1', 'U1', 'Priya', 'America/Chicago', 'D1', 1800000000000, 9000, 'time', 1803900000000,"
                    + " 1)",
            "insert into rep (team_id, user_id) values ('T2', 'U1')",
            "insert into delivery (team_id, key, at) values ('T1', 'D1:1.0', 1800000000000)",
            "insert into delivery (team_id, key, at) values ('T2', 'D2:1.0', 1800000000000)",
            "insert into plan (team_id, plan_id, owner_id, account, year, created_at)"
                    + " values ('T1', 'acme', 'U1', 'Acme Glass', 2027, 1800000000000)",
            "insert into plan (team_id, plan_id, owner_id, account, year, created_at)"
                    + " values ('T2', 'cargo', 'U1', 'Cargo', 2027, 1800000000000)",
            entry("T1", "acme", 1, "Answered", "headquarters", 0, "Toledo, Ohio", "Toledo, Ohio"),
            entry("T1", "acme", 2, "Answered", "opportunity.what", 1, "Resin for line 2", "Resin for line 2"),
            entry("T1", "acme", 3, "Answered", "opportunity.increase", 1, "6000000", "60k"),
            entry("T1", "acme", 4, "Answered", "gross_margin", 0, "40", "40%"),
            entry("T1", "acme", 5, "Answered", "action.what", 1, "Call Dana", "Call Dana"),
            entry("T1", "acme", 6, "Answered", "action.due", 1, "2027-03-12", "12 March"),
            entry("T1", "acme", 7, "CycleStarted", "", 0, "2027-03-01", ""),
            entry("T1", "acme", 8, "Won", "opportunity", 1, "6600000", ""),
            entry("T1", "acme", 9, "Done", "action", 1, "", ""),
            entry("T1", "acme", 10, "Logged", "", 1, "2027-03-02 growth 90", "QBR prep"),
            entry("T2", "cargo", 1, "Answered", "headquarters", 0, "Oslo", "Oslo"),
            "insert into intent (team_id, intent_id, owner_id, plan_id, question, row_no, purpose, body, state,"
                    + " channel, message_id, stamp, created_at) values ('T1', 'i1', 'U1', 'acme', '', 0, 'REPLY', '{}',"
                    + " 'sent', 'D1', 'm42', 42, 1800000000000)",
            "insert into nudge (team_id, user_id, kind, day, intent_id, subjects, at, answered, shown)"
                    + " values ('T1', 'U1', 'actions', '2027-03-01', 'i1', 'acme.1', 1800000000000, 1, '')");

    @TempDir
    Path folder;

    // ── Up ──

    @ParameterizedTest
    @EnumSource
    void aBackupIsMadeBeforeTheTablesChange(Database kind) {
        Stored stored = empty(kind, "old");
        assertThat(stored.next.backUpIfOlder(folder)).as("there is nothing yet").isEmpty();
        Store.open(stored.now).close();
        WRITTEN.forEach(sql -> stored.outside.useHandle(handle -> handle.execute(sql)));
        assertThat(stored.now.backUpIfOlder(folder)).as("it is as it should be").isEmpty();
        SortedMap<String, List<String>> before = tables(stored);

        assertThat(stored.next.backUpIfOlder(folder)).contains(folder.resolve("steward-schema-1.db"));
        assertThat(stored.next.backUpIfOlder(folder))
                .as("the one before is not touched")
                .contains(folder.resolve("steward-schema-1-2.db"));
        Store.open(stored.next).close();
        assertThat(stored.next.backUpIfOlder(folder)).isEmpty();
        Stored way = empty(kind, "back");
        new Backup(folder.resolve("steward-schema-1.db")).restore(way.now, TUESDAY);
        assertThat(tables(way)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasWrittenStaysAndLivesOn(Database kind) {
        Stored stored = written(kind);
        SortedMap<String, List<String>> tables = tables(stored);
        SortedMap<String, List<String>> views = DatabaseContents.views(stored.outside);

        try (Store store = Store.open(stored.next)) {
            SortedMap<String, List<String>> upgraded = tables(stored);
            assertThat(upgraded.remove("lamp")).isEmpty();
            upgraded.computeIfPresent(
                    "plan",
                    (name, plans) -> plans.stream()
                            .map(plan -> plan.replace("|lit=1", ""))
                            .toList());
            assertThat(upgraded).isEqualTo(tables);
            assertThat(DatabaseContents.views(stored.outside)).isEqualTo(views);
            assertThat(version(stored)).isEqualTo(kind.next().newest());
            goesOn(store);
            staysUnlessForgotten(store, stored.outside);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatOnlyLooksDoesNotUpgrade(Database kind) {
        Stored stored = written(kind);
        assertThat(stored.next.examine()).endsWith(", 2 plans, to be brought up to date at the next start");
        assertThatThrownBy(() -> Store.look(stored.next, PRIYA, MONDAY, RepSession::plans))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageEndingWith(
                        "it was written by an older Steward; start this one once, which brings it up to date.");
        assertThat(version(stored)).isEqualTo(kind.now().newest());
    }

    @ParameterizedTest
    @EnumSource
    void anOlderStoreIsCopiedAsItIsAndComesBackUpToDate(Database kind) {
        Stored stored = written(kind);
        Path file = folder.resolve("old.backup");
        Migrations next = Database.SQLITE.next();
        new Backup(file, next).write(stored.next);
        assertThat(version(stored)).isEqualTo(kind.now().newest());
        assertThat(SqliteFile.of(file).<Integer, RuntimeException>withHandle(Migrations::version))
                .isEqualTo(kind.now().newest());

        Stored fresh = empty(kind, "fresh");
        assertThat(new Backup(file, next).restore(fresh.next, MONDAY).content().plans())
                .isEqualTo(2);
        assertThat(version(fresh)).isEqualTo(next.newest());
        assertThat(DatabaseContents.views(fresh.outside)).isEqualTo(DatabaseContents.views(stored.outside));
    }

    // ── Not down ──

    @ParameterizedTest
    @EnumSource
    void anOlderStewardRefusesANewerStore(Database kind) {
        Stored stored = written(kind);
        Store.open(stored.next).close();
        Path file = folder.resolve("new.backup");
        new Backup(file, Database.SQLITE.next()).write(stored.next);
        assertRefused(kind, stored, file, "it was written by a newer Steward (schema 2, this one knows 1).");
    }

    // ── Not across ──

    @ParameterizedTest
    @EnumSource
    void aStoreThatWasMadeByAnotherSchemaIsRefused(Database kind) {
        Stored stored = written(kind);
        Path file = folder.resolve("other.backup");
        new Backup(file).write(stored.now);
        for (Jdbi each : List.of(stored.outside, SqliteFile.of(file))) {
            each.useHandle(handle -> handle.execute("update schema_version set fingerprint = 'another''s'"));
        }
        assertRefused(kind, stored, file, OTHER);
    }

    /** As the first Stewards made them, before anything was published. */
    @ParameterizedTest
    @EnumSource
    void aStoreWithoutAFingerprintIsRefused(Database kind) {
        Stored stored = written(kind);
        Path file = folder.resolve("first.backup");
        new Backup(file).write(stored.now);
        for (Jdbi each : List.of(stored.outside, SqliteFile.of(file))) {
            each.useHandle(handle -> {
                handle.execute("alter table schema_version drop column fingerprint");
                handle.execute("update schema_version set version = 7");
            });
        }
        assertRefused(kind, stored, file, OTHER);
    }

    @Test
    void aFingerprintTellsWhatIsMadeAndNotHowItIsWritten() {
        String fingerprint = made("create table lamp (\n    name text\n)");
        assertThat(made("-- Lit at night.\ncreate table lamp (  name text -- as it is called\n)"))
                .isEqualTo(fingerprint);
        assertThat(made("create table lamp (name text, lit integer)")).isNotEqualTo(fingerprint);
        assertThat(fingerprint(Migrations.POSTGRESQL)).isNotEqualTo(fingerprint(Migrations.SQLITE));
    }

    private static String made(String sql) {
        return new Migration(List.of(sql)).fingerprint();
    }

    private static String fingerprint(Migrations migrations) {
        return migrations.all().get(0).fingerprint();
    }

    // ── Around them ──

    /** Nobody reads it, or changes it, or takes it for a backup. */
    private void assertRefused(Database kind, Stored stored, Path backup, String reason) {
        SortedMap<String, List<String>> before = tables(stored);
        Path another = folder.resolve("another.backup");
        DatabaseLocation fresh = empty(kind, "fresh").now;
        List<Runnable> uses = List.of(
                () -> Store.open(stored.now).close(),
                stored.now::examine,
                () -> Store.look(stored.now, PRIYA, MONDAY, RepSession::plans),
                () -> new Backup(another).write(stored.now),
                () -> new Backup(backup).restore(fresh, MONDAY));
        assertThat(uses)
                .allSatisfy(use -> assertThatThrownBy(use::run)
                        .isInstanceOf(StoreUnusable.class)
                        .hasMessageStartingWith("Steward can't ")
                        .hasMessageEndingWith(": " + reason));
        assertThat(tables(stored)).isEqualTo(before);
        assertThat(another).doesNotExist();
    }

    private Stored written(Database kind) {
        Stored stored = empty(kind, "written");
        stored.outside.useTransaction(handle -> {
            kind.now().run(handle, "the first");
            WRITTEN.forEach(handle::execute);
        });
        return stored;
    }

    private Stored empty(Database kind, String name) {
        return switch (kind) {
            case SQLITE -> {
                Path file = folder.resolve(name + ".db");
                yield new Stored(new SqliteLocation(file), new SqliteLocation(file, kind.next()), SqliteFile.of(file));
            }
            case POSTGRESQL -> {
                String url = PostgresServer.freshDatabase();
                yield new Stored(PostgresServer.place(url), new PostgresLocation(url, kind.next()), Jdbi.create(url));
            }
        };
    }

    /** Whoever opens a store says there that they are at work on it. */
    private static SortedMap<String, List<String>> tables(Stored stored) {
        SortedMap<String, List<String>> tables = DatabaseContents.tables(stored.outside);
        tables.remove("worker");
        return tables;
    }

    private static int version(Stored stored) {
        return stored.outside.withHandle(Migrations::version);
    }

    private static void goesOn(Store store) {
        Plan plan = store.sessions()
                .take(PRIYA, "D1:2.0", TUESDAY, session -> {
                    session.write(
                            ACME,
                            List.of(new Entry(
                                    Kind.ANSWERED, "headquarters", 0, "Akron, Ohio", "Akron, Ohio", TUESDAY)));
                    return session.plan(ACME).orElseThrow();
                })
                .orElseThrow();
        assertThat(plan.status()).isEqualTo(Status.RUNNING);
        assertThat(plan.get(Worksheet.HEADQUARTERS, 0)).contains("Akron, Ohio");
        assertThat(plan.outcome(1).isOpen()).isFalse();
        assertThat(plan.timeLog()).hasSize(1);
        assertThat(store.sessions().take(PRIYA, "D1:1.0", TUESDAY, session -> true))
                .as("what was taken before the upgrade")
                .isEmpty();
    }

    private static void staysUnlessForgotten(Store store, Jdbi outside) {
        assertThatThrownBy(
                        () -> outside.useHandle(handle -> handle.execute("delete from entry where plan_id = 'acme'")))
                .hasMessageContaining("an entry never goes");
        store.sessions().take(PRIYA, "D1:3.0", TUESDAY, session -> {
            session.requestPersonalData(true);
            return true;
        });
        Intent farewell = new Intent("bye", PRIYA, Purpose.REPLY, About.NOTHING, "{}", Optional.empty());
        assertThat(store.personalDataRequests().lease(TUESDAY, Duration.ofMinutes(1)))
                .hasSize(1);
        store.personalDataRequests().forget(new Request(PRIYA, TUESDAY, true), session -> true, farewell, TUESDAY);

        Map<String, List<String>> left = DatabaseContents.tables(outside);
        assertThat(left.get("plan")).hasSize(1).first().asString().contains("cargo");
        assertThat(left.get("entry")).hasSize(1).first().asString().contains("Oslo");
        int plans = store.sessions()
                .look(NAMESAKE, MONDAY, session -> session.plans().size());
        assertThat(plans).isOne();
    }

    private static String entry(
            String team, String plan, int seq, String kind, String question, int row, String value, String said) {
        return "insert into entry (team_id, plan_id, seq, delivery, kind, question, row_no, value, said, at) values ('%s', '%s',"
                        .formatted(team, plan)
                + " %d, '%s', '%s', '%s', %d, '%s', '%s', 1800000000000)"
                        .formatted(seq, team.equals("T1") ? "D1:1.0" : "D2:1.0", kind, question, row, value, said);
    }
}
