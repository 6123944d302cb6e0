package steward.slack.surfaces;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import steward.runtime.chat.ChatResult;

/**
 * Keeps look-ups in a workspace's history to the pace that Slack allows an app that is distributed, but not in its Marketplace: <a
 * href="https://docs.slack.dev/changelog/2025/05/29/rate-limit-changes-for-non-marketplace-apps">one request a minute of a method, and 15
 * messages</a>.
 *
 * <p>Nobody has to say that the app is such a one, and could forget to: Slack says it, by limiting the first look-ups that come at once. From
 * then on one goes a minute, until Slack has limited none for an hour. Safe for use by several threads.
 */
public final class HistoryPace {

    private static final int PAGE_MESSAGES_MAX = 200;
    private static final int PAGE_MESSAGES_MAX_IF_LIMITED = 15;
    private static final long BETWEEN_NANOS = Duration.ofMinutes(1).toNanos();
    private static final long REMEMBERED_NANOS = Duration.ofHours(1).toNanos();

    /** When a method was last limited in a workspace, and when it may be called next. */
    private record Limit(long limitedNanos, long nextNanos) {}

    /** Asks for a page of so many messages. */
    interface Page {
        ChatResult<JsonObject> ask(int messages);
    }

    private final LongSupplier nanos;
    private final Map<String, Limit> limits = new HashMap<>();

    /** @param nanos a clock that only goes on, like {@link System#nanoTime} */
    public HistoryPace(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Asks for a page, if it may be asked for now; otherwise it was not done, and may be in so long. */
    ChatResult<JsonObject> paced(String workspace, String method, Page page) {
        String key = workspace + " " + method;
        int messages;
        synchronized (this) {
            long now = nanos.getAsLong();
            limits.values().removeIf(limit -> now - limit.limitedNanos > REMEMBERED_NANOS);
            Limit limit = limits.get(key);
            if (limit != null && limit.nextNanos > now) {
                return ChatResult.notDone("ratelimited", Duration.ofNanos(limit.nextNanos - now));
            }
            if (limit != null) {
                limits.put(key, new Limit(limit.limitedNanos, now + BETWEEN_NANOS));
            }
            messages = limit == null ? PAGE_MESSAGES_MAX : PAGE_MESSAGES_MAX_IF_LIMITED;
        }
        ChatResult<JsonObject> result = page.ask(messages);
        if (!result.after().isZero()) {
            limited(key, result.after());
        }
        return result;
    }

    private synchronized void limited(String key, Duration after) {
        long now = nanos.getAsLong();
        limits.put(key, new Limit(now, now + after.toNanos()));
    }
}
