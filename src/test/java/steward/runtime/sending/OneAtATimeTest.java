package steward.runtime.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one rep does is done in order, whatever others do meanwhile: of each key one at a time. */
class OneAtATimeTest {

    /** What could be done now; the test does it, in whatever order. */
    private final Deque<Runnable> ready = new ArrayDeque<>();

    private final List<String> done = new ArrayList<>();
    private final KeyedExecutor executor = new KeyedExecutor(ready::add, 1);

    @Test
    void oneWaitsForTheOneBeforeOfItsKeyAndForNoOther() {
        add("priya", "1");
        add("priya", "2");
        add("tom", "3");
        assertThat(ready).as("the first of each").hasSize(2);

        ready.removeLast().run();
        ready.removeFirst().run();
        assertThat(done).containsExactly("3", "1");

        ready.remove().run();
        add("priya", "4");
        ready.remove().run();
        assertThat(done).containsExactly("3", "1", "2", "4");
    }

    @Test
    void oneThatFailsKeepsNobodyWaiting() {
        executor.execute("priya", () -> {
            throw new IllegalStateException("the disk is gone");
        });
        add("priya", "2");
        ready.remove().run();
        ready.remove().run();

        assertThat(done).containsExactly("2");
    }

    private void add(String key, String task) {
        executor.execute(key, () -> done.add(task));
    }
}
