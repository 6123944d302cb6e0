package steward.metrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /metrics} as <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Prometheus</a> reads it. */
final class MetricsServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MetricsServer.class);

    private static final int THREADS_MAX = 4;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final Server server;
    private final ServerConnector connector;

    private MetricsServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /** @throws UncheckedIOException if the address cannot be had */
    static MetricsServer start(InetSocketAddress address, PrometheusMeterRegistry registry) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS_MAX, 1);
        threads.setName("metrics");
        threads.setDaemon(true);
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(address.getHostString());
        connector.setPort(address.getPort());
        server.addConnector(connector);
        server.setHandler(new Scrape(registry));
        try {
            connector.open();
            server.start();
            return new MetricsServer(server, connector);
        } catch (IOException e) {
            String sentence = "METRICS_PORT %d of METRICS_HOST %s cannot be used; is another program listening there?"
                    .formatted(address.getPort(), address.getHostString());
            throw new UncheckedIOException(sentence, e);
        } catch (Exception e) {
            throw new IllegalStateException("The server for metrics does not start.", e);
        }
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("The server for metrics did not stop in time", e);
        }
    }

    private static final class Scrape extends Handler.Abstract {

        private final PrometheusMeterRegistry registry;

        Scrape(PrometheusMeterRegistry registry) {
            this.registry = registry;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            boolean isHere = Request.getPathInContext(request).equals("/metrics");
            response.setStatus(isHere ? OK : NOT_FOUND);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
            Content.Sink.write(response, true, isHere ? registry.scrape() : "The metrics are at /metrics.\n", callback);
            return true;
        }
    }
}
