package steward.store;

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
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.PostgresServer;
import steward.conversation.desk.OwnFiles.Wanted;
import steward.message.About;
import steward.message.Intent;
import steward.message.Purpose;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.Status;
import steward.worksheet.Worksheet;

/** What reps wrote before an upgrade is there after it, says the same, and lives on: in a file and in PostgreSQL. */
class UpgradeTest {

    /** The last version before anybody could ask for a file of their own. */
    private static final int BEFORE = 6;

    /** A running plan with an opportunity that was won, a done action and time; somebody else's draft; and all that goes with them. */
    private static final List<String> WRITTEN = List.of(
            "insert into installation (team_id, name, app_id, token, refresh_token, expires_at, version, installed_at)"
                    + " values ('T1', 'North', 'A1', 'sealed', 'sealed too', 1803900000000, 3, 1800000000000)",
            "insert into handshake (state, browser, ends_at) values ('s', 'b', 1803900000000)",
            "insert into rep (team_id, user_id, name, zone, room, known_at, break_even, muted, wake_at, sees_home)"
                    + " values ('T1', 'U1', 'Priya', 'America/Chicago', 'D1', 1800000000000, 9000, 'time', 1803900000000, 1)",
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
            "insert into intent (team_id, intent_id, owner_id, plan_id, question, row_no, purpose, body, state, channel, stamp,"
                    + " created_at) values ('T1', 'i1', 'U1', 'acme', '', 0, 'REPLY', '{}', 'sent', 'D1', 42, 1800000000000)",
            "insert into nudge (team_id, user_id, kind, day, intent_id, subjects, at, answered, shown)"
                    + " values ('T1', 'U1', 'actions', '2027-03-01', 'i1', 'acme.1', 1800000000000, 1, '')");

    @TempDir
    Path folder;

    @Test
    void inSqlite() {
        Path file = folder.resolve("steward.db");
        Jdbi outside = SqliteFile.of(file);
        outside.useTransaction(handle -> Migrations.SQLITE.run(handle, "old", BEFORE));
        upgraded(Place.file(file), outside);
    }

    @Test
    void inPostgresql() {
        String database = PostgresServer.freshDatabase();
        Jdbi outside = Jdbi.create(database);
        outside.useTransaction(handle -> Migrations.POSTGRESQL.run(handle, "old", BEFORE));
        upgraded(PostgresServer.place(database), outside);
    }

    private static void upgraded(Place place, Jdbi outside) {
        assertThat(BEFORE).as("the version before the newest").isEqualTo(Migrations.SQLITE.newest() - 1);
        outside.useTransaction(handle -> WRITTEN.forEach(handle::execute));
        SortedMap<String, List<String>> tables = Contents.tables(outside);
        SortedMap<String, List<String>> views = Contents.views(outside);
        assertThat(tables).doesNotContainKey("own_file");

        try (Store store = Store.open(place)) {
            SortedMap<String, List<String>> now = Contents.tables(outside);
            assertThat(now.remove("own_file")).isEmpty();
            // Whoever opens a store says there that they are at work on it.
            now.remove("worker");
            tables.remove("worker");
            assertThat(now).isEqualTo(tables);
            assertThat(Contents.views(outside)).isEqualTo(views);
            assertThat(outside.<Integer, RuntimeException>withHandle(Migrations::version))
                    .isEqualTo(Migrations.SQLITE.newest());
            goesOn(store);
            staysUnlessForgotten(store, outside);
        }
    }

    private static void goesOn(Store store) {
        Plan plan = store.desks()
                .take(PRIYA, "D1:2.0", TUESDAY, desk -> {
                    desk.write(
                            ACME,
                            List.of(new Entry(
                                    Kind.ANSWERED, "headquarters", 0, "Akron, Ohio", "Akron, Ohio", TUESDAY)));
                    return desk.plan(ACME).orElseThrow();
                })
                .orElseThrow();
        assertThat(plan.status()).isEqualTo(Status.RUNNING);
        assertThat(plan.get(Worksheet.HEADQUARTERS, 0)).contains("Akron, Ohio");
        assertThat(plan.fate(1).isOpen()).isFalse();
        assertThat(plan.timeLog()).hasSize(1);
        assertThat(store.desks().take(PRIYA, "D1:1.0", TUESDAY, desk -> true))
                .as("what was taken before the upgrade")
                .isEmpty();
    }

    private static void staysUnlessForgotten(Store store, Jdbi outside) {
        assertThatThrownBy(
                        () -> outside.useHandle(handle -> handle.execute("delete from entry where plan_id = 'acme'")))
                .hasMessageContaining("an entry never goes");
        store.desks().take(PRIYA, "D1:3.0", TUESDAY, desk -> {
            desk.wantOwnFile(true);
            return true;
        });
        Intent farewell = new Intent("bye", PRIYA, Purpose.REPLY, About.NOTHING, "{}", Optional.empty());
        assertThat(store.ownFiles().lease(TUESDAY, Duration.ofMinutes(1))).hasSize(1);
        store.ownFiles().forget(new Wanted(PRIYA, TUESDAY, true), desk -> true, farewell, TUESDAY);

        Map<String, List<String>> left = Contents.tables(outside);
        assertThat(left.get("plan")).hasSize(1).first().asString().contains("cargo");
        assertThat(left.get("entry")).hasSize(1).first().asString().contains("Oslo");
        int plans = store.desks().look(NAMESAKE, MONDAY, desk -> desk.plans().size());
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
