package steward.slack.blocks;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.message.Stamp;

/** Slack's ids of messages, which also tell where in the order of its channel a message stands: {@code 1700000000.123456}. */
public final class SlackTimestamp {

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final Pattern FORM = Pattern.compile("([0-9]{1,11})\\.([0-9]{6})");

    private SlackTimestamp() {}

    /** The place in the order, in microseconds; empty if it is no id of Slack's. */
    public static Optional<Stamp> stamp(String ts) {
        Matcher form = FORM.matcher(ts);
        if (!form.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new Stamp(Long.parseLong(form.group(1)) * MICROS_PER_SECOND + Long.parseLong(form.group(2))));
    }

    /** When a message was written that stands in the order here. */
    public static Instant instant(Stamp stamp) {
        return Instant.EPOCH.plus(stamp.order(), ChronoUnit.MICROS);
    }
}
