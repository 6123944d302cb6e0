package steward.slack;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Set;

/**
 * What came of one call to Slack.
 *
 * @param json what Slack answered, if it did what was asked
 * @param error why it was not done, or why nobody knows
 * @param after how long to leave Slack alone, if it was not done this time
 */
record Reply(Kind kind, JsonObject json, String error, Duration after) {

    enum Kind {
        /** Done. */
        OK,
        /** Not done, and it never will be. */
        REFUSED,
        /** Not done this time: there was too much at once, or something is missing for a moment. */
        LIMITED,
        /** Done or not: the answer got lost, or Slack does not know itself. */
        UNKNOWN
    }

    private static final Set<String> BLOCKS_REFUSED =
            Set.of("invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long");

    static Reply ok(JsonObject json) {
        return new Reply(Kind.OK, json, "", Duration.ZERO);
    }

    static Reply refused(String error) {
        return new Reply(Kind.REFUSED, new JsonObject(), error, Duration.ZERO);
    }

    static Reply limited(Duration after) {
        return notYet("ratelimited", after);
    }

    static Reply notYet(String why, Duration after) {
        return new Reply(Kind.LIMITED, new JsonObject(), why, after);
    }

    static Reply unknown(String why) {
        return new Reply(Kind.UNKNOWN, new JsonObject(), why, Duration.ZERO);
    }

    /** Whether it is the blocks of a message that Slack does not take. */
    boolean refusesBlocks() {
        return kind == Kind.REFUSED && BLOCKS_REFUSED.contains(error);
    }
}
