package steward.endtoend.jar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.endtoend.fixtures.Await;
import steward.endtoend.fixtures.StewardProcess;
import steward.endtoend.fixtures.TestStore;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.PlanId;
import steward.rep.RepId;
import steward.store.Store;

/** An admin takes a rep's plans out of the store as files, while another program has it open. */
class ExportIT {

    private static final RepId PRIYA = new RepId("T1", "U1");
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

    @TempDir
    Path folder;

    @Test
    void aPlanComesInEveryFormatOutOfEitherStore() throws Exception {
        for (TestStore kept :
                List.of(TestStore.sqlite(folder.resolve("data")), TestStore.postgresql(folder.resolve("none")))) {
            Path to = folder.resolve(kept.databaseUrl().isPresent() ? "from database" : "from file");
            try (Store store = Store.open(kept.place())) {
                start(store, "1", "Acme Glass", 2026);
                start(store, "2", "Acme Glass", 2027);
                start(store, "3", "Acorn Farms", 2026);

                assertThat(export(0, kept, "--to", to.toString(), "--account", "acme 2026"))
                        .contains(to.resolve("acme-glass-2026.pdf").toString());
                assertThat(files(to))
                        .containsExactly(
                                "acme-glass-2026.csv",
                                "acme-glass-2026.docx",
                                "acme-glass-2026.ics",
                                "acme-glass-2026.json",
                                "acme-glass-2026.pdf",
                                "acme-glass-2026.xlsx");
                assertThat(to.resolve("acme-glass-2026.csv")).content().contains("Toledo");
                assertThat(to.resolve("acme-glass-2026.pdf"))
                        .content(ISO_8859_1)
                        .startsWith("%PDF-");

                export(0, kept, "--to", to.toString(), "--format", "json, CSV");
                assertThat(files(to)).hasSize(6 + 4).contains("acorn-farms-2026.csv", "acme-glass-2027.json");
            }
        }
    }

    @Test
    void whatCantBeIsSaidInASentence() throws Exception {
        TestStore kept = TestStore.sqlite(folder.resolve("data"));
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(export(1, kept, "--to", folder.toString())).contains("There is no store of Steward's at ");
        try (Store store = Store.open(kept.place())) {
            assertThat(export(1, kept, "--to", folder.toString()))
                    .isEqualTo("There are no plans of U1 in the workspace T1: check both ids.");
            start(store, "1", "Acme Glass", 2026);
            start(store, "2", "Acme Mining", 2026);
            assertThat(export(1, kept, "--to", folder.toString(), "--account", "Delta"))
                    .isEqualTo("There is no plan for \"Delta\". There are: Acme Glass (2026), Acme Mining (2026).");
            assertThat(export(1, kept, "--to", folder.toString(), "--account", "Acme"))
                    .isEqualTo("\"Acme\" may be Acme Glass (2026), Acme Mining (2026): give more of the name.");
            assertThat(export(1, kept, "--to", file.toString()))
                    .isEqualTo("Steward can't write " + file + ": that is a file, not a folder.");
            assertThat(export(1, kept, "--to", "/proc/steward"))
                    .isEqualTo(
                            "Steward can't write /proc/steward: there is no such folder, and none can be made there.");
            assertThat(export(2, kept, "--to", folder.toString(), "--format", "doc"))
                    .isEqualTo("--format must be any of pdf, docx, xlsx, csv, ics, json, not \"doc\";"
                            + " see 'steward export --help'.");
        }
        assertThat(files(folder)).containsExactlyInAnyOrder("data", "file");
    }

    @Test
    void aNameThatTheMachineCantWriteIsSaidBeforeAnythingIsWritten() throws Exception {
        TestStore kept = TestStore.sqlite(folder.resolve("data"));
        Path to = folder.resolve("to");
        try (Store store = Store.open(kept.place())) {
            start(store, "1", "Acme", 2026);
            start(store, "2", "Łódź Glass", 2026);
            String said = export(1, inLocale("POSIX", kept), "--to", to.toString());
            assertThat(said)
                    .startsWith("The language settings of this machine don't allow a file name as ")
                    .endsWith(": set LANG=C.UTF-8, and run it again.");
            assertThat(to).doesNotExist();
            export(0, inLocale("C.UTF-8", kept), "--to", to.toString(), "--format", "csv");
            // The name itself can be read only where the tests know its letters.
            assertThat(files(to)).hasSize(2).contains("acme-2026.csv");
        }
    }

    @Test
    void aCalendarWithoutDaysIsNotWritten() throws Exception {
        TestStore kept = TestStore.sqlite(folder.resolve("data"));
        Path to = folder.resolve("to");
        try (Store store = Store.open(kept.place())) {
            store.sessions().take(PRIYA, "1", NOW, desk -> desk.start(new PlanId("1"), "Acme Glass", 2026, NOW));
            assertThat(export(0, kept, "--to", to.toString(), "--format", "ics"))
                    .isEqualTo("Acme Glass 2026 has no days ahead, so there is no acme-glass-2026.ics.");
        }
        assertThat(files(to)).isEmpty();
    }

    private static void start(Store store, String id, String account, int year) {
        store.sessions().take(PRIYA, id, NOW, desk -> {
            desk.start(new PlanId(id), account, year, NOW);
            desk.write(
                    new PlanId(id),
                    List.of(
                            answered("headquarters", 0, "Toledo"),
                            answered("action.what", 1, "Call Dana Wu"),
                            answered("action.due", 1, "2026-03-12")));
            return true;
        });
    }

    private static Entry answered(String question, int row, String value) {
        return new Entry(Kind.ANSWERED, question, row, value, value, NOW);
    }

    private static Map<String, String> inLocale(String locale, TestStore store) {
        Map<String, String> environment = new HashMap<>(store.environment());
        environment.put("LC_ALL", locale);
        return environment;
    }

    /** What the command says, on either stream. */
    private static String export(int exit, TestStore store, String... arguments) throws Exception {
        return export(exit, store.environment(), arguments);
    }

    private static String export(int exit, Map<String, String> environment, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("export", "--team", "T1", "--user", "U1"));
        all.addAll(List.of(arguments));
        try (StewardProcess child = StewardProcess.start(environment, all.toArray(String[]::new))) {
            assertThat(child.awaitExit(Await.MAX)).as(child.toString()).isEqualTo(exit);
            assertThat(child.toString()).doesNotContain("Exception");
            return exit == 0 ? child.out() : child.err();
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
