package steward.slack;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.message.Stamp;

/** Reads Slack's id of a message, which says where it stands in its channel: {@code 1700000000.123456}. */
final class Ts {

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final Pattern FORM = Pattern.compile("([0-9]{1,11})\\.([0-9]{6})");

    private Ts() {}

    /** Where the message stands, in microseconds; empty if that is no id of Slack's. */
    static Optional<Stamp> stamp(String ts) {
        Matcher form = FORM.matcher(ts);
        if (!form.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new Stamp(Long.parseLong(form.group(1)) * MICROS_PER_SECOND + Long.parseLong(form.group(2))));
    }
}
