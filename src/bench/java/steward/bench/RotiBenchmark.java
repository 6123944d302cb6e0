package steward.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
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
    private static final int BATCH_ROWS = 20_000;
    private static final Instant START = Instant.parse("2026-03-02T15:00:00Z");

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
            Jdbi.create("jdbc:sqlite:" + folder.resolve("steward.db")).useTransaction(handle -> fill(handle, others));
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

    /** Writes the rep's own plans, and so many of others, into a store that is new. */
    static void fill(Handle handle, int others) {
        handle.execute("insert into delivery (team_id, key, at) values (?, 'filled', 0)", StubSlack.TEAM);
        PreparedBatch plans = handle.prepareBatch(
                "insert into plan (team_id, plan_id, owner_id, account, year, created_at) values (?, ?, ?, ?, 2026, ?)");
        PreparedBatch entries = handle.prepareBatch("insert into entry"
                + " (team_id, plan_id, seq, delivery, kind, question, row_no, value, said, at)"
                + " values (?, ?, ?, 'filled', ?, ?, ?, ?, '', ?)");
        for (int plan = 0; plan < OWN_PLANS + others; plan++) {
            boolean own = plan < OWN_PLANS;
            String owner = own ? StubSlack.USER : "U" + plan / OWN_PLANS;
            plans.add(StubSlack.TEAM, "plan" + plan, owner, "Account " + plan, START.toEpochMilli());
            List<Happened> journal = journal(plan, own ? OWN_TIME_ENTRIES : 0);
            for (int seq = 0; seq < journal.size(); seq++) {
                Happened line = journal.get(seq);
                entries.add(
                        StubSlack.TEAM,
                        "plan" + plan,
                        seq + 1,
                        line.kind(),
                        line.question(),
                        line.row(),
                        line.value(),
                        START.toEpochMilli() + seq);
            }
            if (entries.size() > BATCH_ROWS) {
                plans.execute();
                entries.execute();
            }
        }
        plans.execute();
        entries.execute();
    }

    private record Happened(String kind, String question, int row, String value) {}

    /** A running plan with two opportunities, each question asked and answered. */
    private static List<Happened> journal(int plan, int timeEntries) {
        List<Happened> journal = new ArrayList<>();
        answer(journal, "headquarters", 0, "Toledo, Ohio");
        answer(journal, "revenue_goal", 0, "120000000");
        answer(journal, "coach.name", 1, "Lee Marsh, quality engineer");
        for (int row = 1; row <= 2; row++) {
            if (row > 1) {
                journal.add(new Happened("RowAdded", "opportunity", row, ""));
            }
            answer(journal, "opportunity.what", row, "Win the resin order for line " + row);
            answer(journal, "opportunity.last_year", row, "12000000");
            answer(journal, "opportunity.increase", row, String.valueOf(1_000_000 + plan % 97 * 10_000));
            answer(journal, "opportunity.probability", row, "70");
            answer(journal, "opportunity.timeline", row, "2026-06-30");
        }
        answer(journal, "gross_margin", 0, "40");
        answer(journal, "time_spent", 0, "9360");
        answer(journal, "hours_required", 0, "13440");
        answer(journal, "action.what", 1, "Call Dana Wu about the trial budget");
        answer(journal, "action.due", 1, "2026-04-03");
        journal.add(new Happened("CycleStarted", "", 0, "2026-03-02"));
        for (int entry = 1; entry <= timeEntries; entry++) {
            String day = LocalDate.of(2026, 3, 2).plusDays(entry / 2).toString();
            journal.add(new Happened("Logged", "", entry, day + " growth 60"));
        }
        return journal;
    }

    private static void answer(List<Happened> journal, String question, int row, String value) {
        journal.add(new Happened("Asked", question, row, "intent"));
        journal.add(new Happened("Answered", question, row, value));
    }
}
