package steward.endtoend.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.endtoend.fixtures.Await.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.cli.InProcess;
import steward.endtoend.fixtures.AcmePlan;
import steward.endtoend.fixtures.KillPoints;
import steward.endtoend.fixtures.PageClient;
import steward.endtoend.fixtures.PostedMessage;
import steward.endtoend.fixtures.QuestionAndReply;
import steward.endtoend.fixtures.ReportViews;
import steward.endtoend.fixtures.ServeProcess;
import steward.sandbox.Sandbox;

/** The program is killed while Slack delivers to it by Socket Mode, over and over, and the plan is as if it had not been. */
class SocketKilledIT {

    /** Where the sandbox's first person sits. */
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    /** Where in a turn the process dies. */
    private enum Point {
        /** The answer is on its way: taken or not, acknowledged or not. */
        ANSWER_SENT,
        /** The answer is in the store; hardly acknowledged yet. */
        ANSWER_KEPT,
        /** The answer is in the store, and Slack has not heard of it: it comes again. */
        ANSWER_UNACKNOWLEDGED,
        /** Slack has taken the next question, but Steward was not told. */
        QUESTION_UNHEARD,
        /** The rep sees the next question, and may have answered it before Steward is back. */
        QUESTION_SEEN
    }

    private final InstantSource clock = InstantSource.system();

    @TempDir
    Path slackData;

    @TempDir
    Path data;

    @ParameterizedTest(name = "with seed {0}")
    @ValueSource(longs = 20_260_302)
    void noAnswerIsLostOrTakenTwiceAndNoQuestionIsAskedTwice(long seed) throws Exception {
        AcmePlan plan = new AcmePlan(LocalDate.ofInstant(clock.instant(), CHICAGO));
        List<QuestionAndReply> lines = plan.lines();
        Map<Integer, Point> kills = KillPoints.at(Point.values(), lines.size(), new Random(seed));
        try (Sandbox slack = InProcess.slackInSocketMode(slackData, clock);
                ServeProcess serving = ServeProcess.overSocket(slack, data);
                PageClient page = PageClient.open(slack.page())) {
            page.awaitLast(post -> post.text().startsWith("Hello"), "welcome");
            page.command("/plan", plan.command());
            page.awaitQuestion(lines.get(0).blank());
            for (int i = 0; i < lines.size(); i++) {
                awaitAsked(page, lines.get(i));
                if (kills.containsKey(i)) {
                    answerAndKill(serving, slack, page, lines.get(i), kills.get(i));
                } else {
                    page.say(lines.get(i).asWords());
                }
            }
            await("the plan to run")
                    .until(() ->
                            page.posts().stream().anyMatch(post -> post.text().contains("Day 1 of 90")));

            assertThat(page.questions())
                    .as("each question once, whatever happened")
                    .extracting(PostedMessage::blank)
                    .containsExactlyElementsOf(
                            lines.stream().map(QuestionAndReply::blank).toList());
            assertThat(page.posts().stream().filter(PostedMessage::isByApp))
                    .extracting(post -> post.payload("intent"))
                    .doesNotHaveDuplicates();
            plan.assertRunningIn(data);
            assertThat(slack.connections().opened()).isGreaterThan(kills.size());
        }
    }

    private void answerAndKill(ServeProcess serving, Sandbox slack, PageClient page, QuestionAndReply line, Point point)
            throws Exception {
        ReportViews views = new ReportViews(data.resolve("steward.db"));
        int kept = views.count("select count(*) from delivery");
        int asked = page.questions().size();
        switch (point) {
            case ANSWER_UNACKNOWLEDGED -> slack.faults().loseAcknowledgements(1);
            case QUESTION_UNHEARD -> slack.faults().loseReply("chat.postMessage", 1);
            case ANSWER_SENT, ANSWER_KEPT, QUESTION_SEEN -> {}
        }
        page.say(line.asWords());
        switch (point) {
            case ANSWER_SENT -> {}
            case ANSWER_KEPT, ANSWER_UNACKNOWLEDGED ->
                await("the answer in the store")
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> views.count("select count(*) from delivery") > kept);
            case QUESTION_UNHEARD, QUESTION_SEEN ->
                await("the next question").until(() -> page.questions().size() > asked);
        }
        serving.kill();
        slack.faults().clear();
        serving.startAgain();
    }

    /** Other messages may come later than a question: what was to be said before, by a process that died. */
    private static void awaitAsked(PageClient page, QuestionAndReply line) {
        await("question " + line.blank())
                .until(
                        () -> page.questions(),
                        questions -> !questions.isEmpty()
                                && questions.get(questions.size() - 1).blank().equals(line.blank()));
    }
}
