package steward.endtoend.faults;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import steward.endtoend.fixtures.CrowdedSlack;
import steward.endtoend.fixtures.CrowdedSlack.Kept;
import steward.endtoend.fixtures.DueReps;

/** Reps of several workspaces who all write plans at the same time, each on a thread of their own. */
final class Crew implements AutoCloseable {

    /** Beside those who are due. */
    private static final int FIRST_NUMBER = 900;

    private static final int NUMBERS_A_WORKSPACE = 1_000;

    /** Where what is doubtful waits for minutes, each of them would have to wait in the end. */
    private static final int REPS_WHERE_PACED = 2;

    private final Map<String, FaultRep> reps = new HashMap<>();
    private final List<Future<FaultRep>> writing = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /**
     * @param paced workspaces, the first ones, in which history is given once a minute
     * @param thinking the longest time before an answer, unless all goes wrong
     */
    Crew(
            int workspaces,
            int repsEach,
            int paced,
            Supplier<URI> steward,
            CrowdedSlack slack,
            Findings findings,
            InstantSource clock,
            Duration thinking,
            long seed) {
        for (int workspace = 1; workspace <= workspaces; workspace++) {
            int reps = workspace <= paced ? REPS_WHERE_PACED : repsEach;
            for (int number = 0; number < reps; number++) {
                String user = "U" + (workspace * NUMBERS_A_WORKSPACE + FIRST_NUMBER + number);
                FaultRep rep = new FaultRep(
                        DueReps.workspaceOf(user),
                        user,
                        steward,
                        slack,
                        findings,
                        clock,
                        thinking,
                        seed + this.reps.size());
                this.reps.put(rep.channel(), rep);
            }
        }
        slack.whenKept(this::tell);
    }

    private void tell(Kept message) {
        FaultRep rep = reps.get(message.channel());
        if (rep != null) {
            rep.sees(message);
        }
    }

    void begin() {
        reps.values()
                .forEach(rep -> writing.add(threads.submit(() -> {
                    rep.writePlans();
                    return rep;
                })));
    }

    boolean isDone() {
        return writing.stream().allMatch(Future::isDone);
    }

    /** Until all have stopped, whether or not they have got their replies. */
    void await() throws InterruptedException, ExecutionException, TimeoutException {
        for (Future<FaultRep> each : writing) {
            each.get(1, TimeUnit.MINUTES);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
