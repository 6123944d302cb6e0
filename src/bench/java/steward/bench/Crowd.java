package steward.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Reps who all write plans at the same time. */
final class Crowd implements AutoCloseable {

    static final int REPS = 32;

    private final List<BenchRep> reps;
    private final boolean isReplied;
    private final ExecutorService threads = Executors.newFixedThreadPool(REPS);

    /** @param first the number of the first: nobody knows those of another crowd */
    Crowd(Contender contender, RunningContender program, PretendSlack slack, int first) {
        this.isReplied = contender.posts();
        this.reps = IntStream.range(first, first + REPS)
                .mapToObj(i -> new BenchRep(program.address(), slack, contender.talks(), i))
                .toList();
    }

    /** Each answers as soon as the reply to their last answer is there, until so many answers are given together. */
    void answerAtOnce(int answers) throws InterruptedException, ExecutionException {
        AtomicInteger left = new AtomicInteger(answers);
        await(reps.stream()
                .map(rep -> submit(() -> {
                    while (left.getAndDecrement() > 0) {
                        rep.answer(isReplied);
                    }
                    return rep;
                }))
                .toList());
    }

    /**
     * Answers come evenly, each from whichever rep has waited longest since their last.
     *
     * @return how long each took from its moment to the reply, in milliseconds, in order
     */
    double[] answerEvenly(int answers, int aSecond) throws InterruptedException, ExecutionException {
        BlockingQueue<BenchRep> idle = new LinkedBlockingQueue<>(reps);
        List<Future<Double>> times = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 0; i < answers; i++) {
            long moment = begun + TimeUnit.SECONDS.toNanos(i) / aSecond;
            for (long wait = moment - System.nanoTime(); wait > 0; wait = moment - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            times.add(submit(() -> {
                BenchRep rep = idle.take();
                rep.answer(isReplied);
                double millis = (System.nanoTime() - moment) / 1e6;
                idle.add(rep);
                return millis;
            }));
        }
        return sorted(times);
    }

    private static double[] sorted(List<Future<Double>> times) throws InterruptedException, ExecutionException {
        double[] sorted = new double[times.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = times.get(i).get();
        }
        Arrays.sort(sorted);
        return sorted;
    }

    /** Each writes so many whole plans. */
    void writePlans(int each) throws InterruptedException, ExecutionException {
        await(reps.stream()
                .map(rep -> submit(() -> {
                    for (int i = 0; i < each * rep.answersOfPlan(); i++) {
                        rep.answer(isReplied);
                    }
                    return rep;
                }))
                .toList());
    }

    /** All type a command again and again, and read what the acknowledgement says. */
    void type(String command, int times) throws InterruptedException, ExecutionException {
        AtomicInteger left = new AtomicInteger(times);
        await(reps.stream()
                .map(rep -> submit(() -> {
                    while (left.getAndDecrement() > 0) {
                        String said = rep.command(command, "");
                        if (said.isEmpty()) {
                            throw new IOException(command + " was not answered in the acknowledgement");
                        }
                    }
                    return rep;
                }))
                .toList());
    }

    private <T> Future<T> submit(Callable<T> work) {
        return threads.submit(work);
    }

    private static <T> void await(List<Future<T>> all) throws InterruptedException, ExecutionException {
        for (Future<T> each : all) {
            each.get();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
