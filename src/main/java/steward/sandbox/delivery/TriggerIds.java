package steward.sandbox.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import steward.sandbox.http.ApiError;
import steward.sandbox.workspace.SandboxClock;

/**
 * The trigger ids that go out with commands, clicks and submissions: each lets the app open one modal, within three
 * seconds.
 *
 * <p>The three seconds are the clock's: a moved clock ends them. Safe for many threads.
 */
public final class TriggerIds {

    public static final Duration VALID_FOR = Duration.ofSeconds(3);

    /** How long a used or expired trigger is still known as one. */
    private static final Duration REMEMBERED_FOR = Duration.ofHours(1);

    /** Whose endpoint it was; {@code viewId} is the view in which it was done, empty if it was not in one. */
    public record Trigger(String userId, String viewId) {}

    private record Given(Trigger trigger, Instant at, boolean used) {}

    private final SandboxClock clock;
    private final Map<String, Given> given = new HashMap<>();
    private long last;

    public TriggerIds(SandboxClock clock) {
        this.clock = clock;
    }

    public synchronized String issue(String userId, String viewId) {
        Instant now = clock.instant();
        given.values().removeIf(old -> now.isAfter(old.at().plus(REMEMBERED_FOR)));
        last = Math.max(last + 1, now.toEpochMilli());
        String id = last + "." + now.getEpochSecond() + "."
                + UUID.randomUUID().toString().replace("-", "");
        given.put(id, new Given(new Trigger(userId, viewId), now, false));
        return id;
    }

    /** Uses the trigger up; refuses one that is unknown, used or too old. */
    public synchronized Trigger exchange(String id) {
        if (!id.matches("\\d+\\.\\d+\\.\\w+")) {
            throw ApiError.withReasons("invalid_arguments", List.of("invalid `trigger_id` [json-pointer:/trigger_id]"));
        }
        Given found = given.get(id);
        if (found == null) {
            throw new ApiError("invalid_trigger_id");
        }
        if (found.used()) {
            throw new ApiError("exchanged_trigger_id");
        }
        if (clock.instant().isAfter(found.at().plus(VALID_FOR))) {
            throw new ApiError("expired_trigger_id");
        }
        given.put(id, new Given(found.trigger(), found.at(), true));
        return found.trigger();
    }
}
