package steward.slack;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Something that Steward does in Slack for a rep. */
@FunctionalInterface
interface Errand {

    /** Goes about it once. Comes to nothing if it is over and done with, else to how long to wait before going again. */
    CompletableFuture<Optional<Duration>> go();
}
