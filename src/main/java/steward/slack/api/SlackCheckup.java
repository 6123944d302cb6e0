package steward.slack.api;

import com.google.gson.JsonParseException;
import com.slack.api.methods.SlackApiException;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.FormBody;

/** Asks Slack how it sees Steward, for the doctor: once, waiting for the answer. */
public final class SlackCheckup {

    private final SlackClient client;

    /** @param apiUrl the Web API's base, ending in {@code /api/} */
    public SlackCheckup(URI apiUrl) {
        this.client = SlackClient.over(apiUrl, 1);
    }

    /**
     * What Slack answered.
     *
     * @param error Slack's word for why it refused; empty if it did not
     * @param workspace its name, if the question was whose a token is
     * @param scopes what a token may do, if Slack said so
     * @param time what time it is at Slack's, if it said so
     */
    public record Answered(String error, String workspace, Optional<Set<String>> scopes, Optional<Instant> time) {}

    /** Whose a bot token is, and what it may do; nothing if Slack can't be reached. */
    public Optional<Answered> whose(String botToken) {
        return asked(() -> ask("auth.test", botToken));
    }

    /** Whether Socket Mode is open to an app token; nothing if Slack can't be reached. */
    public Optional<Answered> opensSockets(String appToken) {
        return asked(() -> ask("apps.connections.open", appToken));
    }

    /** Whether Slack is there; nothing if it can't be reached. */
    public Optional<Answered> isThere() {
        return asked(() -> {
            var response = client.methods().apiTest(test -> test);
            return answered(response.isOk() ? "" : response.getError(), "", response.getHttpResponseHeaders());
        });
    }

    private Answered ask(String method, String token) throws IOException, SlackApiException {
        Responses.Identity response = client.methods()
                .postFormWithTokenAndParseResponse(
                        unused -> new FormBody.Builder(), method, token, Responses.Identity.class);
        return answered(
                response.isOk() ? "" : response.code(), response.workspace(), response.getHttpResponseHeaders());
    }

    /** A question to Slack. */
    private interface Question {
        Answered ask() throws IOException, SlackApiException;
    }

    private static Optional<Answered> asked(Question question) {
        try {
            return Optional.of(question.ask());
        } catch (IOException | SlackApiException | JsonParseException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private static Answered answered(String error, String workspace, Map<String, List<String>> headers) {
        return new Answered(
                error,
                workspace,
                first(headers, "x-oauth-scopes").map(SlackCheckup::scopes),
                first(headers, "date").flatMap(SlackCheckup::time));
    }

    private static Optional<String> first(Map<String, List<String>> headers, String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, List.of()).stream().findFirst();
    }

    private static Set<String> scopes(String header) {
        return Stream.of(header.split(",", 0))
                .map(String::strip)
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Instant> time(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
