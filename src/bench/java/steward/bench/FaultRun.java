package steward.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.cli.InProcess;
import steward.endtoend.faults.Acknowledgements;
import steward.endtoend.faults.Acknowledgements.Weather;
import steward.endtoend.faults.FaultyDays;
import steward.endtoend.faults.Findings;
import steward.endtoend.faults.JumpingClock;
import steward.endtoend.fixtures.StewardProcess;
import steward.endtoend.fixtures.StubSlack;
import steward.endtoend.fixtures.TestStore;

/**
 * Reps write plans and are nudged while all goes wrong that can; fails if an answer that was acknowledged is lost or stored twice, or if a
 * reply or a nudge is lost or comes twice. Times are told, and nothing is asked of them.
 *
 * <p>The arguments are how many answers, {@code sqlite} or {@code postgresql}, and a seed. {@code src/bench/README.md} tells more.
 */
public final class FaultRun {

    private static final int ANSWERS = 10_000;
    private static final int ANSWERS_UNDER_JUMPS_ONE_IN = 20;
    private static final long SEED = 20_260_302;
    private static final Pattern LISTENS = Pattern.compile("listens on port ([0-9]+)");

    private FaultRun() {}

    public static void main(String[] arguments) throws Exception {
        int answers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ANSWERS;
        boolean isPostgres = arguments.length > 1 && arguments[1].equals("postgresql");
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : SEED;
        boolean isRight = inNewFolder(folder -> {
            startAsTheImageDoes(folder);
            Path data = Files.createDirectories(folder.resolve("killed"));
            TestStore store = isPostgres ? TestStore.postgresql(data) : TestStore.sqlite(data);
            FaultyDays days = new FaultyDays(store, FaultyDays.Size.of(answers), seed);
            Map<String, Collection<String>> wrong = days.live();
            tell(isPostgres ? "PostgreSQL" : "SQLite", days.findings(), days.facts(), wrong);
            return isNothing(wrong);
        });
        isRight &= inNewFolder(folder -> {
            JumpingClock days = new JumpingClock(folder, answers / ANSWERS_UNDER_JUMPS_ONE_IN, seed);
            Map<String, Collection<String>> wrong = days.live();
            tell("The clock jumps", days.findings(), days.facts(), wrong);
            return isNothing(wrong);
        });
        if (!isRight) {
            throw new AssertionError("Something was lost or doubled; see above. The seed was " + seed);
        }
    }

    private static boolean isNothing(Map<String, Collection<String>> wrong) {
        return wrong.values().stream().allMatch(Collection::isEmpty);
    }

    /** With the classes that are needed for a start in one archive. */
    private static void startAsTheImageDoes(Path folder) throws IOException, InterruptedException {
        Path archive = folder.resolve("steward.jsa");
        System.setProperty("steward.java.options", "-XX:ArchiveClassesAtExit=" + archive);
        try (StubSlack slack = new StubSlack(InstantSource.system());
                StewardProcess first = StewardProcess.start(
                        Map.of(
                                "PORT",
                                "0",
                                "SLACK_SIGNING_SECRET",
                                InProcess.SIGNING_SECRET,
                                "SLACK_BOT_TOKEN",
                                InProcess.BOT_TOKEN,
                                "SLACK_API_URL",
                                slack.api().toString(),
                                "DATA_DIR",
                                folder.resolve("first").toString()),
                        "serve")) {
            first.awaitLine(LISTENS);
            first.terminate();
            first.awaitExit(Duration.ofMinutes(1));
        }
        System.setProperty("steward.java.options", "-Xms48m -XX:SharedArchiveFile=" + archive);
    }

    private static void tell(
            String title, Findings findings, Map<String, String> facts, Map<String, Collection<String>> wrong) {
        Acknowledgements times = findings.times();
        System.out.println();
        System.out.println("| " + title + " | |");
        System.out.println("|---|---|");
        row("answers acknowledged", String.format(Locale.ROOT, "%,d", findings.answers()));
        row(
                "answers that crossed a question asked anew, were quoted and said again",
                String.valueOf(findings.quoted()));
        facts.forEach(FaultRun::row);
        row(
                "answered otherwise, by status, and taken later",
                findings.statuses().toString());
        wrong.forEach((what, which) -> row("**" + what + "**", "**" + which.size() + "**"));
        for (Weather weather : Weather.values()) {
            row(
                    "acknowledgement, " + weather + ": median, p99, slowest",
                    millis(() -> times.percentile(weather, 50))
                            + ", "
                            + millis(() -> times.percentile(weather, 99))
                            + ", "
                            + millis(() -> times.percentile(weather, 100)));
        }
        row("acknowledgements that Slack did not wait for (3 s)", String.valueOf(times.lates()));
        row(
                "start to first acknowledgement: median, slowest",
                millis(() -> times.first(50)) + ", " + millis(() -> times.first(100)));
        wrong.forEach(
                (what, which) -> which.stream().limit(10).forEach(each -> System.out.println(what + ": " + each)));
    }

    private static String millis(Supplier<Optional<Double>> time) {
        return time.get()
                .map(millis -> String.format(Locale.ROOT, "%,.0f ms", millis))
                .orElse("-");
    }

    private static void row(String what, String value) {
        System.out.println("| " + what + " | " + value + " |");
    }

    private interface Part {
        boolean isRight(Path folder) throws Exception;
    }

    private static boolean inNewFolder(Part part) throws Exception {
        Path folder = Files.createTempDirectory("fault-run");
        try {
            return part.isRight(folder);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }
}
