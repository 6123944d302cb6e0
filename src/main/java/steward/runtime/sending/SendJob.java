package steward.runtime.sending;

import java.time.Duration;
import java.util.Optional;

/** One thing to be done in the chat for a rep: a message to post, or one to update. */
@FunctionalInterface
interface SendJob {

    /** Tries once, waiting for the chat. Empty if it is over and done with, else how long to wait before the next try. */
    Optional<Duration> attempt();
}
