package steward.endtoend.faults;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import steward.endtoend.faults.Acknowledgements.Weather;
import steward.endtoend.faults.FaultySlack.Outage;
import steward.endtoend.fixtures.CrowdedSlack;
import steward.endtoend.fixtures.DueReps;
import steward.endtoend.fixtures.ServeProcess;
import steward.endtoend.fixtures.StubSlack.Moment;
import steward.endtoend.fixtures.TestStore;

/**
 * Reps write plans and others are nudged: first all is well, then Slack hangs in half of the workspaces, and then the program is killed every
 * three seconds, in the middle of a turn or of a message, its store fails now and then, and Slack does what it likes. In the end all is well
 * again, until nothing is on its way.
 */
public final class FaultyDays {

    private static final int KILLED_AFTER_MILLIS_MIN = 1_500;
    private static final int KILLED_AFTER_MILLIS_MAX = 4_500;
    private static final int FATAL_POST_MAX = 10;
    private static final int STORE_FAILS_ONE_IN = 4;
    private static final int COLD_ONE_IN = 20;
    private static final int QUIET_ONE_IN = 6;
    private static final List<Outage> OUTAGES = List.of(Outage.values());
    private static final int MENDED_MINUTES_MAX = 15;

    /**
     * How much there is of it.
     *
     * @param answers that are acknowledged, of all reps together
     * @param writing reps in each workspace who write plans
     * @param due reps in each workspace who are nudged
     * @param paced workspaces in which history is given once a minute: what is doubtful there waits for minutes
     * @param thinking the longest time that a rep takes for an answer, while the machine is to have enough of itself
     * @param hanging how long Slack hangs
     */
    public record Size(
            int answers, int workspaces, int writing, int due, int paced, Duration thinking, Duration hanging) {

        public static Size of(int answers) {
            return new Size(answers, 20, 12, 25, 1, Duration.ofSeconds(10), Duration.ofSeconds(40));
        }
    }

    private final TestStore store;
    private final Size size;
    private final long seed;
    private final Random random;
    private final Findings findings;
    private final FaultySlack faults;
    private final FaultyStore storeFaults;
    private final DueReps due;
    private final Set<String> woken = new HashSet<>();
    private final AtomicReference<URI> address = new AtomicReference<>();
    private int kills;
    private int nextDue;
    private int lastOutage;

    public FaultyDays(TestStore store, Size size, long seed) {
        this.store = store;
        this.size = size;
        this.seed = seed;
        this.random = new Random(seed);
        this.findings = new Findings(size.answers());
        this.faults = new FaultySlack(
                seed,
                IntStream.rangeClosed(1, size.paced())
                        .mapToObj(FaultyDays::workspace)
                        .toList());
        this.storeFaults = new FaultyStore(store, seed);
        this.due = new DueReps(store, size.workspaces(), size.due());
    }

    private static String workspace(int number) {
        return "T" + number;
    }

    public Findings findings() {
        return findings;
    }

    /** What there was of everything, by what it is. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("reps who were due a nudge", String.valueOf(woken.size()));
        facts.put("`kill -9`", String.valueOf(kills));
        facts.put("store", storeFaults.met());
        facts.put("calls to Slack that went wrong", faults.met());
        return facts;
    }

    /** Lives through all of it; what was lost or doubled, by what it is. */
    public Map<String, Collection<String>> live() throws Exception {
        due.fill();
        try (CrowdedSlack slack = new CrowdedSlack(DueReps::workspaceOf);
                ServeProcess serving = new ServeProcess(slack.api(), store);
                Crew crew = new Crew(
                        size.workspaces(),
                        size.writing(),
                        size.paced(),
                        address::get,
                        slack,
                        findings,
                        InstantSource.system(),
                        size.thinking(),
                        seed)) {
            slack.faultsWhere(faults::next);
            address.set(serving.address());
            crew.begin();
            until(() -> findings.answers() > size.answers() / COLD_ONE_IN);
            findings.times().during(Weather.QUIET);
            until(() -> findings.answers() > size.answers() / QUIET_ONE_IN);
            hang();
            tell("All goes wrong");
            findings.times().during(Weather.FAULTS);
            faults.on(true);
            while (findings.goesOn()) {
                killOnce(slack, serving);
                nextTrouble(serving);
            }
            tell("All is well again");
            faults.allWell();
            mended(crew);
            tell("Quiet");
            findings.giveUp();
            crew.await();
            return findings.wrong(store.jdbi(), slack, due, woken);
        }
    }

    private static void until(BooleanSupplier done) throws InterruptedException {
        while (!done.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private void tell(String what) {
        System.err.printf(Locale.ROOT, "%s: %,d answers, killed %d times%n", what, findings.answers(), kills);
    }

    private void hang() throws InterruptedException {
        tell("Slack hangs");
        findings.times().during(Weather.SLACK_HANGS);
        IntStream.rangeClosed(1, size.workspaces() / 2)
                .forEach(number -> faults.suffers(workspace(number), Outage.HANGS));
        TimeUnit.MILLISECONDS.sleep(size.hanging().toMillis());
        faults.allWell();
    }

    // ── Trouble ──────────────────────────────────────────────────────────────────────────────────────────

    /** At any moment, or when a message is on its way, or when it has come and nobody was told. */
    private void killOnce(CrowdedSlack slack, ServeProcess serving) throws IOException, InterruptedException {
        CountDownLatch killed = new CountDownLatch(1);
        Runnable kill = () -> {
            synchronized (killed) {
                if (killed.getCount() > 0) {
                    serving.kill();
                    killed.countDown();
                }
            }
        };
        TimeUnit.MILLISECONDS.sleep(random.nextInt(KILLED_AFTER_MILLIS_MIN, KILLED_AFTER_MILLIS_MAX));
        if (random.nextInt(3) > 0) {
            Moment moment = random.nextBoolean() ? Moment.BEFORE_IT_IS_KEPT : Moment.AFTER_IT_IS_KEPT;
            slack.atPost(1 + random.nextInt(FATAL_POST_MAX), moment, kill);
            var unused = killed.await(KILLED_AFTER_MILLIS_MIN, TimeUnit.MILLISECONDS);
        }
        kill.run();
        kills++;
        findings.times().starts();
        serving.startAgain();
        address.set(serving.address());
    }

    private void nextTrouble(ServeProcess serving) throws IOException, InterruptedException {
        if (nextDue < size.due()) {
            wakeNext();
        }
        if (random.nextInt(STORE_FAILS_ONE_IN) == 0) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(KILLED_AFTER_MILLIS_MIN));
            storeFaults.fail(serving);
        }
        if (lastOutage > 0) {
            faults.suffers(workspace(lastOutage), Outage.NONE);
        }
        lastOutage = 1 + random.nextInt(size.workspaces());
        faults.suffers(workspace(lastOutage), OUTAGES.get(random.nextInt(OUTAGES.size())));
    }

    private void wakeNext() {
        String number = "%03d".formatted(nextDue);
        due.users().stream().filter(user -> user.endsWith(number)).forEach(woken::add);
        due.wakeOneOfEach(nextDue);
        nextDue++;
    }

    /** What is doubtful may have to wait for its minute. */
    private void mended(Crew crew) throws InterruptedException {
        long begun = System.nanoTime();
        until(() -> (crew.isDone() && due.isQuiet())
                || System.nanoTime() - begun > TimeUnit.MINUTES.toNanos(MENDED_MINUTES_MAX));
    }
}
