package steward.slack;

import java.time.Duration;

/** Something to be done in a while, such as a message to be sent again. */
@FunctionalInterface
interface Later {
    void run(Duration after, Runnable task);
}
