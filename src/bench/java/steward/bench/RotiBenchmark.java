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
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;
import steward.cli.InProcess;
import steward.endtoend.fixtures.SignedDelivery;
import steward.endtoend.fixtures.StubSlack;

/**
 * How long {@code /roti} takes from the request to its acknowledgement, which brings the reply, for a rep with 20 plans among more and more
 * plans of others.
 *
 * <p>Not a test: it asserts nothing. {@code src/bench/README.md} tells how to run it.
 */
public final class RotiBenchmark {

    private static final List<Integer> PLANS_OF_OTHERS = List.of(10, 1_000, 100_000);
    static final int OWN_PLANS = 20;
    private static final int OWN_TIME_ENTRIES = 120;
    private static final int WARM_UP_REQUESTS = 500;
    private static final int REQUESTS = 500;

    private RotiBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        // The first round warms the machine up for all three.
        measure(PLANS_OF_OTHERS.get(0));
        double least = 0;
        for (int others : PLANS_OF_OTHERS) {
            long[] micros = measure(others);
            double median = micros[micros.length / 2];
            least = least == 0 ? median : least;
            System.out.printf(
                    Locale.ROOT,
                    "%,9d plans of others: median %.2f ms, 95th of a hundred %.2f ms, %.2f times the first%n",
                    others,
                    median / 1000,
                    micros[micros.length * 95 / 100] / 1000.0,
                    median / least);
        }
    }

    private static long[] measure(int others) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("roti-benchmark");
        try (StubSlack slack = new StubSlack(InstantSource.system());
                InProcess.Served steward = InProcess.serve(slack.api(), folder, InstantSource.system())) {
            Jdbi.create("jdbc:sqlite:" + folder.resolve("steward.db"))
                    .useTransaction(handle -> new PlanRows(handle)
                            .own(OWN_PLANS, OWN_TIME_ENTRIES)
                            .ofOthers(others, 0));
            HttpClient http = HttpClient.newHttpClient();
            long[] micros = new long[REQUESTS];
            for (int i = 0; i < WARM_UP_REQUESTS + REQUESTS; i++) {
                var request = SignedDelivery.command("trigger" + i, "/roti", "").to(steward.steward(), Instant.now());
                long begun = System.nanoTime();
                HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
                if (i >= WARM_UP_REQUESTS) {
                    micros[i - WARM_UP_REQUESTS] = (System.nanoTime() - begun) / 1000;
                }
                if (answer.statusCode() != 200 || !answer.body().contains("Your next hour is worth most")) {
                    throw new IllegalStateException("Not an answer: " + answer.body());
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
