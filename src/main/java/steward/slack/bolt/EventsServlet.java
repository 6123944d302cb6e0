package steward.slack.bolt;

import com.slack.api.bolt.jakarta_servlet.SlackAppServletAdapter;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.runtime.chat.LoggableError;
import steward.runtime.turns.DeadlineExecutor;
import steward.runtime.turns.DeadlineExecutor.Work;
import steward.slack.api.SlackMetrics;
import steward.slack.bolt.requests.MalformedRequest;
import steward.slack.bolt.requests.RequestParser;

/**
 * Where Slack delivers by HTTP: verifies the signature over the bytes as they came, runs the app, writes its answer, and only then has what
 * follows done.
 */
final class EventsServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private static final Logger LOG = LoggerFactory.getLogger(EventsServlet.class);

    private final transient Signature signature;
    private final transient StewardApp app;
    private final transient SlackMetrics metrics;
    private final transient DeadlineExecutor deadlines;
    private final transient SlackAppServletAdapter adapter;

    EventsServlet(Signature signature, StewardApp app, SlackMetrics metrics, DeadlineExecutor deadlines) {
        this.signature = signature;
        this.app = app;
        this.metrics = metrics;
        this.deadlines = deadlines;
        this.adapter = new SlackAppServletAdapter(app.config());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        RequestHeaders headers = HttpServer.headers(request);
        Timer.Sample sample = metrics.begin();
        AsyncContext exchange = request.startAsync();
        // The deadline is not the server's: it would wait for a thread to come back.
        exchange.setTimeout(0);
        deadlines.answer(new Work<>(
                () -> answer(headers, body),
                () -> answer(headers, body, app::late),
                answer -> give(answer, sample, exchange),
                EventsServlet::missed));
    }

    private void give(Response answer, Timer.Sample sample, AsyncContext exchange) {
        metrics.acknowledged(sample, answer.getStatusCode());
        try {
            HttpServer.write((HttpServletResponse) exchange.getResponse(), adapter, answer);
        } catch (IOException e) {
            LOG.info("An answer did not arrive, so Slack delivers again what was taken");
        } finally {
            exchange.complete();
            follow(answer);
        }
    }

    Response answer(RequestHeaders headers, byte[] body) {
        return answer(headers, body, app::run);
    }

    private Response answer(RequestHeaders headers, byte[] body, Function<Request<?>, Response> handler) {
        if (body.length > HttpServer.BODY_BYTES_MAX) {
            return Acknowledgement.text(Acknowledgement.TOO_LONG, "This is longer than anything that Slack delivers.");
        }
        if (!signature.holds(
                header(headers, "X-Slack-Request-Timestamp"), header(headers, "X-Slack-Signature"), body)) {
            return Acknowledgement.text(
                    Acknowledgement.UNAUTHORIZED,
                    "This is not signed by Slack, or was not sent within the last five minutes.");
        }
        try {
            Optional<Request<?>> request = RequestParser.http(body, headers);
            return request.map(handler).orElseGet(Acknowledgement::taken);
        } catch (MalformedRequest e) {
            return Acknowledgement.text(Acknowledgement.BAD_REQUEST, String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            LoggableError.log(LOG, "A delivery could not be answered", e);
            return Acknowledgement.text(Acknowledgement.UNAVAILABLE, "Please try again.");
        }
    }

    private static String header(RequestHeaders headers, String name) {
        String value = headers.getFirstValue(name);
        return value == null ? "" : value;
    }

    private static void follow(Response answer) {
        try {
            Acknowledgement.follow(answer);
        } catch (RuntimeException e) {
            LoggableError.log(LOG, "What was to follow an answer failed", e);
        }
    }

    private static void missed(Response answer) {
        try {
            Acknowledgement.missed(answer);
        } catch (RuntimeException e) {
            LoggableError.log(LOG, "What was to follow a late answer failed", e);
        }
    }
}
