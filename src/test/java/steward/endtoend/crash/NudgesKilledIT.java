package steward.endtoend.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.endtoend.fixtures.Await.await;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import steward.endtoend.fixtures.Await;
import steward.endtoend.fixtures.CrowdedSlack;
import steward.endtoend.fixtures.DueReps;
import steward.endtoend.fixtures.ServeProcess;
import steward.endtoend.fixtures.StubSlack.Moment;

/** The program is killed while nudges are on their way, twice, and each comes once all the same. */
class NudgesKilledIT {

    private static final int KILLS = 2;
    /** Not the first, so that more have been decided and wait for their place. */
    private static final int FATAL_POST = 2;

    @ParameterizedTest(name = "{0}")
    @EnumSource(Moment.class)
    void eachNudgeComesOnceThoughTheProgramDies(Moment moment, @TempDir Path data) throws Exception {
        DueReps reps = new DueReps(data, 1, 6);
        reps.fill();
        reps.wake();
        try (CrowdedSlack slack = new CrowdedSlack(DueReps::workspaceOf)) {
            CompletableFuture<ServeProcess> serving = new CompletableFuture<>();
            CompletableFuture<Void> died = killedAtAPost(slack, moment, serving);
            try (ServeProcess started = new ServeProcess(slack.api(), data)) {
                serving.complete(started);
                for (int kill = 1; kill <= KILLS; kill++) {
                    died.get(Await.MAX.toSeconds(), TimeUnit.SECONDS);
                    if (kill < KILLS) {
                        died = killedAtAPost(slack, moment, serving);
                    }
                    // What the dead one had sent may have sprung the trap once more.
                    started.kill();
                    started.startAgain();
                }
                await("every rep's nudge")
                        .until(() -> reps.isQuiet()
                                && DueReps.nudges(slack).size() == reps.users().size());
            }
            assertThat(DueReps.nudges(slack).values()).as("nudges of each rep").containsOnly(1L);
        }
    }

    private static CompletableFuture<Void> killedAtAPost(
            CrowdedSlack slack, Moment moment, CompletableFuture<ServeProcess> serving) {
        CompletableFuture<Void> died = new CompletableFuture<>();
        slack.atPost(FATAL_POST, moment, () -> {
            serving.join().kill();
            died.complete(null);
        });
        return died;
    }
}
