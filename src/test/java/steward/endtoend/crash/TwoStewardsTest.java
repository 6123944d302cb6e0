package steward.endtoend.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.endtoend.fixtures.Await.await;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.cli.InProcess;
import steward.cli.InProcess.Served;
import steward.endtoend.fixtures.CrowdedSlack;
import steward.endtoend.fixtures.DueReps;
import steward.endtoend.fixtures.TestStore;

/** Two Stewards work on one store at once, and each rep hears of their actions from one of them. */
class TwoStewardsTest {

    @TempDir
    Path data;

    @Test
    void noNudgeComesTwiceAndNoneIsMissingFromAFile() throws Exception {
        assertEachIsNudgedOnce(TestStore.sqlite(data));
    }

    @Test
    void noNudgeComesTwiceAndNoneIsMissingFromPostgresql() throws Exception {
        assertEachIsNudgedOnce(TestStore.postgresql(data));
    }

    private static void assertEachIsNudgedOnce(TestStore store) throws Exception {
        DueReps reps = new DueReps(store, 3, 8);
        reps.fill();
        try (CrowdedSlack slack = new CrowdedSlack(DueReps::workspaceOf);
                Served one = InProcess.serve(slack.api(), store.data(), store.place(), InstantSource.system());
                Served other = InProcess.serve(slack.api(), store.data(), store.place(), InstantSource.system())) {
            assertThat(one.steward()).isNotEqualTo(other.steward());
            reps.wake();
            await("every rep's nudge")
                    .until(() ->
                            reps.isQuiet() && DueReps.nudges(slack).keySet().equals(new HashSet<>(reps.users())));
            assertThat(DueReps.nudges(slack).values()).as("nudges of each rep").containsOnly(1L);
        }
    }
}
