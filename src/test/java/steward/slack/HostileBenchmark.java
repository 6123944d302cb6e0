package steward.slack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import steward.store.Store;

/** Sends what nobody should type over and over, and prints how much memory is in use after each round. */
final class HostileBenchmark {

    private static final int ROUNDS = 10;
    private static final int REPS = 5;

    private HostileBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("hostile");
        List<String> words = HostileWords.all();
        int deliveries = 0;
        try (StewardFixture doorway =
                new StewardFixture(Store.sqlite(folder.resolve("steward.db")), Instant.parse("2023-11-06T15:00:00Z"))) {
            for (int round = 1; round <= ROUNDS; round++) {
                for (int i = 0; i < REPS; i++) {
                    Somebody rep = new Somebody("T1", "U" + round + "n" + i);
                    doorway.deliver(rep.commands("/plan new Acme", ++deliveries));
                    for (String each : words) {
                        doorway.deliver(rep.writes(each, ++deliveries));
                        doorway.deliver(rep.commands("/time " + each, ++deliveries));
                    }
                }
                System.out.printf("round %d, %,d deliveries: %,d KiB in use%n", round, deliveries, usedKib());
            }
        }
    }

    private static long usedKib() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1_024;
    }
}
