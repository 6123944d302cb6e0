package steward.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import steward.store.Backlog;
import steward.store.Store;

/**
 * What Steward tells of its work to whoever watches over it, at {@code GET /metrics} at an address of its own; where none is set, nothing is
 * counted.
 */
public final class Metrics implements AutoCloseable {

    private final MeterRegistry registry;
    private final Optional<MetricsServer> server;
    private final JvmGcMetrics pauses = new JvmGcMetrics();

    private Metrics(MeterRegistry registry, Optional<MetricsServer> server) {
        this.registry = registry;
        this.server = server;
    }

    /**
     * Begins to count, and serves the numbers if an address is given.
     *
     * @throws java.io.UncheckedIOException if the address cannot be had; the message says so in a plain sentence
     */
    public static Metrics start(Optional<InetSocketAddress> address) {
        return address.map(Metrics::start).orElseGet(() -> new Metrics(new CompositeMeterRegistry(), Optional.empty()));
    }

    private static Metrics start(InetSocketAddress address) {
        PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        return new Metrics(prometheus, Optional.of(MetricsServer.start(address, prometheus)));
    }

    public MeterRegistry registry() {
        return registry;
    }

    /** The port, if there is one. */
    public Optional<Integer> port() {
        return server.map(MetricsServer::port);
    }

    /** Tells from now on what waits in a store, and how the process does. */
    public void watch(Store store, InstantSource clock) {
        gauge("steward.messages.unsent", "Messages that wait to be sent", store, clock, Backlog::unsent);
        gauge(
                "steward.messages.unsent.oldest.seconds",
                "How long the oldest of them has waited",
                store,
                clock,
                backlog -> backlog.oldestUnsent().toSeconds());
        gauge("steward.reps.due", "Reps who wait to be looked after", store, clock, Backlog::due);
        Gauge.builder("steward.store.usable", () -> store.health().isWell() ? 1 : 0)
                .description("1 while the store can be used")
                .register(registry);
        Gauge.builder("steward.build.info", () -> 1)
                .description("Which Steward this is, and the Java it runs on")
                .tag(
                        "version",
                        Optional.ofNullable(Metrics.class.getPackage().getImplementationVersion())
                                .orElse("not packaged"))
                .tag("java", System.getProperty("java.version"))
                .register(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        pauses.bindTo(registry);
    }

    private void gauge(
            String name, String description, Store store, InstantSource clock, ToDoubleFunction<Backlog> count) {
        // Whoever watches is not to wait for a store that does not answer.
        Gauge.builder(
                        name,
                        () -> store.health().isWell()
                                ? count.applyAsDouble(store.backlog(clock.instant()))
                                : Double.NaN)
                .description(description)
                .register(registry);
    }

    @Override
    public void close() {
        server.ifPresent(MetricsServer::close);
        pauses.close();
        registry.close();
    }
}
