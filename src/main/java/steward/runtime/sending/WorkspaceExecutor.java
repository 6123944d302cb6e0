package steward.runtime.sending;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.runtime.chat.LoggableError;

/**
 * Runs calls to the chat: of each workspace only a few at once, so that one where the chat hangs leaves threads to the others. What is over
 * waits its turn, in order. Safe for use by several threads.
 */
public final class WorkspaceExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(WorkspaceExecutor.class);

    /** Calls of one workspace; empty ones are forgotten. */
    private static final class Calls {
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private int running;
    }

    private final Executor threads;
    private final int callsAtOnceMax;
    private final Map<String, Calls> workspaces = new HashMap<>();

    /** @param callsAtOnceMax how many of one workspace at once */
    public WorkspaceExecutor(Executor threads, int callsAtOnceMax) {
        this.threads = threads;
        this.callsAtOnceMax = callsAtOnceMax;
    }

    /** Runs a call when its workspace's turn has come, and returns at once. */
    public void execute(String workspace, Runnable call) {
        synchronized (this) {
            Calls calls = workspaces.computeIfAbsent(workspace, any -> new Calls());
            if (calls.running >= callsAtOnceMax) {
                calls.waiting.add(call);
                return;
            }
            calls.running++;
        }
        threads.execute(() -> run(workspace, call));
    }

    private void run(String workspace, Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.error("A call to the chat failed", LoggableError.of(e));
        } finally {
            next(workspace);
        }
    }

    private void next(String workspace) {
        Runnable call;
        synchronized (this) {
            Calls calls = workspaces.computeIfAbsent(workspace, any -> new Calls());
            call = calls.waiting.poll();
            if (call == null) {
                calls.running--;
                if (calls.running == 0) {
                    workspaces.remove(workspace);
                }
                return;
            }
        }
        threads.execute(() -> run(workspace, call));
    }
}
