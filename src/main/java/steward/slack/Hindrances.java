package steward.slack;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why Slack takes no messages until somebody mends it: each cause is logged once, and again once it was over. Safe for use by several threads. */
final class Hindrances {

    private static final Logger LOG = LoggerFactory.getLogger(Hindrances.class);

    private final Set<String> causes = ConcurrentHashMap.newKeySet();

    void met(String cause) {
        if (causes.add(cause)) {
            LOG.error("Slack refuses what Steward says ({}): it is kept, and tried again every few minutes", cause);
        }
    }

    /** @param cause empty if nothing was in the way */
    void over(String cause) {
        if (causes.remove(cause)) {
            LOG.info("Slack takes again what it had refused ({})", cause);
        }
    }
}
