package steward.slack.bolt;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.runtime.chat.LoggableError;

/** Logs turns that failed, each under a reference of its own, which the rep is told. */
final class FailureLog {

    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);

    private final Supplier<String> ids;

    /** @param ids new, unique texts */
    FailureLog(Supplier<String> ids) {
        this.ids = ids;
    }

    /** The reference. */
    String log(Exception failure) {
        String reference = ids.get();
        LOG.atError()
                .addKeyValue("reference", reference)
                .setCause(LoggableError.of(failure))
                .log("A turn failed, reference {}", reference);
        return reference;
    }
}
