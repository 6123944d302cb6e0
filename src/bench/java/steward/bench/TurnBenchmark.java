package steward.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import steward.cli.InProcess;
import steward.endtoend.fixtures.SignedDelivery;
import steward.endtoend.fixtures.StubSlack;

/**
 * How long a turn takes that logs time, from the delivery to its acknowledgement: of a rep with much beside one with little, and in a store with
 * much beside one with little.
 *
 * <p>Not a test: it asserts nothing. {@code src/bench/README.md} tells how to run it.
 */
public final class TurnBenchmark {

    private static final int WARM_UP_TURNS = 1_000;
    private static final int TURNS = 1_000;

    private TurnBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Consumer<PlanRows> little = rows -> rows.own(1, 0);
        // Once in vain, so that all are as warm.
        measure(little);
        double rep = shown("a rep with one plan of 40 entries", measure(little), Double.NaN);
        shown("20 plans of 1,000 entries", measure(rows -> rows.own(20, 1_000)), rep);
        double store =
                shown("1,000 plans in the store", measure(rows -> rows.own(1, 0).ofOthers(1_000, 0)), Double.NaN);
        shown("1,000,000 plans", measure(rows -> rows.own(1, 0).ofOthers(1_000_000, 0)), store);
        System.exit(0);
    }

    private static double shown(String what, long[] micros, double beside) {
        double median = micros[micros.length / 2];
        System.out.printf(
                Locale.ROOT,
                "%-36s median %.2f ms, 95th of a hundred %.2f ms%s%n",
                what,
                median / 1000,
                micros[micros.length * 95 / 100] / 1000.0,
                Double.isNaN(beside) ? "" : ", %.2f times the one before".formatted(median / beside));
        return median;
    }

    private static long[] measure(Consumer<PlanRows> filled) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("turn-benchmark");
        try (StubSlack slack = new StubSlack(InstantSource.system());
                InProcess.Served steward = InProcess.serve(slack.api(), folder, InstantSource.system())) {
            Jdbi.create("jdbc:sqlite:" + folder.resolve("steward.db"))
                    .useTransaction(handle -> filled.accept(new PlanRows(handle)));
            HttpClient http = HttpClient.newHttpClient();
            long[] micros = new long[TURNS];
            for (int i = 0; i < WARM_UP_TURNS + TURNS; i++) {
                var request = SignedDelivery.message(
                                "E" + i, Instant.now().getEpochSecond() + ".%06d".formatted(i), "15m Account 0")
                        .to(steward.steward(), Instant.now());
                long begun = System.nanoTime();
                HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
                if (i >= WARM_UP_TURNS) {
                    micros[i - WARM_UP_TURNS] = (System.nanoTime() - begun) / 1000;
                }
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException("Not taken: " + answer.statusCode());
                }
            }
            Arrays.sort(micros);
            return micros;
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted((one, other) -> other.compareTo(one))
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}
