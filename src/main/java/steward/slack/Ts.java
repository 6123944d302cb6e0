package steward.slack;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.message.Stamp;

/** Slack's way of writing when a message stands in a channel: {@code 1700000000.123456}. */
final class Ts {

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final Pattern FORM = Pattern.compile("([0-9]{1,11})\\.([0-9]{6})");

    private Ts() {}

    /** The stamp that is written; empty if it is not one. */
    static Optional<Stamp> read(String ts) {
        Matcher form = FORM.matcher(ts);
        if (!form.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new Stamp(Long.parseLong(form.group(1)) * MICROS_PER_SECOND + Long.parseLong(form.group(2))));
    }

    static String of(Stamp stamp) {
        return String.format(
                Locale.ROOT, "%d.%06d", stamp.micros() / MICROS_PER_SECOND, stamp.micros() % MICROS_PER_SECOND);
    }
}
