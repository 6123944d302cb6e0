package steward.runtime.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import steward.conversation.session.Deadline;
import steward.runtime.turns.DeadlineExecutor.Work;

/** What hangs is answered by another thread, and told once it is over all the same. */
class DeadlineExecutorTest {

    private final DeadlineExecutor deadlines = new DeadlineExecutor(Duration.ofMillis(100));
    private final LinkedBlockingQueue<String> given = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> missed = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        deadlines.close();
    }

    @Test
    void whatIsDoneInTimeIsAnswered() throws Exception {
        deadlines.answer(new Work<>(() -> "done", () -> "late", given::add, missed::add));

        assertThat(given.poll(10, TimeUnit.SECONDS)).isEqualTo("done");
        assertThat(missed).isEmpty();
    }

    @Test
    void whatHangsIsAnsweredByAnotherThreadAndComesToItsEnd() throws Exception {
        CountDownLatch disk = new CountDownLatch(1);
        deadlines.answer(new Work<>(() -> after(disk), () -> "late", given::add, missed::add));

        assertThat(given.poll(10, TimeUnit.SECONDS)).isEqualTo("late");
        assertThat(missed).isEmpty();
        disk.countDown();
        assertThat(missed.poll(10, TimeUnit.SECONDS)).isEqualTo("done, 0 left");
        assertThat(given).isEmpty();
    }

    /** As many hang as there are threads: whoever comes then is answered all the same. */
    @Test
    void whatComesBehindThoseThatHangIsAnsweredToo() throws Exception {
        CountDownLatch disk = new CountDownLatch(1);
        int many = 100;
        for (int each = 0; each < many; each++) {
            deadlines.answer(new Work<>(() -> after(disk), () -> "late", given::add, missed::add));
        }

        for (int each = 0; each < many; each++) {
            assertThat(given.poll(10, TimeUnit.SECONDS)).isEqualTo("late");
        }
        disk.countDown();
        for (int each = 0; each < many; each++) {
            assertThat(missed.poll(10, TimeUnit.SECONDS)).isEqualTo("done, 0 left");
        }
    }

    /** A disk does not heed an interrupt. */
    private static String after(CountDownLatch disk) {
        boolean interrupted = true;
        while (interrupted) {
            try {
                disk.await();
                interrupted = false;
            } catch (InterruptedException e) {
                // It goes on waiting.
            }
        }
        return "done, " + Deadline.left(Duration.ofDays(1)).toMillis() + " left";
    }
}
