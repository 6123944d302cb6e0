package steward.endtoend.socketmode;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.endtoend.fixtures.Await.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
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
import steward.endtoend.fixtures.PageClient;
import steward.endtoend.fixtures.PostedMessage;
import steward.endtoend.fixtures.QuestionAndReply;

/** Steward where nobody can reach it: it opens the connection, and whatever happens to that, nothing is lost or taken twice. */
class SocketModeTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T15:00:00Z"));
    private static final AcmePlan PLAN = new AcmePlan(LocalDate.of(2026, 3, 2));

    @TempDir
    Path data;

    private Trial trial;
    private PageClient page;

    @BeforeEach
    void openThePage() throws Exception {
        trial = InProcess.inSocketMode(data, CLOCK);
        page = PageClient.open(trial.slack().page());
        page.awaitLast(post -> post.text().startsWith("Hello"), "welcome");
    }

    @AfterEach
    void close() throws Exception {
        page.close();
        trial.close();
    }

    @Test
    void aPlanIsWrittenOverOneConnection() {
        page.command("/plan", "Acme Glass");
        PLAN.lines().forEach(this::answer);
        page.awaitLast(post -> post.text().contains("Day 1 of 90"), "running");

        assertAskedOnce(PLAN.lines());
        PLAN.assertRunningIn(data);
        assertThat(trial.slack().connections().opened()).isOne();
    }

    @Test
    void aCommandIsAnsweredInItsAcknowledgement() {
        page.command("/plan", "help");

        page.awaitLast(post -> post.text().contains("/plan Acme"), "help");
    }

    @Test
    void connectionsThatSlackRenewsLoseAndDoubleNothing() {
        page.command("/plan", "Acme Glass");
        int opened = trial.slack().connections().opened();
        for (QuestionAndReply line : firstStep()) {
            PostedMessage question = page.awaitQuestion(line.blank());
            trial.slack().connections().refresh();
            page.answer(question, line);
            opened++;
            awaitOpened(opened);
        }

        page.awaitQuestion("summary.1 0");
        assertAskedOnce(PLAN.lines().subList(0, firstStep().size() + 1));
    }

    @Test
    void anAnswerWhoseAcknowledgementIsLostIsTakenOnce() {
        page.command("/plan", "Acme Glass");
        for (QuestionAndReply line : firstStep()) {
            PostedMessage question = page.awaitQuestion(line.blank());
            int opened = trial.slack().connections().opened();
            trial.slack().faults().loseAcknowledgements(1);
            page.say(line.asWords());
            awaitOpened(opened + 1);
            assertThat(question.blank()).isEqualTo(line.blank());
        }

        page.awaitQuestion("summary.1 0");
        assertAskedOnce(PLAN.lines().subList(0, firstStep().size() + 1));
    }

    @Test
    void aConnectionThatBreaksIsOpenedAnewAndWhatWasSaidMeanwhileArrives() {
        page.command("/plan", "Acme Glass");
        page.awaitQuestion("headquarters 0");
        trial.slack().connections().drop();
        page.say("Toledo, Ohio");

        page.awaitQuestion("mission 0");
        awaitOpened(2);
    }

    @Test
    void whatCannotBeReadStopsNothing() {
        trial.slack().connections().babble();
        page.command("/plan", "Acme Glass");

        page.awaitQuestion("headquarters 0");
        assertThat(trial.slack().connections().opened()).isOne();
    }

    @Test
    void itsHealthIsAskedByHttpAndNothingIsDeliveredThere() throws Exception {
        assertThat(status("healthz")).isEqualTo(200);
        assertThat(status("readyz")).isEqualTo(200);
        assertThat(status("slack/events")).isEqualTo(404);
        assertThat(status("slack/install")).isEqualTo(404);
    }

    private int status(String path) throws Exception {
        URI address = trial.steward().resolve(path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static List<QuestionAndReply> firstStep() {
        return PLAN.lines().stream()
                .takeWhile(line -> !line.question().equals("summary.1"))
                .toList();
    }

    private void answer(QuestionAndReply line) {
        page.answer(page.awaitQuestion(line.blank()), line);
    }

    private void awaitOpened(int connections) {
        await("connection " + connections)
                .until(() -> trial.slack().connections().opened(), opened -> opened >= connections);
    }

    private void assertAskedOnce(List<QuestionAndReply> lines) {
        assertThat(page.questions().stream().map(PostedMessage::blank))
                .containsExactlyElementsOf(
                        lines.stream().map(QuestionAndReply::blank).toList());
    }
}
