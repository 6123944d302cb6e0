package steward.slack.api;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.runtime.chat.ChatResult;
import steward.runtime.chat.Refusal;
import steward.slack.api.OneShotInterceptor.NotSentException;
import steward.slack.blocks.JsonFields;

/**
 * Calls Slack: the methods of its Web API, and the addresses that it gives out.
 *
 * <p>The one place where the ends that a call may come to, answers and exceptions alike, become the four of {@link ChatResult}. Safe for use
 * by several threads.
 */
public final class SlackCalls {

    private static final Logger LOG = LoggerFactory.getLogger(SlackCalls.class);

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final MediaType BYTES = MediaType.get("application/octet-stream");

    private static final Duration WAIT_IF_UNSAID = Duration.ofSeconds(30);

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;

    private final SlackClient client;
    private final URI apiUrl;
    private final SlackAddresses addresses;
    private final SlackMetrics metrics;

    /** @param apiUrl the Web API's base: an address there is Slack's own */
    public SlackCalls(SlackClient client, URI apiUrl, SlackMetrics metrics) {
        this.client = client;
        this.apiUrl = apiUrl;
        this.addresses = new SlackAddresses(apiUrl);
        this.metrics = metrics;
    }

    // ── Methods ──────────────────────────────────────────────────────────────────────────────────────────

    /**
     * Calls a method, and gives its answer as it is: the library would read all of it, with a new Gson each time, and fail where Slack has
     * changed the shape of something that nobody asked for.
     *
     * @param authorization as the header of that name has it
     */
    public ChatResult<JsonObject> call(String authorization, String method, FormBody.Builder form) {
        return timed(
                method,
                () -> client.http(method).postFormWithAuthorizationHeader(apiUrl + method, authorization, form.build()),
                SlackCalls::answered);
    }

    private static ChatResult<JsonObject> answered(Response response) throws IOException {
        if (response.code() != OK) {
            return ChatResult.unknown("HTTP " + response.code());
        }
        JsonObject answer = json(response);
        if (JsonFields.isTrue(answer, "ok")) {
            return ChatResult.done(answer);
        }
        String error = JsonFields.text(answer, "error");
        if (SlackErrors.isTooMuch(error)) {
            return ChatResult.notDone(error, retryAfter(response));
        }
        return SlackErrors.isUndecided(error)
                ? ChatResult.unknown(error)
                : ChatResult.refused(SlackErrors.refusal(error), error);
    }

    /** @throws JsonParseException if it is none */
    static JsonObject json(Response response) throws IOException {
        JsonElement answer = JsonParser.parseString(body(response));
        if (!answer.isJsonObject()) {
            throw new JsonParseException("no object");
        }
        return answer.getAsJsonObject();
    }

    private static String body(Response response) throws IOException {
        return Objects.requireNonNull(response.body()).string();
    }

    // ── Addresses ────────────────────────────────────────────────────────────────────────────────────────

    /**
     * Answers a rep at an address that Slack gave out for that, which takes no token: an address of Slack's own, or of whatever stands in
     * for Slack here. The address is as good as a password, and never logged.
     */
    public ChatResult<Void> respond(URI address, String json) {
        return post("response_url", client.addresses(), address, RequestBody.create(json, JSON), SlackCalls::responded);
    }

    /** Puts a file's content at an address that Slack gave out for that, in the same way. */
    public ChatResult<Void> upload(URI address, byte[] content) {
        return post("upload_url", client.uploads(), address, RequestBody.create(content, BYTES), SlackCalls::uploaded);
    }

    /**
     * Gets a file's content, which takes the token: none but Slack may get that.
     *
     * @param authorization as the header of that name has it
     */
    ChatResult<byte[]> download(String authorization, URI address, int bytesMax) {
        if (!isSlacks(address)) {
            LOG.warn(
                    "A file is said to be at {}, neither Slack's own nor at SLACK_API_URL: it is not read",
                    address.getHost());
            return ChatResult.refused(Refusal.FILE, "not an address of Slack's");
        }
        Request request = new Request.Builder()
                .url(address.toString())
                .header("Authorization", authorization)
                .build();
        return timed(
                "url_private_download",
                () -> client.downloads().newCall(request).execute(),
                response -> downloaded(response, bytesMax));
    }

    /** To who may not read it, Slack shows a page to sign in at. */
    private static ChatResult<byte[]> downloaded(Response response, int bytesMax) throws IOException {
        if (response.code() >= SERVER_ERRORS) {
            return ChatResult.unknown("HTTP " + response.code());
        }
        if (response.code() != OK
                || Objects.requireNonNullElse(response.header("Content-Type"), "")
                        .startsWith("text/html")) {
            return ChatResult.refused(
                    response.code() == NOT_FOUND ? Refusal.FILE : Refusal.ADMIN, "HTTP " + response.code());
        }
        BufferedSource body = Objects.requireNonNull(response.body()).source();
        return body.request(bytesMax + 1L)
                ? ChatResult.refused(Refusal.SIZE, "too large")
                : ChatResult.done(body.readByteArray());
    }

    private ChatResult<Void> post(String name, OkHttpClient http, URI address, RequestBody body, Reader<Void> reader) {
        if (!isSlacks(address)) {
            LOG.warn(
                    "The {} that Slack gave is at {}, neither Slack's own nor at SLACK_API_URL: nothing is sent there",
                    name,
                    address.getHost());
            return ChatResult.refused(Refusal.ADMIN, "not an address of Slack's");
        }
        Request request =
                new Request.Builder().url(address.toString()).post(body).build();
        return timed(name, () -> http.newCall(request).execute(), reader);
    }

    /** There, Slack says what is wrong as JSON or in a bare word. */
    private static ChatResult<Void> responded(Response response) throws IOException {
        String said = body(response).strip();
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
        return addresses.include(address);
    }

    // ── Ends ─────────────────────────────────────────────────────────────────────────────────────────────

    /** Sends once. */
    private interface Sending {
        Response send() throws IOException;
    }

    /** Reads an answer. */
    private interface Reader<T> {
        ChatResult<T> read(Response response) throws IOException;
    }

    private <T> ChatResult<T> timed(String name, Sending sending, Reader<T> reader) {
        Timer.Sample sample = metrics.begin();
        ChatResult<T> result = ended(sending, reader);
        metrics.called(sample, name, result.kind());
        return result;
    }

    private static <T> ChatResult<T> ended(Sending sending, Reader<T> reader) {
        try (Response response = sending.send()) {
            return response.code() == TOO_MANY_REQUESTS
                    ? ChatResult.notDone("ratelimited", retryAfter(response))
                    : reader.read(response);
        } catch (NotSentException e) {
            return ChatResult.notDone(e.getMessage(), Duration.ZERO);
        } catch (IOException e) {
            return ChatResult.unknown(e.getClass().getSimpleName());
        } catch (JsonParseException e) {
            return ChatResult.unknown("no JSON");
        }
    }

    private static Duration retryAfter(Response response) {
        String seconds = response.header("Retry-After");
        return seconds != null && seconds.matches("[0-9]{1,6}")
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : WAIT_IF_UNSAID;
    }
}
