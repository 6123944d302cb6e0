package steward.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static steward.endtoend.fixtures.Await.await;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.conversation.session.Deadline;

/** What is written at the same time is committed together, and each is told what became of its own. */
class GroupCommitTest {

    @TempDir
    Path folder;

    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicBoolean commitFails = new AtomicBoolean();

    private Jdbi jdbi;
    private GroupCommit group;

    @BeforeEach
    void open() {
        String url = "jdbc:sqlite:" + folder.resolve("test.db") + "?journal_mode=WAL&transaction_mode=IMMEDIATE";
        jdbi = Jdbi.create(() -> counting(DriverManager.getConnection(url)));
        jdbi.useHandle(handle -> handle.execute("create table word (word text)"));
        commits.set(0);
        group = new GroupCommit(jdbi, Duration.ofSeconds(60));
    }

    private Connection counting(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        commits.incrementAndGet();
                        if (commitFails.getAndSet(false)) {
                            throw new SQLException("The disk fails");
                        }
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void whatComesAloneIsCommittedAtOnce() {
        write("one");
        write("two");

        assertThat(commits).hasValue(2);
        assertThat(written()).containsExactly("one", "two");
    }

    @Test
    void whatComesMeanwhileIsCommittedTogetherInItsOrder() {
        together(handle -> say(handle, "one"), handle -> say(handle, "two"), handle -> say(handle, "three"))
                .forEach(CompletableFuture::join);

        assertThat(commits).hasValue(1);
        assertThat(written()).containsExactly("one", "two", "three");
    }

    @Test
    void whatFailsTakesBackItsOwnAlone() {
        List<CompletableFuture<Void>> all = together(
                handle -> say(handle, "one"),
                handle -> {
                    say(handle, "two");
                    throw new IllegalStateException("not two");
                },
                handle -> say(handle, "three"));

        all.get(0).join();
        assertThatThrownBy(all.get(1)::join).hasRootCauseMessage("not two");
        all.get(2).join();
        assertThat(written()).containsExactly("one", "three");
    }

    @Test
    void whereTheFirstFailsTheOthersGoOn() {
        List<CompletableFuture<Void>> all = together(
                handle -> {
                    say(handle, "one");
                    throw new IllegalStateException("not one");
                },
                handle -> say(handle, "two"),
                handle -> say(handle, "three"));

        assertThatThrownBy(all.get(0)::join).hasRootCauseMessage("not one");
        all.get(1).join();
        all.get(2).join();
        assertThat(commits).hasValue(1);
        assertThat(written()).containsExactly("two", "three");
    }

    @Test
    void aCommitThatFailsFailsAllAndTheNextGoesOn() {
        commitFails.set(true);

        together(handle -> say(handle, "one"), handle -> say(handle, "two"))
                .forEach(each -> assertThatThrownBy(each::join).hasRootCauseMessage("The disk fails"));

        assertThat(written()).isEmpty();
        write("three");
        assertThat(written()).containsExactly("three");
    }

    @Test
    void whereTheDatabaseEndsTheTransactionByItselfAllInItFail() {
        List<CompletableFuture<Void>> all = together(
                handle -> say(handle, "one"),
                handle -> {
                    say(handle, "two");
                    handle.execute("rollback");
                    throw new IllegalStateException("the disk is full");
                },
                handle -> say(handle, "three"));

        assertThatThrownBy(all.get(0)::join).hasRootCauseMessage("the disk is full");
        assertThatThrownBy(all.get(1)::join).hasRootCauseMessage("the disk is full");
        all.get(2).join();
        assertThat(written()).containsExactly("three");
    }

    @Test
    void whoeverWantsToBeAloneWaitsForWhatIsWrittenAndEndsIt() {
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Void> first = atWork(go, handle -> say(handle, "one"));
        CompletableFuture<List<String>> alone =
                CompletableFuture.supplyAsync(() -> group.alone(this::written), GroupCommitTest::onThread);
        queued(1);
        go.countDown();

        assertThat(alone.join()).containsExactly("one");
        first.join();
    }

    @Test
    void aWriteWithinAWriteIsRefused() {
        assertThatThrownBy(() -> group.write(handle -> group.write(inner -> 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A write within a write");
        write("one");
        assertThat(written()).containsExactly("one");
    }

    @Test
    void whoeverWaitsTooLongIsTold() {
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Void> first = atWork(go, handle -> say(handle, "one"));

        assertThatThrownBy(() -> Deadline.in(Duration.ZERO).within(() -> write("two")))
                .isInstanceOf(JdbiException.class);
        go.countDown();
        first.join();
        assertThat(written()).containsExactly("one");
    }

    @Test
    void whereAnotherProgramWritesItIsToldAsSuch() {
        try (Handle other = jdbi.open()) {
            other.begin();
            say(other, "theirs");

            assertThatThrownBy(() -> Deadline.in(Duration.ZERO).within(() -> write("ours")))
                    .satisfies(e ->
                            assertThat(SqliteDatabase.isBusy((JdbiException) e)).isTrue());
            other.rollback();
        }
        write("one");
        assertThat(written()).containsExactly("one");
    }

    // ── Several at once ──────────────────────────────────────────────────────────────────────────────────

    private interface Work {
        void in(Handle handle);
    }

    /** The first is at work until all others wait, in their order. */
    private List<CompletableFuture<Void>> together(Work... works) {
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        all.add(atWork(go, works[0]));
        for (Work work : List.of(works).subList(1, works.length)) {
            all.add(begin(work));
            queued(all.size() - 1);
        }
        go.countDown();
        return all;
    }

    /** Begins to write, and goes on at a sign. */
    private CompletableFuture<Void> atWork(CountDownLatch go, Work work) {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> first = begin(handle -> {
            begun.countDown();
            awaitOn(go);
            work.in(handle);
        });
        awaitOn(begun);
        return first;
    }

    private CompletableFuture<Void> begin(Work work) {
        return CompletableFuture.runAsync(
                () -> group.write(handle -> {
                    work.in(handle);
                    return true;
                }),
                GroupCommitTest::onThread);
    }

    /** Each on one of its own: they wait for each other. */
    private static void onThread(Runnable work) {
        new Thread(work, "writer").start();
    }

    private void queued(int threads) {
        await("the writers to queue").until(() -> group.waiting() == threads);
    }

    private static void awaitOn(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int write(String word) {
        return group.write(handle -> say(handle, word));
    }

    private static int say(Handle handle, String word) {
        return handle.execute("insert into word values (?)", word);
    }

    private List<String> written() {
        return jdbi.withHandle(handle ->
                handle.createQuery("select word from word").mapTo(String.class).list());
    }
}
