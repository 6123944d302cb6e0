package steward.endtoend.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.endtoend.fixtures.Await;
import steward.endtoend.fixtures.StewardProcess;
import steward.endtoend.fixtures.TestStore;
import steward.plan.PlanCard;
import steward.rep.RepId;
import steward.store.Store;

/** Plans come from files by the command line: told first, and done with {@code --yes}. */
class ImportIT {

    private static final RepId PRIYA = new RepId("T1", "U1");
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

    @TempDir
    Path folder;

    @Test
    void accountsAreToldRowByRowAndStartedOnlyWhenThatIsMeant() throws Exception {
        TestStore kept = TestStore.sqlite(folder.resolve("data"));
        Path file = Files.writeString(
                folder.resolve("accounts.csv"), "Account,HQ,Goal,Owner\nAcme Glass,Toledo,1.2M,P\n,Oslo,5k,P\n");
        try (Store store = Store.open(kept.place())) {
            assertThat(run(0, kept, file))
                    .contains(
                            "1 plan to import:",
                            "Acme Glass",
                            "HQ Toledo; goal $1,200,000",
                            "Left out:",
                            "Line 3: there is no account's name in it.",
                            "\"Owner\"",
                            "run it again with --yes");
            assertThat(accounts(store)).isEmpty();

            assertThat(run(0, kept, file, "--yes")).contains("1 plan imported:").doesNotContain("--yes");
            assertThat(accounts(store)).containsExactly("Acme Glass");
            assertThat(run(0, kept, file, "--yes"))
                    .contains("0 plans imported.", "there is a plan for it already, which stays as it is");
        }
    }

    @Test
    void whatCantBeReadIsSaidInASentence() throws Exception {
        TestStore kept = TestStore.sqlite(folder.resolve("data"));
        Path nowhere = folder.resolve("none.csv");
        try (Store store = Store.open(kept.place())) {
            assertThat(run(1, kept, nowhere))
                    .isEqualTo(nowhere + " can't be read: check that it is there, and that you may read it.");
            Path json = Files.writeString(folder.resolve("plan.json"), "[]");
            assertThat(run(0, kept, json, "--yes")).contains("This is no JSON file of Steward's.");
            assertThat(accounts(store)).isEmpty();
        }
    }

    private static List<String> accounts(Store store) {
        return store.sessions()
                .look(
                        PRIYA,
                        NOW,
                        session ->
                                session.plans().stream().map(PlanCard::account).toList());
    }

    /** What the command says, on either stream. */
    private static String run(int exit, TestStore store, Path file, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of("import", file.toString(), "--team", "T1", "--user", "U1"));
        command.addAll(List.of(more));
        try (StewardProcess child = StewardProcess.start(store.environment(), command.toArray(String[]::new))) {
            assertThat(child.awaitExit(Await.MAX)).as(child.toString()).isEqualTo(exit);
            assertThat(child.toString()).doesNotContain("Exception");
            return exit == 0 ? child.out() : child.err();
        }
    }
}
