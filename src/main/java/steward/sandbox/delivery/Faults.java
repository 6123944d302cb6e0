package steward.sandbox.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The troubles that a test asks for: the next calls of a Web API method are refused, or done and left unanswered; the
 * next events come twice.
 *
 * <p>Each is used up once, in the order in which they were asked for. Safe for many threads.
 */
public final class Faults {

    /** The kinds of trouble. */
    public enum Kind {
        NONE,
        TOO_MANY_REQUESTS,
        SERVER_ERROR,
        LOST_REPLY
    }

    public record Fault(Kind kind, Duration retryAfter) {}

    private static final Fault NO_FAULT = new Fault(Kind.NONE, Duration.ZERO);

    private final Map<String, Deque<Fault>> waiting = new HashMap<>();
    private int repeats;
    private int lostAcknowledgements;

    public Faults() {}

    /** The next calls of {@code method} get 429 and {@code Retry-After}, and do nothing. */
    public void refuse(String method, int calls, Duration retryAfter) {
        add(method, calls, new Fault(Kind.TOO_MANY_REQUESTS, retryAfter));
    }

    /** The next calls of {@code method} get 500 and do nothing. */
    public void fail(String method, int calls) {
        add(method, calls, new Fault(Kind.SERVER_ERROR, Duration.ZERO));
    }

    /** The next calls of {@code method} are done, but the connection is cut before the reply. */
    public void loseReply(String method, int calls) {
        add(method, calls, new Fault(Kind.LOST_REPLY, Duration.ZERO));
    }

    /** The next events are delivered a second time although they were accepted, as if Slack had not heard the answer. */
    public synchronized void repeatEvents(int events) {
        repeats += events;
    }

    /** The next acknowledgements in Socket Mode go unheard: the connection is cut instead, and what was delivered comes again. */
    public synchronized void loseAcknowledgements(int acknowledgements) {
        lostAcknowledgements += acknowledgements;
    }

    /** Takes back whatever has not happened yet. */
    public synchronized void clear() {
        waiting.clear();
        repeats = 0;
        lostAcknowledgements = 0;
    }

    synchronized boolean losesNextAcknowledgement() {
        if (lostAcknowledgements == 0) {
            return false;
        }
        lostAcknowledgements--;
        return true;
    }

    synchronized boolean repeatsNext() {
        if (repeats == 0) {
            return false;
        }
        repeats--;
        return true;
    }

    public synchronized Fault next(String method) {
        Deque<Fault> faults = waiting.get(method);
        return faults == null || faults.isEmpty() ? NO_FAULT : faults.remove();
    }

    private synchronized void add(String method, int calls, Fault fault) {
        Deque<Fault> faults = waiting.computeIfAbsent(method, any -> new ArrayDeque<>());
        for (int i = 0; i < calls; i++) {
            faults.add(fault);
        }
    }
}
