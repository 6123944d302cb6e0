package steward.runtime.chat;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import steward.conversation.session.StoreUnavailable;

/**
 * A failure as it may be logged: what failed and where, without the messages, which may hold what a rep wrote or a secret.
 */
public final class LoggableError extends Exception {

    private static final long serialVersionUID = 1;
    private static final int CAUSES_MAX = 5;

    private LoggableError(String what, @Nullable LoggableError cause) {
        super(what, cause);
    }

    public static LoggableError of(Throwable failure) {
        return of(failure, CAUSES_MAX);
    }

    /** Logs a failure, unless it is the store's outage: that is logged when it begins and when it is over, however many meet it. */
    public static void log(Logger log, String what, Throwable failure) {
        if (!(failure instanceof StoreUnavailable)) {
            log.error(what, of(failure));
        }
    }

    private static LoggableError of(Throwable failure, int causesMax) {
        Throwable cause = failure.getCause();
        LoggableError told = new LoggableError(
                failure.getClass().getName(), cause == null || causesMax == 0 ? null : of(cause, causesMax - 1));
        told.setStackTrace(failure.getStackTrace());
        return told;
    }
}
