package steward.runtime.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A few calls of each workspace at once, in order. */
class KeyedExecutorTest {

    /** What threads could do now; the test does it, in whatever order. */
    private final Deque<Runnable> threads = new ArrayDeque<>();

    private final List<String> done = new ArrayList<>();
    private final KeyedExecutor executor = new KeyedExecutor(threads::add, 2);

    @Test
    void aWorkspaceWhoseCallsHangLeavesThreadsToTheOthers() {
        call("T1", "1");
        call("T1", "2");
        call("T1", "3");
        call("T2", "other");
        assertThat(threads).as("two of the first, one of the second").hasSize(3);

        threads.removeLast().run();
        assertThat(done).containsExactly("other");
        assertThat(threads).as("none more of the first").hasSize(2);
    }

    @Test
    void whatIsOverWaitsItsTurnInOrder() {
        for (int number = 1; number <= 5; number++) {
            call("T1", String.valueOf(number));
        }
        threads.removeLast().run();
        assertThat(threads).hasSize(2);
        runAll();

        assertThat(done).containsExactly("2", "1", "3", "4", "5");
    }

    @Test
    void aCallThatFailsStopsNoOther() {
        executor.execute("T1", () -> {
            throw new IllegalStateException("the disk is gone");
        });
        call("T1", "2");
        call("T1", "3");
        call("T1", "4");
        runAll();
        assertThat(done).containsExactly("2", "3", "4");

        call("T1", "5");
        call("T1", "6");
        assertThat(threads).as("none is counted any more").hasSize(2);
    }

    @Test
    void aCallMayAskForAnother() {
        executor.execute("T1", () -> {
            call("T1", "inner");
            done.add("outer");
        });
        runAll();

        assertThat(done).containsExactly("outer", "inner");
    }

    private void call(String workspace, String name) {
        executor.execute(workspace, () -> done.add(name));
    }

    private void runAll() {
        for (Runnable next = threads.poll(); next != null; next = threads.poll()) {
            next.run();
        }
    }
}
