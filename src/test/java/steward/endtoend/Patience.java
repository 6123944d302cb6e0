package steward.endtoend;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How long a test waits for what must come, on a slow machine too; and it looks often, so as not to be slow itself. */
final class Patience {

    static final Duration MAX = Duration.ofSeconds(30);

    private static final Duration POLL = Duration.ofMillis(10);

    private Patience() {}

    static ConditionFactory await(String what) {
        return Awaitility.await(what)
                .pollDelay(Duration.ZERO)
                .pollInterval(POLL)
                .atMost(MAX);
    }
}
