package steward.endtoend.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.endtoend.fixtures.Await.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.endtoend.fixtures.AcmePlan;
import steward.endtoend.fixtures.Await;
import steward.endtoend.fixtures.KillPoints;
import steward.endtoend.fixtures.PostedMessage;
import steward.endtoend.fixtures.QuestionAndReply;
import steward.endtoend.fixtures.ReportViews;
import steward.endtoend.fixtures.ServeProcess;
import steward.endtoend.fixtures.SignedDelivery;
import steward.endtoend.fixtures.StubSlack;
import steward.endtoend.fixtures.StubSlack.Moment;

/** The program is killed in the middle of its work, over and over, and the plan is as if it had not been. */
class KilledIT {

    /** Where in a turn the process dies. */
    private enum Point {
        /** The answer is on its way: taken or not, acknowledged or not. */
        ANSWER_SENT,
        /** The answer is in the store; hardly acknowledged yet. */
        ANSWER_KEPT,
        /** The next question may be on its way. */
        ANSWER_ACKNOWLEDGED,
        /** Slack has not taken the next question. */
        QUESTION_ON_ITS_WAY,
        /** Slack has taken the next question, but Steward was not told. */
        QUESTION_TAKEN
    }

    private final InstantSource clock = InstantSource.system();
    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest(name = "with seed {0}")
    @ValueSource(longs = 20_260_302)
    void noAnswerIsLostOrTakenTwiceAndNoQuestionIsAskedTwice(long seed, @TempDir Path data) throws Exception {
        AcmePlan plan = new AcmePlan(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        List<QuestionAndReply> lines = plan.lines();
        Map<Integer, Point> kills = KillPoints.at(Point.values(), lines.size(), new Random(seed));
        try (StubSlack slack = new StubSlack(clock);
                ServeProcess serving = new ServeProcess(slack.api(), data)) {
            accept(serving, SignedDelivery.command("1.1", "/plan", plan.command()));
            for (int i = 0; i < lines.size(); i++) {
                slack.awaitQuestion(lines.get(i).blank());
                SignedDelivery answer = SignedDelivery.message(
                        "Ev" + i, slack.nextTs(), lines.get(i).asWords());
                Optional<Point> point = Optional.ofNullable(kills.get(i));
                if (point.isEmpty()) {
                    accept(serving, answer);
                } else {
                    answerAndKill(serving, slack, answer, point.get(), data);
                }
            }
            await("the plan to run")
                    .until(() ->
                            slack.posts().stream().anyMatch(post -> post.text().contains("Day 1 of 90")));

            assertThat(slack.questions())
                    .as("each question once, whatever happened")
                    .extracting(PostedMessage::blank)
                    .containsExactlyElementsOf(
                            lines.stream().map(QuestionAndReply::blank).toList());
            assertThat(slack.posts()).extracting(post -> post.payload("intent")).doesNotHaveDuplicates();
            plan.assertRunningIn(data);
        }
    }

    private void answerAndKill(ServeProcess serving, StubSlack slack, SignedDelivery answer, Point point, Path data)
            throws Exception {
        CompletableFuture<Void> died = new CompletableFuture<>();
        Runnable kill = () -> {
            serving.kill();
            died.complete(null);
        };
        if (point == Point.QUESTION_ON_ITS_WAY) {
            slack.atNextPost(Moment.BEFORE_IT_IS_KEPT, kill);
        } else if (point == Point.QUESTION_TAKEN) {
            slack.atNextPost(Moment.AFTER_IT_IS_KEPT, kill);
        }
        ReportViews views = new ReportViews(data.resolve("steward.db"));
        int before = views.count("select count(*) from delivery");
        CompletableFuture<Boolean> acknowledged = send(serving, answer);
        switch (point) {
            case ANSWER_SENT -> kill.run();
            case ANSWER_KEPT -> {
                await("the answer in the store")
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> views.count("select count(*) from delivery") > before);
                kill.run();
            }
            case ANSWER_ACKNOWLEDGED -> {
                assertThat(acknowledged.join()).isTrue();
                kill.run();
            }
            case QUESTION_ON_ITS_WAY, QUESTION_TAKEN -> died.get(Await.MAX.toSeconds(), TimeUnit.SECONDS);
        }
        boolean kept = acknowledged.join();
        serving.startAgain();
        if (!kept) {
            // As Slack does with what was not acknowledged.
            accept(serving, answer);
        }
    }

    private void accept(ServeProcess serving, SignedDelivery delivery) {
        assertThat(send(serving, delivery).join())
                .as("acknowledged by " + serving)
                .isTrue();
    }

    /** Whether it was acknowledged. */
    private CompletableFuture<Boolean> send(ServeProcess serving, SignedDelivery delivery) {
        HttpRequest request = delivery.to(serving.address(), clock.instant()).build();
        return http.sendAsync(request, BodyHandlers.ofString())
                .thenApply(HttpResponse::statusCode)
                .thenApply(status -> status == 200)
                .exceptionally(failure -> {
                    if (failure instanceof CompletionException e && e.getCause() instanceof IOException) {
                        return false;
                    }
                    throw new CompletionException(failure);
                });
    }
}
