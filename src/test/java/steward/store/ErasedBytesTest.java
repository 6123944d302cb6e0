package steward.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.conversation.session.PersonalDataRequests.Request;
import steward.message.About;
import steward.message.Intent;
import steward.message.Purpose;
import steward.message.SideQuestion;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.PlanId;
import steward.rep.Installation;
import steward.rep.Rep;
import steward.rep.RepId;
import steward.rep.SingleUse;

/** What is deleted is in no byte of a SQLite store's files any more: not in free pages, nor in the write-ahead log. */
class ErasedBytesTest extends StoreFixture {

    private static final String MARK = "zebra7141";
    private static final int ANSWERS = 200;

    @TempDir
    Path folder;

    @Override
    protected Store open() {
        return Store.sqlite(folder.resolve("steward.db"));
    }

    @Override
    protected Jdbi outside() {
        return Jdbi.create("jdbc:sqlite:" + folder.resolve("steward.db"));
    }

    @Test
    void ofARepWhoIsForgotten() throws IOException {
        fill(PRIYA, ACME);
        fillOthers();
        turn(PRIYA, session -> session.requestPersonalData(true));
        assertThat(found()).containsKeys("steward.db-wal");
        Intent farewell = new Intent("bye", PRIYA, Purpose.REPLY, About.NOTHING, "bye");
        assertThat(store.personalDataRequests()
                        .forget(new Request(PRIYA, MONDAY, true), session -> true, farewell, TUESDAY))
                .isPresent();
        assertGone();
    }

    @Test
    void ofAPlanThatIsDeletedOnceItsDayIsOver() throws IOException {
        fill(PRIYA, ACME);
        fillOthers();
        turn(PRIYA, session -> session.write(ACME, List.of(entry(Kind.DELETED, ""))));
        store.outbox().own(TUESDAY).forEach(sent -> store.outbox().sent(sent.intent(), Optional.empty()));
        assertThat(found()).isNotEmpty();
        store.personalDataRequests().eraseDeletedPlans(TUESDAY.plusSeconds(86_400));
        assertGone();
    }

    @Test
    void ofAWorkspaceThatUninstalled() throws IOException {
        store.installations()
                .install(
                        new Installation("T1", MARK, "A1", MARK, Optional.empty(), 1),
                        new SingleUse("s1", MONDAY),
                        MONDAY);
        fill(PRIYA, ACME);
        fillOthers();
        store.installations().leave("T1", TUESDAY, TUESDAY);
        Instant due = TUESDAY.plusSeconds(1);
        while (store.installations().forgetSome(due)) {
            // Some at a time.
        }
        assertGone();
    }

    /** A reader, such as a backup, holds on to what it sees: then the traces go when it is done. */
    @Test
    void onceNobodyReadsItAnyMore() throws IOException {
        fill(PRIYA, ACME);
        store.look();
        fillOthers();
        turn(PRIYA, session -> session.write(ACME, List.of(entry(Kind.DELETED, ""))));
        store.outbox().own(TUESDAY).forEach(sent -> store.outbox().sent(sent.intent(), Optional.empty()));
        try (Handle reader = outside().open()) {
            reader.begin();
            reader.createQuery("select count(*) from entry").mapTo(int.class).one();
            store.personalDataRequests().eraseDeletedPlans(TUESDAY.plusSeconds(86_400));
            store.look();
            assertThat(found()).as("the reader still sees it").isNotEmpty();
            reader.rollback();
        }
        assertGone();
    }

    private void assertGone() throws IOException {
        store.look();
        assertThat(found())
                .as("files in which the mark is found, and how often")
                .isEmpty();
        assertThat(outside()
                        .<String, RuntimeException>withHandle(handle -> handle.createQuery("pragma integrity_check")
                                .mapTo(String.class)
                                .one()))
                .isEqualTo("ok");
    }

    /** Many answers, some renamed and moved between pages, and all else that holds what the rep wrote. */
    private void fill(RepId rep, PlanId plan) {
        turn(rep, session -> session.start(plan, "Account " + MARK, 2027, MONDAY));
        for (int answer = 0; answer < ANSWERS; answer++) {
            int row = answer;
            turn(rep, session -> {
                List<Entry> entries = new ArrayList<>(List.of(entry(Kind.ANSWERED, MARK.repeat(1 + row % 30))));
                if (row % 20 == 0) {
                    entries.add(entry(Kind.RENAMED, MARK + row));
                }
                session.write(plan, entries);
                session.send(new Intent(
                        rep.user() + row, rep, Purpose.REPLY, About.plan(plan.text()), "{\"text\":\"" + MARK + "\"}"));
            });
        }
        turn(
                rep,
                session -> session.askBeside(Optional.of(
                        SideQuestion.which(List.of(new SideQuestion.Option(0, MARK, plan.text(), "/plan show"))))));
        store.reps().save(new Rep(rep, "Priya", ZoneOffset.UTC), MONDAY);
    }

    /** Plans of others between and after it, so that pages are shared. */
    private void fillOthers() {
        turn(TOM, session -> session.start(BOREALIS, "Borealis", 2027, MONDAY));
        for (int answer = 0; answer < ANSWERS; answer++) {
            turn(TOM, session -> session.write(BOREALIS, List.of(entry(Kind.ANSWERED, "plain".repeat(40)))));
        }
    }

    private static Entry entry(Kind kind, String value) {
        return new Entry(kind, "mission", 0, value, value, MONDAY);
    }

    /** By file, how often the mark is in it. */
    private Map<String, Integer> found() throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                // Each byte is one character.
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                int times = bytes.split(MARK, -1).length - 1;
                if (times > 0) {
                    found.put(String.valueOf(file.getFileName()), times);
                }
            }
        }
        return found;
    }
}
