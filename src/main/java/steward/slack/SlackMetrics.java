package steward.slack;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.LongStream;
import steward.message.Intent;
import steward.message.Purpose;

/** What is timed and counted of the traffic with Slack. No label names a workspace, a person or an account. Safe for use by several threads. */
final class SlackMetrics {

    /** Slack gives up after three seconds. */
    private static final Duration[] ACKNOWLEDGED_WITHIN = millis(10, 50, 100, 500, 1_000, 3_000);

    private static final Duration[] ARRIVED_WITHIN = millis(100, 500, 1_000, 5_000, 30_000);

    private final MeterRegistry registry;

    SlackMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    Timer.Sample begin() {
        return Timer.start(registry);
    }

    /** A delivery was answered. */
    void acknowledged(Timer.Sample since, int status) {
        since.stop(Timer.builder("steward.acknowledgements")
                .description("From a delivery of Slack's to its answer")
                .tag("status", String.valueOf(status))
                .serviceLevelObjectives(ACKNOWLEDGED_WITHIN)
                .register(registry));
    }

    /** A call came to something. */
    void called(Timer.Sample since, String method, Reply.Kind result) {
        since.stop(Timer.builder("steward.slack.calls")
                .description("Calls to Slack's Web API")
                .tag("method", method)
                .tag("result", result.name().toLowerCase(Locale.ROOT))
                .register(registry));
    }

    /** A message arrived. Nudges are kept waiting on purpose, so only what a rep waits for is timed. */
    void arrived(Intent intent, Duration sinceWritten) {
        if (intent.purpose() == Purpose.NUDGE) {
            registry.counter("steward.nudges", "kind", intent.about().question())
                    .increment();
        } else {
            Timer.builder("steward.replies")
                    .description("From a turn to its message in Slack")
                    .serviceLevelObjectives(ARRIVED_WITHIN)
                    .register(registry)
                    .record(sinceWritten);
        }
    }

    private static Duration[] millis(long... each) {
        return LongStream.of(each).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }
}
