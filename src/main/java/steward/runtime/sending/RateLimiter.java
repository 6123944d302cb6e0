package steward.runtime.sending;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import steward.rep.RepId;

/**
 * Limits the rate of nudges to what a chat takes. The stricter of those known is Slack, with <a
 * href="https://docs.slack.dev/apis/web-api/rate-limits">one message a second to a channel, and several hundred a minute to a workspace</a>.
 *
 * <p>What a rep waits for goes at once; nudges take the places between, and step back where there are none. Safe for use by several
 * threads.
 */
public final class RateLimiter {

    /** To a workspace that was quiet. */
    static final int NUDGES_AT_ONCE = 8;

    private static final int NUDGES_A_MINUTE = 240;
    private static final long BETWEEN_NUDGES_NANOS = TimeUnit.MINUTES.toNanos(1) / NUDGES_A_MINUTE;
    private static final long AT_ONCE_NANOS = (NUDGES_AT_ONCE - 1) * BETWEEN_NUDGES_NANOS;

    /** A workspace whose next place is further ahead has enough on its way. */
    private static final long AHEAD_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final long BETWEEN_IN_CHANNEL_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Workspaces and reps with no nudge on its way are forgotten once there are so many. */
    private static final int REMEMBERED_MAX = 10_000;

    private static final class Workspace {
        /** The first place that is free, were there no burst; with it, so many places earlier. */
        private long next;
        /** Messages that reps waited for while nudges were on their way: for each, a nudge steps back. */
        private int owed;

        Workspace(long next) {
            this.next = next;
        }
    }

    private final LongSupplier nanos;
    private final Map<String, Workspace> workspaces = new HashMap<>();
    /** The first place that is free in a rep's channel. */
    private final Map<RepId, Long> channels = new HashMap<>();

    /** @param nanos a clock that only goes on, like {@link System#nanoTime} */
    public RateLimiter(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Takes a place for a nudge: how long until it may go. */
    synchronized Duration place(RepId rep) {
        long now = nanos.getAsLong();
        forget(now);
        Workspace workspace = workspaces.computeIfAbsent(rep.team(), any -> new Workspace(now));
        long place = Math.max(now, Math.max(workspace.next - AT_ONCE_NANOS, channels.getOrDefault(rep, now)));
        workspace.next = Math.max(now, workspace.next) + BETWEEN_NUDGES_NANOS;
        channels.put(rep, place + BETWEEN_IN_CHANNEL_NANOS);
        return Duration.ofNanos(place - now);
    }

    /** Where a nudge whose place has come lets somebody go first who waits: how long until its next place. Empty if it may go. */
    synchronized Optional<Duration> stepBack(RepId rep) {
        Workspace workspace = workspaces.get(rep.team());
        if (workspace == null || workspace.owed == 0) {
            return Optional.empty();
        }
        workspace.owed--;
        channels.remove(rep);
        return Optional.of(place(rep));
    }

    /** Notes that something goes that a rep of this workspace waits for. */
    synchronized void urgent(String team) {
        Workspace workspace = workspaces.get(team);
        if (workspace != null) {
            workspace.owed = isWaitedFor(workspace) ? workspace.owed + 1 : 0;
        }
    }

    /** Whether the next nudge would have to wait. */
    private boolean isWaitedFor(Workspace workspace) {
        return workspace.next - AT_ONCE_NANOS > nanos.getAsLong();
    }

    /** The workspaces that have enough nudges on their way for now. */
    synchronized Set<String> full() {
        long ahead = nanos.getAsLong() + AHEAD_NANOS;
        return workspaces.entrySet().stream()
                .filter(each -> each.getValue().next - AT_ONCE_NANOS > ahead)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void forget(long now) {
        if (workspaces.size() > REMEMBERED_MAX) {
            workspaces.values().removeIf(workspace -> workspace.next < now);
        }
        if (channels.size() > REMEMBERED_MAX) {
            channels.values().removeIf(free -> free < now);
        }
    }
}
