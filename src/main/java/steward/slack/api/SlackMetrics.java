package steward.slack.api;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.LongStream;
import steward.runtime.chat.ChatResult;

/** Times and counts the traffic with Slack: deliveries acknowledged, calls made. No label names a workspace, a person or an account. Safe for use by several threads. */
public final class SlackMetrics {

    /** Slack gives up after three seconds. */
    private static final Duration[] ACKNOWLEDGED_WITHIN = LongStream.of(10, 50, 100, 500, 1_000, 3_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;

    public SlackMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    public Timer.Sample begin() {
        return Timer.start(registry);
    }

    /** A delivery was answered. */
    public void acknowledged(Timer.Sample since, int status) {
        since.stop(Timer.builder("steward.acknowledgements")
                .description("From a delivery of Slack's to its answer")
                .tag("status", String.valueOf(status))
                .serviceLevelObjectives(ACKNOWLEDGED_WITHIN)
                .register(registry));
    }

    /** A call came to something. */
    void called(Timer.Sample since, String method, ChatResult.Kind result) {
        since.stop(Timer.builder("steward.slack.calls")
                .description("Calls to Slack's Web API")
                .tag("method", method)
                .tag(
                        "result",
                        result == ChatResult.Kind.DONE ? "ok" : result.name().toLowerCase(Locale.ROOT))
                .register(registry));
    }
}
