package steward.slack.bolt;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser.GenericSocketModeEnvelope;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.runtime.chat.LoggableError;
import steward.runtime.sending.Daemons;
import steward.runtime.sending.KeyedExecutor;
import steward.runtime.turns.DeadlineExecutor;
import steward.runtime.turns.DeadlineExecutor.Work;
import steward.slack.api.SlackMetrics;
import steward.slack.bolt.requests.MalformedRequest;
import steward.slack.bolt.requests.RequestParser;

/** Takes what Slack delivers by Socket Mode: of each rep one thing after the other, in the order in which it came. */
final class SocketDeliveries implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SocketDeliveries.class);

    /** Turns taken at once, each of another rep. */
    private static final int TURNS_AT_ONCE_MAX = 8;

    private final StewardApp app;
    private final SlackMetrics metrics;
    private final DeadlineExecutor deadlines;
    /** What comes once this is closed is not acknowledged, so Slack delivers it again. */
    private final ExecutorService turns = new ThreadPoolExecutor(
            TURNS_AT_ONCE_MAX,
            TURNS_AT_ONCE_MAX,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Daemons.named("socket-turn"),
            new ThreadPoolExecutor.DiscardPolicy());

    private final KeyedExecutor reps = new KeyedExecutor(turns, 1);

    SocketDeliveries(StewardApp app, SlackMetrics metrics, DeadlineExecutor deadlines) {
        this.app = app;
        this.metrics = metrics;
        this.deadlines = deadlines;
    }

    /** Returns at once. */
    void take(SocketConnection connection, GenericSocketModeEnvelope envelope) {
        String id = envelope.getEnvelopeId();
        if (id == null || id.isEmpty()) {
            return;
        }
        connection.begun();
        Optional<Request<?>> request = parsed(envelope);
        String rep = request.map(any -> rep(any.getContext())).orElse("");
        Timer.Sample sample = metrics.begin();
        deadlines.answer(
                new Work<>(
                        () -> request.map(app::run).orElseGet(Acknowledgement::taken),
                        () -> request.map(app::late).orElseGet(Acknowledgement::taken),
                        answer -> give(connection, id, answer, sample),
                        Acknowledgement::missed),
                turn -> reps.execute(rep, () -> take(connection, turn)));
    }

    /** Of one organization Slack does not always say the workspace. */
    private static String rep(Context context) {
        String organization = context.getEnterpriseId();
        return (organization == null ? context.getTeamId() : organization) + " " + context.getRequestUserId();
    }

    private static Optional<Request<?>> parsed(GenericSocketModeEnvelope envelope) {
        JsonElement payload = envelope.getPayload();
        JsonObject object = payload != null && payload.isJsonObject() ? payload.getAsJsonObject() : new JsonObject();
        Map<String, List<String>> headers = envelope.getRetryAttempt() == null
                ? Map.of()
                : Map.of("X-Slack-Retry-Num", List.of(String.valueOf(envelope.getRetryAttempt())));
        try {
            Optional<Request<?>> request =
                    RequestParser.envelope(envelope.getType(), object, new RequestHeaders(headers));
            request.ifPresent(any -> any.setSocketMode(true));
            return request;
        } catch (MalformedRequest e) {
            LOG.warn("Slack delivered something by Socket Mode that can't be taken: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** First the turn, then the acknowledgement, and only then what Steward says. */
    private static void take(SocketConnection connection, Runnable turn) {
        try {
            turn.run();
        } catch (RuntimeException e) {
            LoggableError.log(LOG, "What came by Socket Mode could not be taken", e);
        } finally {
            connection.done();
        }
    }

    /** Slack delivers again what is not acknowledged. */
    private void give(SocketConnection connection, String id, Response answer, Timer.Sample sample) {
        metrics.acknowledged(sample, answer.getStatusCode());
        if (answer.getStatusCode() == Acknowledgement.OK) {
            acknowledge(connection, id, answer);
        }
        Acknowledgement.follow(answer);
    }

    /** On the connection that it came by: Slack takes it on no other. */
    private static void acknowledge(SocketConnection connection, String id, Response answer) {
        JsonObject acknowledgement = new JsonObject();
        acknowledgement.addProperty("envelope_id", id);
        String body = answer.getBody();
        if (body != null && !body.isEmpty()) {
            acknowledgement.add("payload", JsonParser.parseString(body));
        }
        try {
            connection.send(acknowledgement.toString());
        } catch (RuntimeException e) {
            LOG.info("An acknowledgement did not arrive, so Slack delivers again what was taken");
        }
    }

    /** Breaks off what is still being taken. */
    @Override
    public void close() {
        turns.shutdownNow();
    }
}
