package steward.slack.api;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.slack.api.methods.Methods;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.FormBody;
import okhttp3.Request;
import okhttp3.Response;
import steward.slack.blocks.JsonFields;

/** Asks Slack how it sees Steward, for the doctor: once, waiting for the answer. */
public final class SlackCheckup {

    private static final int OK = 200;

    private final URI apiUrl;
    private final SlackClient client;

    /**
     * @param apiUrl the Web API's base, ending in {@code /api/}
     * @param proxy by whose way it is called, if by any
     */
    public SlackCheckup(URI apiUrl, Optional<OutgoingProxy> proxy) {
        this.apiUrl = apiUrl;
        this.client = SlackClient.over(apiUrl, proxy, 1);
    }

    /**
     * What Slack answered.
     *
     * @param error Slack's word for why it refused; empty if it did not
     * @param workspace its name, if the question was whose a token is
     * @param organization whether it is that of a whole organization
     * @param scopes what a token may do, if Slack said so
     * @param time what time it is at Slack's, if it said so
     */
    public record Answered(
            String error,
            String workspace,
            boolean organization,
            Optional<Set<String>> scopes,
            Optional<Instant> time) {}

    /** Whose a bot token is, and what it may do; nothing if Slack can't be reached. */
    public Optional<Answered> whose(String botToken) {
        return asked(Methods.AUTH_TEST, "Bearer " + botToken);
    }

    /** Whether Socket Mode is open to an app token; nothing if Slack can't be reached. */
    public Optional<Answered> opensSockets(String appToken) {
        return asked(Methods.APPS_CONNECTIONS_OPEN, "Bearer " + appToken);
    }

    /** Whether Slack is there; nothing if it can't be reached. */
    public Optional<Answered> isThere() {
        return asked(Methods.API_TEST, "");
    }

    /** Whether an address of Steward's own answers that all is well, as Slack would hear it. */
    public boolean isWell(URI address) {
        Request request = new Request.Builder().url(address.toString()).build();
        try (Response response = client.addresses().newCall(request).execute()) {
            return response.code() == OK;
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<Answered> asked(String method, String authorization) {
        FormBody nothing = new FormBody.Builder().build();
        try (Response response =
                client.http(method).postFormWithAuthorizationHeader(apiUrl + method, authorization, nothing)) {
            return response.code() == OK ? Optional.of(answered(response)) : Optional.empty();
        } catch (IOException | JsonParseException e) {
            return Optional.empty();
        }
    }

    private static Answered answered(Response response) throws IOException {
        JsonObject answer = SlackCalls.json(response);
        return new Answered(
                JsonFields.text(answer, "error"),
                JsonFields.text(answer, "team"),
                JsonFields.isTrue(answer, "is_enterprise_install"),
                Optional.ofNullable(response.header("X-OAuth-Scopes")).map(SlackCheckup::scopes),
                Optional.ofNullable(response.headers().getDate("Date")).map(Date::toInstant));
    }

    private static Set<String> scopes(String header) {
        return Stream.of(header.split(",", 0))
                .map(String::strip)
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
