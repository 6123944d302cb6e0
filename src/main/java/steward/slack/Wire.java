package steward.slack;

import com.google.gson.JsonObject;
import io.micrometer.core.instrument.Timer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The way to Slack: its Web API, and the addresses that Slack gives to answer at. One call, one request: nothing is ever sent again here,
 * and no call fails: what came of it is in the {@link Reply}.
 *
 * <p>No thread waits for an answer; what follows it runs on the executor. Safe for use by several threads.
 */
final class Wire {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration UPLOAD_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration WAIT_IF_UNSAID = Duration.ofSeconds(30);
    private static final String JSON = "application/json; charset=utf-8";
    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;

    /** Refusals after which part of the work may have been done. */
    private static final Set<String> UNDECIDED =
            Set.of("internal_error", "fatal_error", "request_timeout", "service_unavailable");

    private static final Set<String> TOO_MUCH = Set.of("ratelimited", "rate_limited", "message_limit_exceeded");

    private final URI base;
    private final HttpClient http;
    private final SlackMetrics metrics;

    /** @param base ends in {@code /api/} */
    Wire(URI base, Executor executor, SlackMetrics metrics) {
        this(
                base,
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(TIMEOUT)
                        .executor(executor)
                        .build(),
                metrics);
    }

    /** @param http sends each request once */
    Wire(URI base, HttpClient http, SlackMetrics metrics) {
        this.base = base;
        this.http = http;
        this.metrics = metrics;
    }

    /**
     * Calls a method that writes.
     *
     * @param authorization the header of that name
     */
    CompletableFuture<Reply> post(String method, String authorization, JsonObject body) {
        return call(method, authorization, JSON, body.toString());
    }

    /** Calls a method that reads or has to do with tokens; not all of these take JSON. */
    CompletableFuture<Reply> send(String method, String authorization, Map<String, String> fields) {
        return call(method, authorization, "application/x-www-form-urlencoded", form(fields));
    }

    /** Fields as a form's body has them, and an address after its question mark. */
    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /**
     * Answers a rep where Slack said to, which takes no token: an address of Slack's own, or of whatever stands in for Slack here. The
     * address is as good as a password, and never logged.
     */
    CompletableFuture<Reply> answer(URI address, JsonObject body) {
        if (!isSlacks(address)) {
            return CompletableFuture.completedFuture(Reply.refused("not an address of Slack's"));
        }
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        return sent("response_url", request, Wire::answered);
    }

    /** Opens a connection that stays. The address is as good as a password, and never logged. */
    CompletableFuture<WebSocket> connect(URI address, WebSocket.Listener listener) {
        boolean isSlacks = "wss".equals(address.getScheme())
                || ("ws".equals(address.getScheme()) && Objects.equals(base.getAuthority(), address.getAuthority()));
        return isSlacks
                ? http.newWebSocketBuilder().connectTimeout(TIMEOUT).buildAsync(address, listener)
                : CompletableFuture.failedFuture(new IllegalArgumentException("not an address of Slack's"));
    }

    /**
     * Puts a file's content where Slack said to, which takes no token: an address of Slack's own, or of whatever stands in for Slack here.
     * The address is as good as a password, and never logged.
     */
    CompletableFuture<Reply> upload(URI address, byte[] content) {
        if (!isSlacks(address)) {
            return CompletableFuture.completedFuture(Reply.refused("not an address of Slack's"));
        }
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(UPLOAD_TIMEOUT)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(content))
                .build();
        return sent("upload_url", request, Wire::uploaded);
    }

    /** There, Slack says 200 or that it did not work. */
    private static Reply uploaded(HttpResponse<String> response) {
        return switch (response.statusCode()) {
            case OK -> Reply.ok(new JsonObject());
            case TOO_MANY_REQUESTS -> Reply.limited(retryAfter(response));
            default -> Reply.unknown("HTTP " + response.statusCode());
        };
    }

    private boolean isSlacks(URI address) {
        return "https".equals(address.getScheme()) || isOnOurSlack(address);
    }

    private boolean isOnOurSlack(URI address) {
        return Objects.equals(base.getScheme(), address.getScheme())
                && Objects.equals(base.getAuthority(), address.getAuthority());
    }

    /** There, Slack says what is wrong as JSON or in a bare word. */
    private static Reply answered(HttpResponse<String> response) {
        if (response.statusCode() == TOO_MANY_REQUESTS) {
            return Reply.limited(retryAfter(response));
        }
        String said = response.body().strip();
        String error = said.matches("[a-z_]{3,60}") ? said : error(said);
        if (response.statusCode() == OK && (error.isEmpty() || error.equals("ok"))) {
            return Reply.ok(new JsonObject());
        }
        return response.statusCode() >= SERVER_ERRORS
                ? Reply.unknown("HTTP " + response.statusCode())
                : Reply.refused(error);
    }

    private static String error(String json) {
        try {
            return Json.text(Strict.json(json), "error");
        } catch (Malformed e) {
            return "";
        }
    }

    private CompletableFuture<Reply> call(String method, String authorization, String contentType, String body) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(method))
                .timeout(TIMEOUT)
                .header("Authorization", authorization)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body))
                .build();
        return sent(method, request, Wire::reply);
    }

    private CompletableFuture<Reply> sent(
            String method, HttpRequest request, Function<HttpResponse<String>, Reply> read) {
        Timer.Sample sample = metrics.begin();
        return http.sendAsync(request, BodyHandlers.ofString())
                .thenApply(read)
                .exceptionally(failure -> Reply.unknown(name(failure)))
                .thenApply(reply -> {
                    metrics.called(sample, method, reply.kind());
                    return reply;
                });
    }

    private static Reply reply(HttpResponse<String> response) {
        if (response.statusCode() == TOO_MANY_REQUESTS) {
            return Reply.limited(retryAfter(response));
        }
        if (response.statusCode() >= SERVER_ERRORS) {
            return Reply.unknown("HTTP " + response.statusCode());
        }
        try {
            return reply(Strict.json(response.body()), response);
        } catch (Malformed e) {
            return Reply.unknown("HTTP " + response.statusCode() + ", no JSON");
        }
    }

    private static Reply reply(JsonObject json, HttpResponse<String> response) {
        if (Json.isTrue(json, "ok")) {
            return Reply.ok(json);
        }
        String error = Json.text(json, "error");
        if (TOO_MUCH.contains(error)) {
            return Reply.limited(retryAfter(response));
        }
        return error.isEmpty() || UNDECIDED.contains(error) ? Reply.unknown(error) : Reply.refused(error);
    }

    private static Duration retryAfter(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(WAIT_IF_UNSAID);
    }

    private static String name(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause.getClass().getSimpleName();
    }
}
