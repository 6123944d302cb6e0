package steward.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import steward.store.database.DatabaseLocation;
import steward.store.database.Migrations;
import steward.store.database.PostgresDatabase;
import steward.store.database.PostgresLocation;
import steward.store.database.StoreUnusable;

/** The store in a PostgreSQL database. */
class PostgresStoreTest extends StoreContract {

    private final String database = PostgresServer.freshDatabase();

    @Override
    protected Store open() {
        return Store.open(PostgresServer.place(database));
    }

    @Override
    protected Jdbi outside() {
        return Jdbi.create(database);
    }

    @Test
    void eachLookWritesSomething() {
        store.look();
        String before = writer();
        store.look();
        assertThat(writer()).isNotEqualTo(before);
    }

    /** The transaction that wrote of this process last. */
    private String writer() {
        return outside()
                .withHandle(sql -> sql.createQuery("select max(xmin::text) from worker")
                        .mapTo(String.class)
                        .one());
    }

    @Test
    void twoProcessesTakeADeliveryOnce() {
        try (Store other = open()) {
            start(PRIYA, ACME, "Acme");
            assertThat(store.sessions().take(PRIYA, "D1:1.0", MONDAY, session -> 1))
                    .isPresent();
            assertThat(other.sessions().take(PRIYA, "D1:1.0", MONDAY, session -> 1))
                    .isEmpty();
        }
    }

    @Test
    void twoProcessesTakeOneRepsTurnsOneAfterTheOther() {
        start(PRIYA, ACME, "Acme");
        try (Store other = open()) {
            AtomicInteger atOnce = new AtomicInteger();
            List<CompletableFuture<Integer>> turns = Stream.of("1", "2", "3", "4", "5", "6", "7", "8")
                    .map(key -> CompletableFuture.supplyAsync(() -> (key.compareTo("5") < 0 ? store : other)
                            .sessions()
                            .take(PRIYA, key, MONDAY, session -> {
                                int now = atOnce.incrementAndGet();
                                session.plans();
                                atOnce.decrementAndGet();
                                return now;
                            })
                            .orElseThrow()))
                    .toList();
            assertThat(turns).allSatisfy(turn -> assertThat(turn.join()).isEqualTo(1));
        }
    }

    @Test
    void oneRepsTurnWaitsForNobodyElses() {
        int both = store.sessions()
                .take(
                        PRIYA,
                        "outer",
                        MONDAY,
                        session -> store.sessions()
                                .take(
                                        TOM,
                                        "inner",
                                        MONDAY,
                                        toms -> toms.plans().size()
                                                + session.plans().size())
                                .orElseThrow())
                .orElseThrow();
        assertThat(both).isZero();
    }

    @Test
    void twoProcessesThatStartAtOnceMakeTheTablesOnce() throws Exception {
        String empty = PostgresServer.freshDatabase();
        CyclicBarrier start = new CyclicBarrier(4);
        List<CompletableFuture<Boolean>> ready = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                    await(start);
                    try (Store one = Store.open(PostgresServer.place(empty))) {
                        return one.isReady();
                    }
                }))
                .limit(4)
                .toList();
        assertThat(ready).allSatisfy(one -> assertThat(one.join()).isTrue());
        assertThat(Jdbi.create(empty)
                        .<List<Integer>, RuntimeException>withHandle(
                                sql -> sql.createQuery("select version from schema_version order by version")
                                        .mapTo(Integer.class)
                                        .list()))
                .doesNotHaveDuplicates()
                .endsWith(Migrations.POSTGRESQL.newest());
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each of two transactions has what the other waits for; PostgreSQL ends one of them. */
    @Test
    void whatPostgresqlTurnsBackIsBegunAnew() {
        outside().useHandle(sql -> sql.execute("create table lamp (name text primary key, lit integer not null)"));
        outside().useHandle(sql -> sql.execute("insert into lamp (name, lit) values ('red', 0), ('green', 0)"));
        CyclicBarrier bothHaveOne = new CyclicBarrier(2);
        AtomicInteger tries = new AtomicInteger();
        try (PostgresDatabase postgres = PostgresDatabase.open((PostgresLocation) PostgresServer.place(database))) {
            CompletableFuture<Integer> one = CompletableFuture.supplyAsync(
                    () -> postgres.write(sql -> light(sql, "red", "green", bothHaveOne, tries)));
            CompletableFuture<Integer> other = CompletableFuture.supplyAsync(
                    () -> postgres.write(sql -> light(sql, "green", "red", bothHaveOne, tries)));
            one.join();
            other.join();
            assertThat(tries).as("one of the two more than once").hasValueGreaterThan(2);
            assertThat(postgres.<Integer>read(sql -> sql.createQuery("select sum(lit) from lamp")
                            .mapTo(Integer.class)
                            .one()))
                    .isEqualTo(4);
        }
    }

    private static int light(Handle sql, String first, String second, CyclicBarrier bothHaveOne, AtomicInteger tries) {
        int mine = tries.incrementAndGet();
        sql.execute("update lamp set lit = lit + 1 where name = ?", first);
        if (mine <= 2) {
            await(bothHaveOne);
        }
        return sql.execute("update lamp set lit = lit + 1 where name = ?", second);
    }

    // ── What can't be opened ──

    @Test
    void aNewerStoreIsRefused() {
        outside()
                .useHandle(sql -> sql.execute("insert into schema_version (version, fingerprint) values (999, 'new')"));
        assertRefused(
                database,
                "it was written by a newer Steward (schema 999, this one knows " + Migrations.POSTGRESQL.newest()
                        + ")");
    }

    @Test
    void aWrongPasswordIsRefusedAndToldToNobody() {
        assertRefused(
                database.replace(PostgresServer.PASSWORD, "a-wrong-one"),
                "it does not let this user in with this password");
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() {
        assertRefused(database.replaceFirst("/fresh[0-9]+", "/nowhere"), "there is no such database");
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        assertRefused(database.replaceFirst(":[0-9]+/", ":1/"), "nobody answers there");
    }

    @Test
    void aDatabaseWithRoomForOneConnectionAloneIsNamed() {
        String small = PostgresServer.freshDatabase();
        String name = small.replaceFirst(".*/(fresh[0-9]+).*", "$1");
        Jdbi.create(small).useHandle(sql -> sql.execute("alter database " + name + " connection limit 1"));
        assertRefused(small, "it has no connection left");
    }

    @Test
    void anAddressThatIsNoneIsNoPlace() {
        assertThat(DatabaseLocation.postgresql("postgres://steward:secret@localhost/steward"))
                .isEmpty();
        assertThat(DatabaseLocation.postgresql("jdbc:postgresql://steward:secret@localhost/steward"))
                .isEmpty();
        assertThat(DatabaseLocation.postgresql("jdbc:postgresql://localhost:port/steward"))
                .isEmpty();
        assertThat(DatabaseLocation.postgresql("jdbc:sqlite:steward.db")).isEmpty();
        assertThat(DatabaseLocation.postgresql("jdbc:postgresql://localhost/steward?user=steward"))
                .isPresent();
    }

    private static void assertRefused(String address, String reason) {
        DatabaseLocation place = PostgresServer.place(address);
        assertThat(place.toString()).doesNotContain("password");
        assertThatThrownBy(() -> Store.open(place))
                .isInstanceOf(StoreUnusable.class)
                .satisfies(refusal -> {
                    assertThat(refusal.getMessage())
                            .contains(place.toString())
                            .contains(reason)
                            .endsWith(".");
                    StringWriter whole = new StringWriter();
                    refusal.printStackTrace(new PrintWriter(whole));
                    assertThat(whole.toString())
                            .doesNotContain(PostgresServer.PASSWORD)
                            .doesNotContain("a-wrong-one");
                });
    }
}
