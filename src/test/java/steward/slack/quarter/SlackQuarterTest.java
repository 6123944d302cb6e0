package steward.slack.quarter;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import steward.nudges.NudgeKind;
import steward.runtime.InMemory;
import steward.slack.quarter.RandomFaults.Fault;

/**
 * A quarter of fifty reps around the world in seconds, with all of Steward between Slack's deliveries and what comes into the reps' DMs.
 * Meanwhile it is killed between any two things it does, Slack refuses, loses and repeats, and the reps answer in place, change their
 * minds, travel, leave and come back. Each message is held against a plain oracle when it comes: no nudge comes twice, at night, on a
 * wrong day or about what is done; and every hour none is missing.
 *
 * <p>The seed is in the name of the test that failed; {@code -Dquarter.seed} tries another. What a rep did and saw is in the message.
 */
class SlackQuarterTest {

    /** Spring begins in the north while it is running, and autumn in the south. */
    private static final Instant START = Instant.parse("2026-02-20T12:00:00Z");

    private static final int REPS = 50;
    private static final int DAYS = 90;

    private final Logger log = (Logger) LoggerFactory.getLogger("steward");

    @TempDir(factory = InMemory.class)
    Path data;

    /** Thousands of calls fail on purpose. */
    @BeforeEach
    void logNothing() {
        log.setLevel(Level.OFF);
    }

    @AfterEach
    void logAgain() {
        log.setLevel(null);
    }

    static LongStream seeds() {
        return LongStream.of(Long.getLong("quarter.seed", 1));
    }

    @ParameterizedTest(name = "-Dquarter.seed={0}")
    @MethodSource("seeds")
    void holds(long seed) {
        try (Quarter quarter = new Quarter(seed, data.resolve("steward.db"), START, REPS)) {
            quarter.run(DAYS);
            quarter.findsAllAsSaid();
            hadEnoughOfEverything(quarter);
        }
    }

    private static void hadEnoughOfEverything(Quarter quarter) {
        for (NudgeKind kind : NudgeKind.values()) {
            int seen = quarter.reps.stream().mapToInt(rep -> rep.seen(kind)).sum();
            assertThat(seen).as("nudges: %s", kind).isGreaterThan(10);
        }
        for (Fault fault : Fault.values()) {
            assertThat(quarter.faults.met(fault)).as("calls: %s", fault).isGreaterThan(10);
        }
        assertThat(quarter.faults.deaths()).as("deaths").isGreaterThan(20);
    }
}
