package steward.runtime.sending;

import java.time.Duration;

/** Runs something in a while, such as the next try of a message. What it runs must be short. */
@FunctionalInterface
public interface Timer {
    void run(Duration after, Runnable task);
}
