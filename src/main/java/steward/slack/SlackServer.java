package steward.slack;

import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server that Slack delivers to.
 *
 * <p>A body is waited for without a thread, so that slow senders hold up nobody; only then is the {@link Door} asked.
 */
final class SlackServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SlackServer.class);

    private static final int THREADS_MAX = 32;
    private static final long IDLE_MILLIS_MAX = 15_000;
    /** Many who come at once must not keep Slack from being let in. */
    private static final int CALLERS_WAITING_MAX = 1_024;

    private static final long BODY_BYTES_PER_SECOND_MIN = 200;
    private static final long STOP_MILLIS = SlackApp.STEP_OF_CLOSING.toMillis();
    private static final long STOP_IDLE_MILLIS_MAX = 50;

    private final Server server;
    private final ServerConnector connector;

    /**
     * @param door where Slack delivers, if it does by HTTP
     * @param installs where workspaces install the app, if they do
     */
    SlackServer(
            String host,
            int port,
            Optional<Door> door,
            Optional<InstallDoor> installs,
            BooleanSupplier ready,
            SlackMetrics metrics) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS_MAX);
        threads.setName("http");
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(host.isEmpty() ? null : host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS_MAX);
        connector.setAcceptQueueSize(CALLERS_WAITING_MAX);
        connector.setShutdownIdleTimeout(STOP_IDLE_MILLIS_MAX);
        server.addConnector(connector);
        server.setHandler(new GracefulHandler(
                new MinimumDataRateHandler(new Paths(door, installs, ready, metrics), BODY_BYTES_PER_SECOND_MIN, 0)));
        server.setErrorHandler(SlackServer::plainError);
        server.setStopTimeout(STOP_MILLIS);
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
            String sentence = "Port " + connector.getPort() + " cannot be used; is another program listening there?";
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

    /** What is served where. */
    private static final class Paths extends Handler.Abstract {

        private final Optional<Door> door;
        private final Optional<InstallDoor> installs;
        private final BooleanSupplier ready;
        private final SlackMetrics metrics;

        Paths(Optional<Door> door, Optional<InstallDoor> installs, BooleanSupplier ready, SlackMetrics metrics) {
            this.door = door;
            this.installs = installs;
            this.ready = ready;
            this.metrics = metrics;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            switch (Request.getPathInContext(request)) {
                case "/slack/events" ->
                    door.ifPresentOrElse(
                            open -> deliver(open, request, response, callback), () -> nothing(response, callback));
                case "/slack/install" ->
                    installs.ifPresentOrElse(
                            open -> begin(open, request, response, callback), () -> nothing(response, callback));
                case "/slack/oauth_redirect" ->
                    installs.ifPresentOrElse(
                            open -> end(open, request, response, callback), () -> nothing(response, callback));
                case "/healthz" -> write(Answer.text(Answer.OK, "ok"), response, callback);
                case "/readyz" -> write(readiness(), response, callback);
                default -> nothing(response, callback);
            }
            return true;
        }

        private static void nothing(Response response, Callback callback) {
            write(Answer.text(Answer.NOT_FOUND, "There is nothing here."), response, callback);
        }

        private static void begin(InstallDoor installs, Request request, Response response, Callback callback) {
            if (isLooking(request, response, callback)) {
                write(installs.begin(cookie(request)), response, callback);
            }
        }

        private static void end(InstallDoor installs, Request request, Response response, Callback callback) {
            if (isLooking(request, response, callback)) {
                String query = request.getHttpURI().getQuery();
                var unused = installs.end(query == null ? "" : query, cookie(request))
                        .thenAccept(answer -> write(answer, response, callback));
            }
        }

        private static boolean isLooking(Request request, Response response, Callback callback) {
            boolean looks = HttpMethod.GET.is(request.getMethod());
            if (!looks) {
                write(Answer.text(Answer.METHOD_NOT_ALLOWED, "This is a page to look at."), response, callback);
            }
            return looks;
        }

        private static String cookie(Request request) {
            return Request.getCookies(request).stream()
                    .filter(cookie -> cookie.getName().equals(InstallDoor.COOKIE))
                    .findFirst()
                    .map(HttpCookie::getValue)
                    .orElse("");
        }

        private Answer readiness() {
            return ready.getAsBoolean()
                    ? Answer.text(Answer.OK, "ready")
                    : Answer.text(Answer.UNAVAILABLE, "not ready yet");
        }

        private void deliver(Door door, Request request, Response response, Callback callback) {
            if (!HttpMethod.POST.is(request.getMethod())) {
                write(Answer.text(Answer.METHOD_NOT_ALLOWED, "Slack posts here."), response, callback);
            } else {
                Body.gather(
                        request,
                        body -> answer(door, body, request, response, callback),
                        () -> tooLarge(response, callback),
                        callback::failed);
            }
        }

        private void answer(Door door, byte[] body, Request request, Response response, Callback callback) {
            Timer.Sample sample = metrics.begin();
            try {
                Answer answer = door.open(name -> header(request, name), body);
                metrics.acknowledged(sample, answer.status());
                write(answer, response, Callback.from(callback, () -> afterwards(answer)));
            } catch (RuntimeException | Error e) {
                LOG.error("The door failed", Trouble.of(e));
                metrics.acknowledged(sample, Answer.UNAVAILABLE);
                write(Answer.text(Answer.UNAVAILABLE, "Please try again."), response, callback);
            }
        }
    }

    private static String header(Request request, String name) {
        String value = request.getHeaders().get(name);
        return value == null ? "" : value;
    }

    private static void afterwards(Answer answer) {
        try {
            answer.then().run();
        } catch (RuntimeException e) {
            LOG.error("What was to follow an answer failed", Trouble.of(e));
        }
    }

    private static void tooLarge(Response response, Callback callback) {
        // There may be more of the body, which is not read.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        write(Answer.text(Answer.TOO_LARGE, "Slack sends no more than a mebibyte."), response, callback);
    }

    private static boolean plainError(Request request, Response response, Callback callback) {
        Object failure = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
        int status = failure instanceof HttpException http ? http.getCode() : response.getStatus();
        write(Answer.text(status, ""), response, callback);
        return true;
    }

    private static void write(Answer answer, Response response, Callback callback) {
        response.setStatus(answer.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
        answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
