package steward.endtoend.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.endtoend.fixtures.AcmePlan;
import steward.endtoend.fixtures.Await;
import steward.endtoend.fixtures.QuestionAndReply;
import steward.endtoend.fixtures.ServeProcess;
import steward.endtoend.fixtures.SignedDelivery;
import steward.endtoend.fixtures.StewardProcess;
import steward.endtoend.fixtures.StubSlack;
import steward.endtoend.fixtures.TestStore;
import steward.store.PostgresServer;

/** An admin backs up while Steward serves, and moves it from a file to PostgreSQL; the rep goes on where they were. */
class BackupIT {

    private final InstantSource clock = InstantSource.system();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void aStoreMovesFromAFileToPostgresql() throws Exception {
        TestStore file = TestStore.sqlite(folder.resolve("data"));
        TestStore database = TestStore.postgresql(folder.resolve("none"));
        String backup = folder.resolve("steward.backup").toString();
        AcmePlan plan = new AcmePlan(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        List<QuestionAndReply> lines = plan.lines();
        try (StubSlack slack = new StubSlack(clock)) {
            try (ServeProcess serving = new ServeProcess(slack.api(), file)) {
                send(serving, SignedDelivery.command("1.1", "/plan", plan.command()));
                slack.awaitQuestion(lines.get(0).blank());
                assertThat(said(0, file, "backup", backup)).isEqualTo("1 plan is in " + backup + ".");
                assertThat(said(1, file, "backup", backup)).endsWith("there is such a file already.");
                assertThat(said(1, file, "restore", backup)).endsWith("another Steward uses it; stop that first.");
            }
            assertThat(said(0, database, "restore", backup)).startsWith("1 plan is back in postgresql://");
            assertThat(said(1, database, "restore", backup)).endsWith("needs to be empty.");

            try (ServeProcess serving = new ServeProcess(slack.api(), database)) {
                send(
                        serving,
                        SignedDelivery.message(
                                "Ev1", slack.nextTs(), lines.get(0).asWords()));
                slack.awaitQuestion(lines.get(1).blank());
                assertThat(said(1, database, "restore", backup)).endsWith("another Steward uses it; stop that first.");
            }
        }
    }

    /** What a command says, on either stream. */
    private static String said(int exit, TestStore store, String... arguments) throws Exception {
        try (StewardProcess child = StewardProcess.start(store.environment(), arguments)) {
            assertThat(child.awaitExit(Await.MAX)).as(child.toString()).isEqualTo(exit);
            assertThat(child.toString()).doesNotContain("Exception").doesNotContain(PostgresServer.PASSWORD);
            return exit == 0 ? child.out() : child.err();
        }
    }

    private void send(ServeProcess serving, SignedDelivery delivery) throws Exception {
        int status = http.send(delivery.to(serving.address(), clock.instant()).build(), BodyHandlers.ofString())
                .statusCode();
        assertThat(status).isEqualTo(200);
    }
}
