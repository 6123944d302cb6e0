package steward.endtoend.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.endtoend.fixtures.Await.await;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.endtoend.fixtures.AcmePlan;
import steward.endtoend.fixtures.Await;
import steward.endtoend.fixtures.CrowdedSlack;
import steward.endtoend.fixtures.DueReps;
import steward.endtoend.fixtures.PostedMessage;
import steward.endtoend.fixtures.QuestionAndReply;
import steward.endtoend.fixtures.ReportViews;
import steward.endtoend.fixtures.ServeProcess;
import steward.endtoend.fixtures.SignedDelivery;
import steward.endtoend.fixtures.StubSlack;
import steward.endtoend.fixtures.StubSlack.Moment;
import steward.endtoend.fixtures.TestStore;

/** Two programs serve one PostgreSQL database: whatever comes to both is done once, and what one leaves when it is killed the other does. */
class TwoProcessesIT {

    /** Before which answers one of the two is killed, and at which moment of the next post, whoever makes it. */
    private static final Map<Integer, Moment> KILLS = Map.of(
            4, Moment.BEFORE_IT_IS_KEPT,
            9, Moment.AFTER_IT_IS_KEPT,
            14, Moment.AFTER_IT_IS_KEPT,
            20, Moment.BEFORE_IT_IS_KEPT);

    private final InstantSource clock = InstantSource.system();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path data;

    @Test
    void eachAnswerComesToBothAtOnceAndIsTakenOnceThoughOneIsKilled() throws Exception {
        TestStore store = TestStore.postgresql(data);
        AcmePlan plan = new AcmePlan(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        List<QuestionAndReply> lines = plan.lines();
        assertThat(lines).hasSizeGreaterThan(KILLS.size());
        try (StubSlack slack = new StubSlack(clock);
                ServeProcess one = new ServeProcess(slack.api(), store);
                ServeProcess other = new ServeProcess(slack.api(), store)) {
            toBoth(one, other, SignedDelivery.command("1.1", "/plan", plan.command()));
            for (int i = 0; i < lines.size(); i++) {
                slack.awaitQuestion(lines.get(i).blank());
                // Each is the first to get it in its turn, and each is the one that dies.
                ServeProcess first = i % 2 == 0 ? one : other;
                ServeProcess second = i % 2 == 0 ? other : one;
                SignedDelivery answer = SignedDelivery.message(
                        "Ev" + i, slack.nextTs(), lines.get(i).asWords());
                if (KILLS.containsKey(i)) {
                    toBothAndKill(slack, KILLS.get(i), first, second, answer);
                } else {
                    toBoth(first, second, answer);
                }
            }
            await("the plan to run")
                    .until(() ->
                            slack.posts().stream().anyMatch(post -> post.text().contains("Day 1 of 90")));

            assertThat(slack.questions())
                    .as("each question once")
                    .extracting(PostedMessage::blank)
                    .containsExactlyElementsOf(
                            lines.stream().map(QuestionAndReply::blank).toList());
            assertThat(slack.posts()).extracting(post -> post.payload("intent")).doesNotHaveDuplicates();
            plan.assertRunningIn(new ReportViews(store.jdbi()));
        }
    }

    @Test
    void eachNudgeComesOnceThoughOneIsKilled() throws Exception {
        DueReps reps = new DueReps(TestStore.postgresql(data), 2, 6);
        reps.fill();
        try (CrowdedSlack slack = new CrowdedSlack(DueReps::workspaceOf);
                ServeProcess one = new ServeProcess(slack.api(), reps.store());
                ServeProcess other = new ServeProcess(slack.api(), reps.store())) {
            CompletableFuture<Void> died = new CompletableFuture<>();
            slack.atPost(3, Moment.AFTER_IT_IS_KEPT, () -> {
                one.kill();
                died.complete(null);
            });
            reps.wake();
            died.get(Await.MAX.toSeconds(), TimeUnit.SECONDS);
            await("every rep's nudge, from " + other)
                    .until(() ->
                            reps.isQuiet() && DueReps.nudges(slack).keySet().equals(new HashSet<>(reps.users())));
            assertThat(DueReps.nudges(slack).values()).as("nudges of each rep").containsOnly(1L);
        }
    }

    private void toBoth(ServeProcess first, ServeProcess second, SignedDelivery delivery) {
        CompletableFuture<Integer> one = send(first, delivery);
        CompletableFuture<Integer> other = send(second, delivery);
        assertThat(one.join()).isEqualTo(200);
        assertThat(other.join()).isEqualTo(200);
    }

    /** The one that is left answers, and asks the next question before the dead one comes back. */
    private void toBothAndKill(
            StubSlack slack, Moment moment, ServeProcess first, ServeProcess second, SignedDelivery delivery)
            throws Exception {
        CompletableFuture<Void> died = new CompletableFuture<>();
        int questions = slack.questions().size();
        slack.atNextPost(moment, () -> {
            first.kill();
            died.complete(null);
        });
        CompletableFuture<Integer> toTheDead = send(first, delivery).exceptionally(cutOff -> 200);
        assertThat(send(second, delivery).join()).isEqualTo(200);
        assertThat(toTheDead.join()).isEqualTo(200);
        died.get(Await.MAX.toSeconds(), TimeUnit.SECONDS);
        await("the next question, from " + second).until(() -> slack.questions().size() > questions);
        first.startAgain();
    }

    private CompletableFuture<Integer> send(ServeProcess serving, SignedDelivery delivery) {
        return http.sendAsync(delivery.to(serving.address(), clock.instant()).build(), BodyHandlers.ofString())
                .thenApply(HttpResponse::statusCode);
    }
}
