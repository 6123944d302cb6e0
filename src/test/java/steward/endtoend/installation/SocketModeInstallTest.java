package steward.endtoend.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.endtoend.fixtures.Await.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.cli.InProcess;
import steward.cli.InProcess.Trial;
import steward.endtoend.fixtures.AcmePlan;
import steward.endtoend.fixtures.InstallationSteps;
import steward.endtoend.fixtures.PageClient;
import steward.endtoend.fixtures.PostedMessage;
import steward.endtoend.fixtures.QuestionAndReply;
import steward.endtoend.fixtures.ReportViews;

/** People install Steward by HTTP, and talk to it over the connection that it opened. */
class SocketModeInstallTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T15:00:00Z"));
    private static final AcmePlan PLAN = new AcmePlan(LocalDate.of(2026, 3, 2));

    @TempDir
    Path data;

    private Trial trial;

    @BeforeEach
    void start() {
        trial = InProcess.installableInSocketMode(data, CLOCK);
    }

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void aPlanIsWrittenInAWorkspaceThatInstalledIt() throws Exception {
        InstallationSteps.in(trial, trial.slack().teamId());
        try (PageClient page = PageClient.open(trial.slack().page())) {
            page.command("/plan", "Acme Glass");
            PLAN.lines().forEach(line -> page.answer(page.awaitQuestion(line.blank()), line));
            page.awaitLast(post -> post.text().contains("Day 1 of 90"), "running");

            assertThat(page.questions().stream().map(PostedMessage::blank))
                    .containsExactlyElementsOf(
                            PLAN.lines().stream().map(QuestionAndReply::blank).toList());
        }
        PLAN.assertRunningIn(data);
        assertThat(trial.slack().connections().opened()).isOne();
        assertThat(kept("select token from installation")).hasSize(1).noneMatch(token -> token.contains("xox"));
    }

    @Test
    void whoIsThereBeforeItIsInstalledIsToldSoAndBeginsAfterwards() throws Exception {
        try (PageClient page = PageClient.open(trial.slack().page())) {
            page.command("/plan", "Acme Glass");
            page.awaitLast(post -> post.text().startsWith("Steward isn't installed"), "why not");
            assertThat(kept("select account from plan")).isEmpty();
            InstallationSteps.in(trial, trial.slack().teamId());

            page.command("/plan", "Acme Glass");
            page.awaitQuestion("headquarters 0");
            assertThat(kept("select account from plan")).containsExactly("Acme Glass");
        }
    }

    @Test
    void tokensThatEndAreFollowedByOthersOverTheSameConnection() throws Exception {
        trial.slack().installer().rotateTokens();
        InstallationSteps.in(trial, trial.slack().teamId());
        try (PageClient page = PageClient.open(trial.slack().page())) {
            page.command("/plan", "Acme Glass");
            for (QuestionAndReply line : PLAN.lines().subList(0, 3)) {
                page.awaitQuestion(line.blank());
                trial.slack().installer().endTokens();
                page.say(line.typed());
            }
            page.awaitQuestion("selling 0");
        }
        assertThat(trial.slack().connections().opened()).isOne();
    }

    @Test
    void thatItWasUninstalledIsHeardThereToo() throws Exception {
        InstallationSteps.in(trial, trial.slack().teamId());

        trial.slack().uninstall();

        await("no token")
                .until(() -> kept("select team_id from installation where token is not null")
                        .isEmpty());
    }

    @Test
    void nothingIsDeliveredByHttp() throws Exception {
        HttpRequest delivery = HttpRequest.newBuilder(trial.steward().resolve("slack/events"))
                .POST(BodyPublishers.ofString("{}"))
                .build();
        int status = HttpClient.newHttpClient()
                .send(delivery, BodyHandlers.discarding())
                .statusCode();
        assertThat(status).isEqualTo(404);
    }

    private List<String> kept(String sql) {
        return new ReportViews(data.resolve("steward.db")).texts(sql);
    }
}
