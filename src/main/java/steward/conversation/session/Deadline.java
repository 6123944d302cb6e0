package steward.conversation.session;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Until when what a thread does is of use: a chat gives up on an acknowledgement after some seconds, so all the waits for one delivery share one
 * end. Whoever waits for something asks here how long; where no end is set, as in the background, it is as long as they think fit.
 */
public final class Deadline {

    private static final ThreadLocal<Deadline> CURRENT = new ThreadLocal<>();

    private final long endNanos;

    private Deadline(Duration fromNow) {
        this.endNanos = System.nanoTime() + fromNow.toNanos();
    }

    /** Begins now, for something that may be done later, on another thread. */
    public static Deadline in(Duration fromNow) {
        return new Deadline(fromNow);
    }

    /** Does something on this thread that is to be over by then. */
    public <T> T within(Supplier<T> work) {
        Deadline outer = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            restore(outer);
        }
    }

    private static void restore(@Nullable Deadline outer) {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }

    /**
     * How long this thread may still wait; zero if its time is over.
     *
     * @param otherwise where no end is set
     */
    public static Duration left(Duration otherwise) {
        Deadline current = CURRENT.get();
        if (current == null) {
            return otherwise;
        }
        return Duration.ofNanos(Math.max(0, current.endNanos - System.nanoTime()));
    }

    /** Whether an end is set for what this thread does. */
    public static boolean isSet() {
        return CURRENT.get() != null;
    }

    /** The time was over before a turn could be taken. */
    public static final class Over extends RuntimeException {

        private static final long serialVersionUID = 1;

        public Over(String what) {
            super(what, null, false, false);
        }
    }
}
