package steward.store;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A Steward at work on a store, by a name that tells which process of which machine it is.
 *
 * <p>Of one on this machine it is known whether it is still there; of one elsewhere only when it last said so.
 */
record Worker(String name) {

    /** Whoever has not said for so long that it is at work is gone. */
    static final Duration SILENT_MAX = Duration.ofMinutes(1);

    private static final String APART = " ";
    private static final int PARTS = 4;

    /** This one: two stores opened by one process are two. */
    static Worker here() {
        ProcessHandle process = ProcessHandle.current();
        return new Worker(String.join(
                APART,
                machine(),
                String.valueOf(process.pid()),
                begun(process),
                UUID.randomUUID().toString()));
    }

    /** Whether it is gone, given when it last said that it is at work. */
    boolean isGone(Optional<Instant> aliveAt, Instant now) {
        String[] parts = name.split(APART, PARTS);
        boolean elsewhere = parts.length < PARTS || !parts[0].equals(machine());
        return elsewhere
                ? aliveAt.filter(at -> at.plus(SILENT_MAX).isAfter(now)).isEmpty()
                : ProcessHandle.of(Long.parseLong(parts[1]))
                        .filter(process -> begun(process).equals(parts[2]))
                        .isEmpty();
    }

    /** A process of the same number that began at another time is another. */
    private static String begun(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> String.valueOf(start.toEpochMilli()))
                .orElse("?");
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unnamed";
        }
    }
}
