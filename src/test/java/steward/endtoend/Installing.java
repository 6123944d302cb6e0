package steward.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import steward.InProcess;
import steward.InProcess.Trial;

/** Somebody with a browser who installs Steward in their workspace: each step is one request, as the browser would make it. */
final class Installing {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Trial trial;
    private final URI authorizePage;
    private final String cookie;

    private Installing(Trial trial, URI authorizePage, String cookie) {
        this.trial = trial;
        this.authorizePage = authorizePage;
        this.cookie = cookie;
    }

    static void in(Trial trial, String team) throws Exception {
        Installing browser = begin(trial);
        HttpResponse<String> end = browser.comeBack(browser.allow(team));
        assertThat(end.statusCode()).as(end.body()).isEqualTo(200);
        assertThat(end.body()).contains("Steward is installed in ");
    }

    static Installing begin(Trial trial) throws IOException, InterruptedException {
        HttpResponse<String> sent = get(trial.steward().resolve("slack/install"), "");
        assertThat(sent.statusCode()).isEqualTo(302);
        String cookie = sent.headers().firstValue("Set-Cookie").orElseThrow();
        return new Installing(
                trial,
                URI.create(sent.headers().firstValue("Location").orElseThrow()),
                cookie.substring(0, cookie.indexOf(';')));
    }

    /** Allows it on Slack's page; where that sends the browser. */
    URI allow(String team) throws IOException, InterruptedException {
        return decide("allow", team);
    }

    URI cancel() throws IOException, InterruptedException {
        return decide("cancel", "");
    }

    private URI decide(String decision, String team) throws IOException, InterruptedException {
        String page = get(authorizePage, "").body();
        assertThat(page).contains("Allow", "chat:write");
        Map<String, String> fields = Map.of(
                "decision",
                decision,
                "team",
                team,
                "state",
                field(page, "state"),
                "redirect_uri",
                field(page, "redirect_uri"));
        String form = fields.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(authorizePage.resolve("allow"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> decided = HTTP.send(request, BodyHandlers.ofString());
        return URI.create(decided.headers().firstValue("Location").orElseThrow());
    }

    private static String field(String page, String name) {
        return Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    HttpResponse<String> comeBack(URI redirect) throws IOException, InterruptedException {
        return comeBack(redirect, cookie);
    }

    HttpResponse<String> comeBackInAnotherBrowser(URI redirect) throws IOException, InterruptedException {
        return comeBack(redirect, "");
    }

    private HttpResponse<String> comeBack(URI redirect, String with) throws IOException, InterruptedException {
        assertThat(redirect.toString()).startsWith(InProcess.PUBLIC_URL + "/slack/oauth_redirect?");
        return get(trial.steward().resolve("slack/oauth_redirect?" + redirect.getRawQuery()), with);
    }

    private static HttpResponse<String> get(URI address, String cookie) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
