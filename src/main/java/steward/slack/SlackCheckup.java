package steward.slack;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks Slack how it sees Steward: once, waiting for the answer. */
public final class SlackCheckup {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final URI apiUrl;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    /** @param apiUrl the Web API's base, ending in {@code /api/} */
    public SlackCheckup(URI apiUrl) {
        this.apiUrl = apiUrl;
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
        return ask("auth.test", Optional.of(botToken));
    }

    /** Whether Socket Mode is open to an app token; nothing if Slack can't be reached. */
    public Optional<Answered> opensSockets(String appToken) {
        return ask("apps.connections.open", Optional.of(appToken));
    }

    /** Whether Slack is there; nothing if it can't be reached. */
    public Optional<Answered> isThere() {
        return ask("api.test", Optional.empty());
    }

    private Optional<Answered> ask(String method, Optional<String> token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(apiUrl.resolve(method))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.noBody());
        token.ifPresent(some -> request.header("Authorization", "Bearer " + some));
        try {
            return Optional.of(read(http.send(request.build(), BodyHandlers.ofString())));
        } catch (IOException | Malformed e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Answered read(HttpResponse<String> response) throws Malformed {
        JsonObject json = Strict.json(response.body());
        return new Answered(
                Json.isTrue(json, "ok") ? "" : Json.text(json, "error"),
                Json.text(json, "team"),
                response.headers().firstValue("x-oauth-scopes").map(SlackCheckup::scopes),
                response.headers().firstValue("Date").flatMap(SlackCheckup::time));
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
