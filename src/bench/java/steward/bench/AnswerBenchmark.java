package steward.bench;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * What an answer costs, and how soon the next question is there, beside Jetty alone, Bolt for Java and Bolt for JavaScript: in turn, in
 * one run, each on a core of its own.
 *
 * <p>Not a test: it asserts nothing. Arguments: how many answers to warm up with, how many to measure, how many rounds, and which of the
 * programs if not all; {@code src/bench/README.md} tells how to run it.
 */
public final class AnswerBenchmark {

    private static final int COLD = 1_000;
    private static final int A_SECOND = 50;
    private static final int EVENLY = 1_500;
    private static final int COMMANDS = 10_000;
    private static final int PLANS = 5;
    private static final double[] NO_LOOK_UPS = {Double.NaN, Double.NaN};

    private final int warmUp;
    private final int answers;
    private final Cores cores;

    private AnswerBenchmark(int warmUp, int answers, Cores cores) {
        this.warmUp = warmUp;
        this.answers = answers;
        this.cores = cores;
    }

    public static void main(String[] arguments) throws Exception {
        int warmUp = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        int answers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30_000;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        Cores cores = Cores.apart();
        System.out.printf("Program and load %s; %,d answers to warm up, %,d measured%n", cores, warmUp, answers);
        List<String> names = List.of(arguments).subList(Math.min(3, arguments.length), arguments.length);
        List<Contender> contenders = contenders().stream()
                .filter(contender -> names.isEmpty() || names.contains(contender.name()))
                .toList();
        new AnswerBenchmark(warmUp, answers, cores).run(contenders, rounds);
        System.exit(0);
    }

    private static List<Contender> contenders() throws InterruptedException {
        List<Contender> contenders =
                new ArrayList<>(List.of(Contender.steward(), Contender.bareJetty(), Contender.boltForJava()));
        if (Contender.hasBoltForJavaScript()) {
            contenders.add(Contender.boltForJavaScript());
        } else {
            System.out.println("Bolt for JavaScript is left out: it needs Node and npm.");
        }
        return contenders;
    }

    private void run(List<Contender> contenders, int rounds) throws Exception {
        Map<String, List<Measured>> measured = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Contender contender : contenders) {
                measured.computeIfAbsent(contender.name(), any -> new ArrayList<>())
                        .add(inNewFolder(contender));
                System.out.println(Measured.row(contender.name(), measured.get(contender.name())));
            }
        }
        System.out.println();
        System.out.println(Measured.titles());
        measured.forEach((name, each) -> System.out.println(Measured.row(name, each)));
        List<Measured> steward = measured.getOrDefault(Contender.steward().name(), List.of());
        measured.forEach((name, each) -> System.out.println(Measured.ratios("Steward / " + name, steward, each)));
    }

    private Measured inNewFolder(Contender contender) throws Exception {
        Path folder = Files.createTempDirectory("answer-benchmark");
        try {
            System.out.println(syncs(folder));
            return measure(contender, folder);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    private Measured measure(Contender contender, Path folder)
            throws IOException, InterruptedException, ExecutionException {
        long started = System.nanoTime();
        try (PretendSlack slack = new PretendSlack();
                RunningContender program = contender.start(cores, slack.api(), folder);
                Crowd crowd = new Crowd(contender, program, slack, 0)) {
            crowd.answerAtOnce(1);
            double startMillis = (System.nanoTime() - started) / 1e6;
            double startCpu = program.cpuSeconds();

            crowd.answerAtOnce(COLD);
            double cold = program.cpuSeconds();

            crowd.answerAtOnce(warmUp);
            double warm = program.cpuSeconds();
            double before = program.commits();
            long begun = System.nanoTime();
            crowd.answerAtOnce(answers);
            double seconds = (System.nanoTime() - begun) / 1e9;
            double done = program.cpuSeconds();
            double commits = program.commits() - before;

            double[] times = crowd.answerEvenly(EVENLY, A_SECOND);
            double[] lookUps = contender.posts() ? lookUps(contender, program, slack) : NO_LOOK_UPS;
            return new Measured(
                    startMillis,
                    startCpu * 1e3,
                    (cold - startCpu) * 1e3 / COLD,
                    (done - warm) * 1e3 / answers,
                    commits / answers,
                    answers / seconds,
                    times[times.length / 2],
                    times[times.length * 99 / 100],
                    lookUps[0],
                    lookUps[1],
                    program.residentMib());
        }
    }

    /** Acknowledgements of {@code /roti} a second, for reps without a plan and for the same with some. */
    private static double[] lookUps(Contender contender, RunningContender program, PretendSlack slack)
            throws InterruptedException, ExecutionException {
        try (Crowd others = new Crowd(contender, program, slack, Crowd.REPS)) {
            double without = commands(others);
            if (contender.talks()) {
                others.writePlans(PLANS);
            }
            return new double[] {without, commands(others)};
        }
    }

    private static double commands(Crowd crowd) throws InterruptedException, ExecutionException {
        crowd.type("/roti", COMMANDS / 2);
        long begun = System.nanoTime();
        crowd.type("/roti", COMMANDS);
        return COMMANDS / ((System.nanoTime() - begun) / 1e9);
    }

    /** How long the disk takes to keep a page for good. */
    private static String syncs(Path folder) throws IOException {
        double[] times = new double[200];
        try (FileChannel file =
                FileChannel.open(folder.resolve("sync"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < times.length; i++) {
                long begun = System.nanoTime();
                file.write(ByteBuffer.allocate(4_096));
                file.force(false);
                times[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(times);
        return "A sync of the disk: p50 %.2f ms, p99 %.2f ms"
                .formatted(times[times.length / 2], times[times.length * 99 / 100]);
    }
}
