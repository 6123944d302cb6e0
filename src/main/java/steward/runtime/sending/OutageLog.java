package steward.runtime.sending;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs why the chat takes no messages: once when that begins, and once when it is over, however many wait. Safe for use by several threads. */
final class OutageLog {

    private static final Logger LOG = LoggerFactory.getLogger(OutageLog.class);

    private final Set<String> causes = ConcurrentHashMap.newKeySet();

    /** An admin has to mend something. */
    void begun(String cause) {
        if (causes.add(cause)) {
            LOG.error("The chat refuses what Steward says ({}): it is kept, and tried again every few minutes", cause);
        }
    }

    /** It is away, say, or fails itself, and nobody here can mend that. */
    void away(String cause) {
        if (causes.add(cause)) {
            LOG.warn("The chat does not take what Steward says ({}): it is kept, and tried again", cause);
        }
    }

    void over(String cause) {
        if (causes.remove(cause)) {
            LOG.info("The chat takes again what had to wait ({})", cause);
        }
    }
}
