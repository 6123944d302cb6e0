package steward.endtoend.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.cli.InProcess;
import steward.cli.InProcess.Trial;
import steward.endtoend.fixtures.PageClient;
import steward.endtoend.fixtures.PostedMessage;

/** A rep sends their accounts as a file, sees what it would bring, has it done, and takes it back. */
class SentFileTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T15:00:00Z"));

    @TempDir
    Path data;

    private Trial trial;
    private PageClient page;

    @BeforeEach
    void open() throws Exception {
        trial = InProcess.sandbox(data, CLOCK);
        page = PageClient.open(trial.slack().page());
        page.awaitLast(post -> true, "welcome");
    }

    @AfterEach
    void close() throws Exception {
        page.close();
        trial.close();
    }

    @Test
    void accountsAreShownImportedAndTakenBack() {
        page.send("accounts.csv", "Account,HQ,Goal\nAcme Glass,Toledo,1.2M\nBorealis,Oslo,80k\n");
        PostedMessage preview = page.awaitLast(post -> post.text().contains("accounts.csv"), "the preview");
        assertThat(preview.text())
                .contains("Acme Glass 2026; HQ Toledo; goal $1,200,000", "Borealis 2026; HQ Oslo; goal $80,000");
        page.command("/plan", "list");
        page.awaitLast(post -> post.text().contains("no plan"), "no plans yet");

        page.act(preview, preview.tap("Import 2 accounts"));
        PostedMessage imported =
                page.awaitChange(preview.ts(), post -> post.text().contains("imported"));
        page.command("/plan", "list");
        page.awaitLast(post -> post.text().contains("Borealis"), "both plans");

        JsonObject undo = imported.tap("Undo");
        page.act(imported, undo);
        page.awaitChange(preview.ts(), post -> post.text().contains("Taken back"));
        page.command("/plan", "list");
        page.awaitLast(post -> post.text().contains("no plan"), "no plans any more");
    }

    @Test
    void whatHoldsNoPlansIsSaidToHoldNone() {
        page.send("plan.json", "{");
        page.awaitLast(post -> post.text().contains("no JSON file of Steward's"), "why not");
        page.send("accounts.xlsx", "PK");
        page.awaitLast(post -> post.text().contains("Save as"), "how else");
    }
}
