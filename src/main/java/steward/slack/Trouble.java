package steward.slack;

import org.jspecify.annotations.Nullable;

/**
 * A failure as it may be logged: what failed and where, without the messages, which may hold what a rep wrote or a secret.
 */
final class Trouble extends Exception {

    private static final long serialVersionUID = 1;
    private static final int CAUSES_MAX = 5;

    private Trouble(String what, @Nullable Trouble cause) {
        super(what, cause);
    }

    static Trouble of(Throwable failure) {
        return of(failure, CAUSES_MAX);
    }

    private static Trouble of(Throwable failure, int causesMax) {
        Throwable cause = failure.getCause();
        Trouble told = new Trouble(
                failure.getClass().getName(), cause == null || causesMax == 0 ? null : of(cause, causesMax - 1));
        told.setStackTrace(failure.getStackTrace());
        return told;
    }
}
