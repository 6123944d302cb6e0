package steward.slack.bolt;

import com.slack.api.bolt.jakarta_servlet.SlackAppServletAdapter;
import com.slack.api.bolt.request.RequestHeaders;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.conversation.session.Health;
import steward.runtime.ChatRuntime;

/**
 * The HTTP server that Slack delivers to, and browsers come to.
 *
 * <p>A body is waited for without a thread, so that slow senders hold up nobody; only then is a servlet asked.
 */
final class HttpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    static final int BODY_BYTES_MAX = 1 << 20;

    /** A body up to so long is heard out before it is refused. */
    private static final int READ_AWAY_BYTES_MAX = 8 * BODY_BYTES_MAX;

    private static final int THREADS_MAX = 32;
    private static final long IDLE_MILLIS_MAX = 15_000;
    /** Many who come at once must not keep Slack from being let in. */
    private static final int CALLERS_WAITING_MAX = 1_024;

    private static final long BODY_BYTES_PER_SECOND_MIN = 200;
    private static final long STOP_MILLIS = ChatRuntime.CLOSING_STEP.toMillis();
    private static final long STOP_IDLE_MILLIS_MAX = 50;

    private final Server server;
    private final ServerConnector connector;

    /**
     * @param servlets by their paths
     * @param health how Steward does, from memory: it is asked for often, and never waits
     */
    HttpServer(String host, int port, Map<String, Servlet> servlets, Supplier<Health> health) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS_MAX);
        threads.setName("http");
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS_MAX);
        connector.setAcceptQueueSize(CALLERS_WAITING_MAX);
        connector.setShutdownIdleTimeout(STOP_IDLE_MILLIS_MAX);
        server.addConnector(connector);
        server.setHandler(handlers(servlets, health));
        server.setErrorHandler(HttpServer::plainError);
        server.setStopTimeout(STOP_MILLIS);
    }

    private static Handler handlers(Map<String, Servlet> servlets, Supplier<Health> health) {
        ServletContextHandler context = new ServletContextHandler();
        servlets.forEach((path, servlet) -> context.addServlet(new ServletHolder(servlet), path));
        context.addServlet(page(() -> new Shown(HttpStatus.OK_200, "ok")), "/healthz");
        context.addServlet(page(() -> readiness(health.get())), "/readyz");
        context.addServlet(page(() -> new Shown(HttpStatus.NOT_FOUND_404, "There is nothing here.")), "/");
        context.setErrorHandler(HttpServer::plainError);
        // Retained as it came: the loader that reads forms would take the bytes that are signed. What frames them
        // counts too.
        Handler whole =
                new EagerContentHandler(context, new RetainedContentLoaderFactory(2L * BODY_BYTES_MAX, -1, true));
        SizeLimitHandler sized = new SizeLimitHandler(READ_AWAY_BYTES_MAX, -1);
        sized.setHandler(new TooMuchReadAway(whole));
        return new GracefulHandler(new MinimumDataRateHandler(sized, BODY_BYTES_PER_SECOND_MIN, 0));
    }

    private static ServletHolder page(Supplier<Shown> shown) {
        return new ServletHolder(new Page(shown));
    }

    private static Shown readiness(Health health) {
        List<String> lines = new ArrayList<>(List.of(health.isWell() ? "ready" : "not ready"));
        lines.addAll(health.facts());
        return new Shown(
                health.isWell() ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503, String.join("\n", lines));
    }

    /**
     * Takes the port, without answering yet.
     *
     * @throws UncheckedIOException if it cannot be had
     */
    void bind() {
        try {
            connector.open();
        } catch (IOException e) {
            String sentence =
                    "Port %d of %s cannot be used; is another program listening there, or is HOST no address of this machine?"
                            .formatted(connector.getPort(), connector.getHost());
            throw new UncheckedIOException(sentence, e);
        }
    }

    void start() {
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("The HTTP server does not start", e);
        }
    }

    int port() {
        return connector.getLocalPort();
    }

    /** Lets what is being answered be answered, for a few seconds. */
    @Override
    public void close() {
        try {
            server.stop();
            connector.close();
        } catch (Exception e) {
            LOG.warn("The HTTP server did not stop in time", e);
        }
    }

    /** A request's headers, as Bolt takes them. */
    static RequestHeaders headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new HashMap<>();
        Collections.list(request.getHeaderNames())
                .forEach(name -> headers.put(name, Collections.list(request.getHeaders(name))));
        return new RequestHeaders(headers);
    }

    /** Writes what Bolt answers; all of it is on its way when this returns. */
    static void write(
            HttpServletResponse response, SlackAppServletAdapter adapter, com.slack.api.bolt.response.Response answer)
            throws IOException {
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        adapter.writeResponse(response, answer);
        response.getWriter().close();
    }

    /**
     * Lets little more than the longest body through, which tells that it was too long, and reads the rest away: a connection that closes on
     * somebody who still sends would take the answer with it.
     */
    private static final class TooMuchReadAway extends Handler.Wrapper {

        TooMuchReadAway(Handler handler) {
            super(handler);
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            return super.handle(
                    new Request.Wrapper(request) {
                        private long read;

                        @Override
                        public Content.@Nullable Chunk read() {
                            Content.Chunk chunk = super.read();
                            while (chunk != null && chunk.hasRemaining() && !chunk.isLast() && read > BODY_BYTES_MAX) {
                                chunk.release();
                                chunk = super.read();
                            }
                            read += chunk == null ? 0 : chunk.remaining();
                            return chunk;
                        }
                    },
                    response,
                    callback);
        }
    }

    /** What a page says now. */
    private record Shown(int status, String text) {}

    /** A page of a few words. */
    private static final class Page extends HttpServlet {

        private static final long serialVersionUID = 1;

        private final transient Supplier<Shown> shown;

        Page(Supplier<Shown> shown) {
            this.shown = shown;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Shown now = shown.get();
            response.setStatus(now.status());
            response.setContentType("text/plain; charset=utf-8");
            response.getWriter().write(now.text());
        }
    }

    /** Says what was wrong with a request that no servlet got to see, and shows nothing of the inside. */
    private static boolean plainError(Request request, Response response, Callback callback) {
        Object failure = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
        int status = failure instanceof HttpException http ? http.getCode() : response.getStatus();
        response.setStatus(status);
        String reason = HttpStatus.getMessage(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        response.write(true, ByteBuffer.wrap(reason.getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }
}
