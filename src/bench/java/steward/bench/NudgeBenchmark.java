package steward.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;
import steward.cli.InProcess;
import steward.endtoend.fixtures.CrowdedSlack;
import steward.endtoend.fixtures.DueReps;
import steward.endtoend.fixtures.ServeProcess;
import steward.nudges.WakeTimes;
import steward.store.Store;

/**
 * How soon 3,000 reps in 20 workspaces have the nudges that all of them deserve at one minute, beside the least that Slack's limits
 * allow; the same while the program is killed every few seconds and answers get lost; and what it costs to look after a million reps
 * of whom nobody deserves anything.
 *
 * <p>Not a test: it asserts nothing. {@code src/bench/README.md} tells how to run it.
 */
public final class NudgeBenchmark {

    private static final int WORKSPACES = 20;
    private static final int REPS_EACH = 150;
    private static final double IDEAL_SECONDS =
            (REPS_EACH - CrowdedSlack.BURST) * 60.0 / CrowdedSlack.MESSAGES_A_MINUTE;

    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(4);
    private static final double LOST_REPLIES = 0.01;
    private static final long SEED = 20_260_302;

    private static final int IDLE_REPS = 1_000_000;
    private static final int LOOKS = 2_000;
    private static final Duration IDLE_BEFORE = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofSeconds(10);

    private static final Duration GIVEN_UP_AFTER = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(200);

    private NudgeBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        inNewFolder(NudgeBenchmark::undisturbed);
        inNewFolder(NudgeBenchmark::killed);
        inNewFolder(NudgeBenchmark::idle);
    }

    private static void undisturbed(Path folder) throws IOException, InterruptedException {
        DueReps reps = new DueReps(folder, WORKSPACES, REPS_EACH);
        reps.fill();
        try (CrowdedSlack slack = new CrowdedSlack(DueReps::workspaceOf);
                InProcess.Served steward = InProcess.serve(slack.api(), folder, InstantSource.system())) {
            long begun = System.nanoTime();
            reps.wake();
            waitUntil(() -> DueReps.nudges(slack).size() == reps.users().size() && reps.isQuiet());
            report("Undisturbed, served at " + steward.steward(), reps, slack, begun);
        }
    }

    private static void killed(Path folder) throws IOException, InterruptedException {
        DueReps reps = new DueReps(folder, WORKSPACES, REPS_EACH);
        reps.fill();
        try (CrowdedSlack slack = new CrowdedSlack(DueReps::workspaceOf);
                ServeProcess serving = new ServeProcess(slack.api(), folder)) {
            Random random = new Random(SEED);
            slack.loseRepliesWhere(() -> random.nextDouble() < LOST_REPLIES);
            long begun = System.nanoTime();
            reps.wake();
            int kills = 0;
            BooleanSupplier told =
                    () -> DueReps.nudges(slack).size() == reps.users().size();
            while (!waitUntil(told, BETWEEN_KILLS) && !isOver(begun)) {
                serving.kill();
                kills++;
                serving.startAgain();
            }
            waitUntil(reps::isQuiet);
            report("Killed %d times, %d answers lost".formatted(kills, slack.lostReplies()), reps, slack, begun);
        }
    }

    private static void report(String title, DueReps reps, CrowdedSlack slack, long begun) {
        Map<String, Long> nudges = DueReps.nudges(slack);
        List<CrowdedSlack.Kept> kept = slack.kept();
        double drained = seconds(kept.get(kept.size() - 1).nanos() - begun);
        System.out.println(title);
        print("  first nudge after %.2f s", seconds(kept.get(0).nanos() - begun));
        print(
                "  last nudge after %.1f s; %.1f s at best: %.2f times that",
                drained, IDEAL_SECONDS, drained / IDEAL_SECONDS);
        print(
                "  %,d reps: %d lost, %d doubled; %,d messages in all; 429 answered %d times",
                reps.users().size(),
                reps.users().stream().filter(user -> !nudges.containsKey(user)).count(),
                nudges.values().stream().filter(count -> count > 1).count(),
                kept.size(),
                slack.refusals());
    }

    private static void idle(Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("steward.db");
        try (Store store = Store.sqlite(file)) {
            Jdbi.create("jdbc:sqlite:" + file)
                    .useTransaction(handle -> handle.execute("""
                            with recursive number (n) as (select 1 union all select n + 1 from number where n < %d)
                            insert into rep (team_id, user_id, known_at, wake_at)
                            select 'T' || (n %% %d), 'U' || n, 0, %d + n from number
                            """.formatted(
                                    IDLE_REPS,
                                    WORKSPACES,
                                    Instant.now().plus(Duration.ofHours(1)).toEpochMilli())));
            long[] nanos = looks(store.wakeTimes());
            System.out.printf(Locale.ROOT, "Idle, %,d reps and nobody is due%n", IDLE_REPS);
            print(
                    "  one look: median %.0f µs, 95th of a hundred %.0f µs",
                    nanos[LOOKS / 2] / 1000.0, nanos[LOOKS * 95 / 100] / 1000.0);
        }
        try (CrowdedSlack slack = new CrowdedSlack(DueReps::workspaceOf);
                InProcess.Served steward = InProcess.serve(slack.api(), folder, InstantSource.system())) {
            Thread.sleep(IDLE_BEFORE.toMillis());
            long before = cpuNanos();
            Thread.sleep(IDLE.toMillis());
            print(
                    "  %.0f ms of CPU in %d idle seconds, served at %s",
                    (cpuNanos() - before) / 1_000_000.0, IDLE.toSeconds(), steward.steward());
        }
    }

    private static long[] looks(WakeTimes wakes) {
        long[] nanos = new long[LOOKS];
        for (int i = 0; i < LOOKS; i++) {
            long begun = System.nanoTime();
            if (!wakes.lease(Instant.now(), Duration.ofMinutes(1), 1, Set.of()).isEmpty()) {
                throw new IllegalStateException("Somebody is due");
            }
            nanos[i] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        return nanos;
    }

    /** What this process used so far. */
    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    private static void waitUntil(BooleanSupplier done) throws InterruptedException {
        waitUntil(done, GIVEN_UP_AFTER);
    }

    /** Whether it came true in time. */
    private static boolean waitUntil(BooleanSupplier done, Duration atMost) throws InterruptedException {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < atMost.toNanos()) {
            if (done.getAsBoolean()) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
        return false;
    }

    private static boolean isOver(long begun) {
        return System.nanoTime() - begun > GIVEN_UP_AFTER.toNanos();
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    private interface Part {
        void run(Path folder) throws IOException, InterruptedException;
    }

    private static void inNewFolder(Part part) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("nudge-benchmark");
        try {
            part.run(folder);
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted((one, other) -> other.compareTo(one))
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}
