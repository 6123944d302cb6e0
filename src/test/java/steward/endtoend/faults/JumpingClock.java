package steward.endtoend.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import steward.cli.InProcess;
import steward.endtoend.faults.Acknowledgements.Weather;
import steward.endtoend.fixtures.CrowdedSlack;
import steward.endtoend.fixtures.DueReps;
import steward.endtoend.fixtures.TestStore;

/**
 * Reps write plans and others are nudged while the clock of Steward's machine jumps. Slack's goes on as it did: while Steward's is more than
 * five minutes off, it refuses what Slack signed, which comes again.
 */
public final class JumpingClock implements InstantSource {

    private static final int WORKSPACES = 4;
    private static final int REPS_EACH = 4;
    private static final Duration JUMPS_EVERY = Duration.ofMillis(700);
    private static final Duration MENDED_MAX = Duration.ofMinutes(3);
    private static final List<Duration> OFF = List.of(
            Duration.ZERO,
            Duration.ofMinutes(2),
            Duration.ofMinutes(-2),
            Duration.ofMinutes(4),
            Duration.ofMinutes(-4),
            Duration.ofHours(1),
            Duration.ofHours(-1));

    private final TestStore store;
    private final long seed;
    private final Findings findings;
    private final InstantSource right = InstantSource.system();
    private volatile Duration off = Duration.ZERO;
    private int jumps;

    /** @param folder for its store */
    public JumpingClock(Path folder, int answers, long seed) {
        this.store = TestStore.sqlite(folder);
        this.seed = seed;
        this.findings = new Findings(answers);
    }

    @Override
    public Instant instant() {
        return right.instant().plus(off);
    }

    public Findings findings() {
        return findings;
    }

    /** What there was of everything, by what it is. */
    public Map<String, String> facts() {
        return Map.of("jumps of the clock", String.valueOf(jumps));
    }

    /** Lives through all of it; what was lost or doubled, by what it is. */
    public Map<String, Collection<String>> live() throws Exception {
        DueReps due = new DueReps(store, WORKSPACES, REPS_EACH);
        due.fill();
        try (CrowdedSlack slack = new CrowdedSlack(DueReps::workspaceOf);
                InProcess.Served steward = InProcess.serve(slack.api(), store.data(), this);
                Crew crew = new Crew(
                        WORKSPACES, REPS_EACH, 0, steward::steward, slack, findings, right, Duration.ZERO, seed)) {
            findings.times().during(Weather.FAULTS);
            crew.begin();
            due.wake();
            Random random = new Random(seed);
            while (findings.goesOn()) {
                off = OFF.get(random.nextInt(OFF.size()));
                jumps++;
                TimeUnit.MILLISECONDS.sleep(JUMPS_EVERY.toMillis());
            }
            off = Duration.ZERO;
            long begun = System.nanoTime();
            while (!(crew.isDone() && due.isQuiet()) && System.nanoTime() - begun < MENDED_MAX.toNanos()) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            findings.giveUp();
            crew.await();
            return findings.wrong(store.jdbi(), slack, due, Set.copyOf(due.users()));
        }
    }
}
