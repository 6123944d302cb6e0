package steward.slack.quarter;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** What goes wrong, and how often: drawn by lot, the same for the same seed. */
final class RandomFaults {

    /** What becomes of a call to Slack. */
    enum Fault {
        NONE,
        /** Slack says when to come again. */
        RATE_LIMITED,
        /** Nothing is done, and Slack says it does not know. */
        FAILED,
        DONE_BUT_FAILED,
        /** The call never gets there, and nobody says so. */
        LOST,
        DONE_BUT_LOST,
        /** Slack takes the words, not the blocks. */
        BLOCKS_REFUSED,
        /** The rep's DM goes by another id from now on. */
        MOVED
    }

    /** How long Slack is away, and what it says then. */
    enum Outage {
        NONE,
        UNAVAILABLE,
        TOO_MUCH,
        REVOKED
    }

    private static final int DEATH_ONE_IN = 1_000;
    private static final int OUTAGE_ONE_IN = 450;
    private static final int DOWN_ONE_IN = 900;

    private final Random random;
    private final Map<Fault, Integer> met = new EnumMap<>(Fault.class);
    private Outage outage = Outage.NONE;
    private Instant outageEnd = Instant.MIN;
    private int deaths;

    RandomFaults(Random random) {
        this.random = random;
    }

    boolean isKilled() {
        boolean killed = random.nextInt(DEATH_ONE_IN) == 0;
        deaths += killed ? 1 : 0;
        return killed;
    }

    /** How long until it is started again: mostly at once. */
    Duration pause() {
        return random.nextInt(12) == 0
                ? Duration.ofMinutes(1 + random.nextInt(90))
                : Duration.ofSeconds(1 + random.nextInt(20));
    }

    /** Whether it is stopped for long, from now on. */
    boolean isStopped() {
        return random.nextInt(DOWN_ONE_IN) == 0;
    }

    Duration longPause() {
        return switch (random.nextInt(6)) {
            case 0 -> Duration.ofDays(3);
            case 1 -> Duration.ofDays(8);
            default -> Duration.ofHours(1 + random.nextInt(20));
        };
    }

    /** Lets Slack go away now and then. */
    void pass(Instant now) {
        if (outageEnd.isAfter(now)) {
            return;
        }
        outage = Outage.NONE;
        if (random.nextInt(OUTAGE_ONE_IN) == 0) {
            outage = Outage.values()[1 + random.nextInt(Outage.values().length - 1)];
            outageEnd = now.plus(Duration.ofMinutes(2 + random.nextInt(120)));
        }
    }

    Outage outage(Instant now) {
        return outageEnd.isAfter(now) ? outage : Outage.NONE;
    }

    Instant outageEnd() {
        return outageEnd;
    }

    Fault next(String method) {
        int lot = random.nextInt(100);
        Fault fault = Fault.NONE;
        if (method.equals("chat.postMessage") && lot < Fault.values().length * 2) {
            fault = Fault.values()[lot / 2];
        } else if (lot < 6) {
            fault = Fault.values()[1 + lot % 4];
        }
        met.merge(fault, 1, Integer::sum);
        return fault;
    }

    int met(Fault fault) {
        return met.getOrDefault(fault, 0);
    }

    int deaths() {
        return deaths;
    }

    Duration latency() {
        return Duration.ofMillis(20 + random.nextInt(200));
    }

    int retryAfterSeconds() {
        return random.nextInt(4) == 0 ? 30 + random.nextInt(600) : 1 + random.nextInt(30);
    }
}
