package steward.slack.api;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import steward.runtime.chat.ChatResult;
import steward.runtime.chat.Refusal;
import steward.slack.api.OneShotInterceptor.NotSentException;

/**
 * Calls Slack: the methods of its Web API, and the addresses that it gives out.
 *
 * <p>The one place where the ends that a call may come to, answers and exceptions alike, become the four of {@link ChatResult}. Safe for use
 * by several threads.
 */
public final class SlackCalls {

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final MediaType BYTES = MediaType.get("application/octet-stream");

    private static final Duration WAIT_IF_UNSAID = Duration.ofSeconds(30);

    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;

    private final SlackClient client;
    private final URI apiUrl;
    private final SlackMetrics metrics;

    /** @param apiUrl the Web API's base: an address there is Slack's own */
    public SlackCalls(SlackClient client, URI apiUrl, SlackMetrics metrics) {
        this.client = client;
        this.apiUrl = apiUrl;
        this.metrics = metrics;
    }

    // ── Methods ──────────────────────────────────────────────────────────────────────────────────────────

    /**
     * Calls a method.
     *
     * @param form makes the arguments
     * @param type what to read of the answer
     */
    public <T extends SlackResponse> ChatResult<T> call(
            String token, String method, Supplier<FormBody.Builder> form, Class<T> type) {
        return send(client.methods(), token, method, form, type);
    }

    /** The same for a method that opens a form, and is given up on sooner. */
    <T extends SlackResponse> ChatResult<T> callQuickly(
            String token, String method, Supplier<FormBody.Builder> form, Class<T> type) {
        return send(client.forms(), token, method, form, type);
    }

    private <T extends SlackResponse> ChatResult<T> send(
            MethodsClient methods, String token, String method, Supplier<FormBody.Builder> form, Class<T> type) {
        return call(method, () -> methods.postFormWithTokenAndParseResponse(unused -> form.get(), method, token, type));
    }

    /** A call of the library's. */
    public interface LibraryCall<T> {
        T send() throws IOException, SlackApiException;
    }

    /** Calls a method as the library does. */
    public <T extends SlackApiTextResponse> ChatResult<T> call(String method, LibraryCall<T> call) {
        return timed(method, () -> {
            try {
                return answered(call.send());
            } catch (SlackApiException e) {
                return failed(e.getResponse());
            }
        });
    }

    private static <T extends SlackApiTextResponse> ChatResult<T> answered(T response) {
        if (response.isOk()) {
            return ChatResult.done(response);
        }
        String error = SlackResponse.text(response.getError());
        if (SlackErrors.isTooMuch(error)) {
            List<String> after = response.getHttpResponseHeaders().getOrDefault("retry-after", List.of());
            return ChatResult.notDone(error, retryAfter(after.isEmpty() ? null : after.get(0)));
        }
        return SlackErrors.isUndecided(error)
                ? ChatResult.unknown(error)
                : ChatResult.refused(SlackErrors.refusal(error), error);
    }

    private static <T> ChatResult<T> failed(Response response) {
        return response.code() == TOO_MANY_REQUESTS
                ? ChatResult.notDone("ratelimited", retryAfter(response.header("Retry-After")))
                : ChatResult.unknown("HTTP " + response.code());
    }

    // ── Addresses ────────────────────────────────────────────────────────────────────────────────────────

    /**
     * Answers a rep at an address that Slack gave out for that, which takes no token: an address of Slack's own, or of whatever stands in
     * for Slack here. The address is as good as a password, and never logged.
     */
    public ChatResult<Void> respond(URI address, String json) {
        return post("response_url", client.http(), address, RequestBody.create(json, JSON), SlackCalls::responded);
    }

    /** Puts a file's content at an address that Slack gave out for that, in the same way. */
    public ChatResult<Void> upload(URI address, byte[] content) {
        return post("upload_url", client.uploads(), address, RequestBody.create(content, BYTES), SlackCalls::uploaded);
    }

    /** Reads an answer. */
    private interface Reader {
        ChatResult<Void> read(Response response) throws IOException;
    }

    private ChatResult<Void> post(String name, OkHttpClient http, URI address, RequestBody body, Reader reader) {
        if (!isSlacks(address)) {
            return ChatResult.refused(Refusal.ADMIN, "not an address of Slack's");
        }
        Request request =
                new Request.Builder().url(address.toString()).post(body).build();
        return timed(name, () -> {
            try (Response response = http.newCall(request).execute()) {
                return response.code() == TOO_MANY_REQUESTS ? failed(response) : reader.read(response);
            }
        });
    }

    /** There, Slack says what is wrong as JSON or in a bare word. */
    private static ChatResult<Void> responded(Response response) throws IOException {
        String said = Objects.requireNonNull(response.body()).string().strip();
        String error = said.matches("[a-z_]{3,60}") ? said : error(said);
        if (response.code() == OK && (error.isEmpty() || error.equals("ok"))) {
            return ChatResult.done();
        }
        return response.code() >= SERVER_ERRORS
                ? ChatResult.unknown("HTTP " + response.code())
                : ChatResult.refused(SlackErrors.refusal(error), error);
    }

    private static String error(String said) {
        try {
            JsonElement error = JsonParser.parseString(said).getAsJsonObject().get("error");
            return error.getAsString();
        } catch (RuntimeException e) {
            return "";
        }
    }

    /** There, Slack says 200 or that it did not work. */
    private static ChatResult<Void> uploaded(Response response) {
        return response.code() == OK ? ChatResult.done() : ChatResult.unknown("HTTP " + response.code());
    }

    /** Whether an address is Slack's own, or of whatever stands in for Slack here. */
    public boolean isSlacks(URI address) {
        return "https".equals(address.getScheme())
                || (Objects.equals(apiUrl.getScheme(), address.getScheme())
                        && Objects.equals(apiUrl.getAuthority(), address.getAuthority()));
    }

    // ── Ends ─────────────────────────────────────────────────────────────────────────────────────────────

    /** Something that calls Slack once. */
    private interface Sending<T> {
        ChatResult<T> send() throws IOException;
    }

    private <T> ChatResult<T> timed(String method, Sending<T> sending) {
        Timer.Sample sample = metrics.begin();
        ChatResult<T> result = ended(sending);
        metrics.called(sample, method, result.kind());
        return result;
    }

    /** The library throws unchecked what it can't read, and where there is no answer at all. */
    private static <T> ChatResult<T> ended(Sending<T> sending) {
        try {
            return sending.send();
        } catch (NotSentException e) {
            return ChatResult.notDone(e.getMessage(), Duration.ZERO);
        } catch (IOException e) {
            return ChatResult.unknown(nameOf(e));
        } catch (JsonParseException | NullPointerException e) {
            return ChatResult.unknown("no JSON");
        }
    }

    private static String nameOf(Throwable failure) {
        return failure.getClass().getSimpleName();
    }

    private static Duration retryAfter(@Nullable String seconds) {
        return seconds != null && seconds.matches("[0-9]{1,6}")
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : WAIT_IF_UNSAID;
    }
}
