package steward.runtime.sending;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.LongStream;
import steward.message.Intent;
import steward.message.Purpose;

/** Counts the messages that arrived, and times those that a rep waited for. No label names a workspace, a person or an account. */
final class SendMetrics {

    private static final Duration[] ARRIVED_WITHIN = LongStream.of(100, 500, 1_000, 5_000, 30_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;

    SendMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** A message arrived. Nudges are kept waiting on purpose, so only what a rep waits for is timed. */
    void arrived(Intent intent, Duration sinceWritten) {
        if (intent.purpose() == Purpose.NUDGE) {
            registry.counter("steward.nudges", "kind", intent.about().question())
                    .increment();
        } else {
            Timer.builder("steward.replies")
                    .description("From a turn to its message in the chat")
                    .serviceLevelObjectives(ARRIVED_WITHIN)
                    .register(registry)
                    .record(sinceWritten);
        }
    }
}
