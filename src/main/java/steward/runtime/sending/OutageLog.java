package steward.runtime.sending;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs why the chat takes no messages until an admin mends it: once when that begins, and once when it is over. Safe for use by several threads. */
final class OutageLog {

    private static final Logger LOG = LoggerFactory.getLogger(OutageLog.class);

    private final Set<String> causes = ConcurrentHashMap.newKeySet();

    void begun(String cause) {
        if (causes.add(cause)) {
            LOG.error("The chat refuses what Steward says ({}): it is kept, and tried again every few minutes", cause);
        }
    }

    /** @param cause empty if nothing was in the way */
    void over(String cause) {
        if (causes.remove(cause)) {
            LOG.info("The chat takes again what it had refused ({})", cause);
        }
    }
}
