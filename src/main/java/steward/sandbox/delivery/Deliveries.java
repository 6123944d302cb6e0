package steward.sandbox.delivery;

import com.google.gson.JsonObject;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.sandbox.http.FormEncoding;
import steward.sandbox.http.Json;
import steward.sandbox.workspace.SandboxClock;

/**
 * Sends signed requests to the app's one request URL, or, if the app is in Socket Mode, the same over its connection.
 *
 * <p>An event that is not answered with a 2xx in time is sent again at once, after one minute and after five, by the
 * sandbox's clock, so moving it on brings them forward. Commands and clicks are sent once. Nothing leaves before {@link
 * #connect}. The time to answer is real time: the app gets no longer because the clock was moved.
 */
public final class Deliveries implements AutoCloseable {

    public static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);
    static final List<Duration> RETRY_AFTER = List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));

    /** What came of a delivery: the app's answer, or the reason why there is none. */
    public record Answer(int status, String contentType, String body, String failure) {

        public boolean accepted() {
            return status >= 200 && status < 300;
        }

        public boolean late() {
            return failure.equals("http_timeout");
        }

        static Answer failed(String reason) {
            return new Answer(0, "", "", reason);
        }
    }

    private record Retry(String body, int number, String reason, Instant due) {}

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final String signingSecret;
    private final SandboxClock clock;
    private final Duration answerWithin;
    private final Faults faults;
    private final Optional<SocketModeServer> socketMode;
    private final CompletableFuture<URI> target = new CompletableFuture<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "sandbox-retries");
        thread.setDaemon(true);
        return thread;
    });
    private final PriorityQueue<Retry> retries = new PriorityQueue<>(Comparator.comparing(Retry::due));

    /** @param socketMode over which all is delivered, if the app is in Socket Mode */
    public Deliveries(
            String signingSecret,
            SandboxClock clock,
            Duration answerWithin,
            Faults faults,
            Optional<SocketModeServer> socketMode) {
        this.signingSecret = signingSecret;
        this.clock = clock;
        this.answerWithin = answerWithin;
        this.faults = faults;
        this.socketMode = socketMode;
        clock.whenMoved(this::sendDue);
    }

    public void connect(URI requestUrl) {
        target.complete(requestUrl);
    }

    /** Sends an event, and again if need be. */
    void event(String body) {
        attempt(new Retry(body, 0, "", clock.instant()));
    }

    /** Sends a command or a click; the answer never fails, it tells the failure. */
    public CompletableFuture<Answer> once(String body) {
        return send(body, FORM, 0, "")
                .completeOnTimeout(Answer.failed("http_timeout"), answerWithin.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How many events wait for their next attempt. */
    int waiting() {
        synchronized (retries) {
            return retries.size();
        }
    }

    @Override
    public void close() {
        alarm.shutdownNow();
    }

    private void attempt(Retry delivery) {
        var unused = send(delivery.body(), JSON, delivery.number(), delivery.reason())
                .thenAccept(answer -> {
                    if (!answer.accepted()) {
                        retry(delivery, answer);
                    } else if (delivery.number() == 0 && faults.repeatsNext()) {
                        attempt(new Retry(delivery.body(), 1, "http_timeout", clock.instant()));
                    }
                });
    }

    private void retry(Retry failed, Answer answer) {
        String reason = answer.failure().isEmpty() ? "http_error" : answer.failure();
        if (failed.number() >= RETRY_AFTER.size()) {
            LOG.warn("An event was given up after {} attempts: {}", failed.number() + 1, reason);
            return;
        }
        LOG.warn("An event was not accepted ({}, status {}); it will be sent again.", reason, answer.status());
        Duration pause = RETRY_AFTER.get(failed.number());
        synchronized (retries) {
            retries.add(new Retry(
                    failed.body(), failed.number() + 1, reason, clock.instant().plus(pause)));
        }
        sendDue();
    }

    private void sendDue() {
        Retry next;
        while ((next = takeDue()) != null) {
            attempt(next);
        }
    }

    private @Nullable Retry takeDue() {
        synchronized (retries) {
            Retry first = retries.peek();
            if (first == null || alarm.isShutdown()) {
                return null;
            }
            Duration left = Duration.between(clock.instant(), first.due());
            if (left.isNegative() || left.isZero()) {
                return retries.poll();
            }
            var unused = alarm.schedule(this::sendDue, left.toMillis() + 1, TimeUnit.MILLISECONDS);
            return null;
        }
    }

    private CompletableFuture<Answer> send(String body, String contentType, int retry, String reason) {
        return socketMode
                .map(connections -> overSocket(connections, body, contentType, retry, reason))
                .orElseGet(() -> byHttp(body, contentType, retry, reason));
    }

    private CompletableFuture<Answer> overSocket(
            SocketModeServer connections, String body, String contentType, int retry, String reason) {
        if (contentType.equals(JSON)) {
            return connections.deliver("events_api", Json.parseObject(body), retry, reason);
        }
        JsonObject fields = FormEncoding.read(body);
        return fields.has("payload")
                ? connections.deliver("interactive", Json.parseObject(Json.string(fields, "payload")), retry, reason)
                : connections.deliver("slash_commands", fields, retry, reason);
    }

    private CompletableFuture<Answer> byHttp(String body, String contentType, int retry, String reason) {
        return target.thenCompose(url -> http.sendAsync(
                        request(url, body, contentType, retry, reason),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)))
                .thenApply(response -> new Answer(
                        response.statusCode(),
                        response.headers().firstValue("Content-Type").orElse(""),
                        response.body(),
                        ""))
                .exceptionally(failure -> Answer.failed(reason(failure)));
    }

    private HttpRequest request(URI url, String body, String contentType, int retry, String reason) {
        long seconds = clock.instant().getEpochSecond();
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(answerWithin)
                .header("Content-Type", contentType)
                .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
                .header("X-Slack-Request-Timestamp", String.valueOf(seconds))
                .header("X-Slack-Signature", RequestSignature.of(signingSecret, seconds, body))
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (retry > 0) {
            request.header("X-Slack-Retry-Num", String.valueOf(retry)).header("X-Slack-Retry-Reason", reason);
        }
        return request.build();
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause instanceof CompletionException) {
            cause = cause.getCause();
        }
        if (cause instanceof HttpTimeoutException) {
            return "http_timeout";
        }
        return cause instanceof ConnectException ? "connection_failed" : "unknown_error";
    }
}
