package steward.endtoend.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.cli.InProcess;
import steward.cli.InProcess.Trial;
import steward.endtoend.fixtures.PageClient;
import steward.endtoend.fixtures.PostedMessage;

/** A calendar subscribes to a rep's plans, at an address that the rep makes and revokes. */
class CalendarFeedTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T15:00:00Z"));
    private static final Pattern ADDRESS = Pattern.compile("http://[\\d.:]+/calendar/[0-9a-z]+-[0-9a-z]+\\.ics");

    @TempDir
    Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private Trial trial;
    private PageClient page;

    @BeforeEach
    void start() throws Exception {
        trial = InProcess.sandbox(data, CLOCK);
        page = PageClient.open(trial.slack().page());
        page.awaitLast(post -> true, "welcome");
        page.command("/plan", "Acme");
        page.awaitQuestion("headquarters 0");
    }

    @AfterEach
    void close() throws Exception {
        page.close();
        trial.close();
    }

    @Test
    void followsThePlansUntilItIsRevoked() throws Exception {
        URI address = subscribed();
        HttpResponse<String> empty = get(address, "");
        assertThat(empty.statusCode()).isEqualTo(200);
        assertThat(empty.body())
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("BEGIN:VTIMEZONE")
                .doesNotContain("VEVENT");
        assertThat(empty.headers().firstValue("Content-Type")).contains("text/calendar; charset=utf-8");
        assertThat(empty.headers().firstValue("Cache-Control")).contains("private, no-cache");
        assertThat(empty.headers().firstValue("Set-Cookie")).isEmpty();
        String tag = empty.headers().firstValue("ETag").orElseThrow();
        assertThat(get(address, tag).statusCode()).isEqualTo(304);

        page.command("/actions", "add Acme Call Dana by 20 Mar");
        page.awaitLast(post -> post.text().contains("Call Dana"), "the action");
        HttpResponse<String> filled = get(address, tag);
        assertThat(filled.statusCode()).isEqualTo(200);
        assertThat(filled.body()).contains("SUMMARY:Acme: Call Dana", "DTSTART;VALUE=DATE:20260320", "BEGIN:VALARM");

        page.command("/plan", "export subscribe stop");
        page.awaitLast(post -> post.text().startsWith("Revoked"), "the end");
        assertThat(get(address, "").statusCode()).isEqualTo(404);
    }

    @Test
    void aNewAddressEndsTheOneBefore() throws Exception {
        URI first = subscribed();
        URI second = subscribed();
        assertThat(second).isNotEqualTo(first);
        assertThat(get(first, "").statusCode()).isEqualTo(404);
        assertThat(get(second, "").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x.ics", "aaaa-bbbb.ics", "%00.ics", "aaaa-bbbb.ics/more", "'or'1'='1-bbbb.ics"})
    void nothingIsAtAnyOtherAddress(String file) throws Exception {
        assertThat(get(trial.steward().resolve("/calendar/" + file), "").statusCode())
                .isIn(400, 404);
    }

    @Test
    void theNameAloneOpensNothing() throws Exception {
        URI address = subscribed();
        URI other = URI.create(address.toString().replaceFirst("-[0-9a-z]{4}", "-0000"));
        assertThat(get(other, "").statusCode()).isEqualTo(404);
        HttpResponse<String> post = http.send(
                HttpRequest.newBuilder(address)
                        .POST(HttpRequest.BodyPublishers.ofString("x"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(post.statusCode()).isEqualTo(404);
    }

    private URI subscribed() throws Exception {
        int before = page.posts().size();
        page.command("/plan", "export subscribe new");
        page.awaitLast(post -> page.posts().size() > before && isAddress(post), "the address");
        PostedMessage last = page.posts().get(page.posts().size() - 1);
        Matcher address = ADDRESS.matcher(last.json().toString());
        assertThat(address.find()).isTrue();
        return URI.create(address.group());
    }

    private static boolean isAddress(PostedMessage post) {
        return ADDRESS.matcher(post.json().toString()).find();
    }

    private HttpResponse<String> get(URI address, String known) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (!known.isEmpty()) {
            request.header("If-None-Match", known);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
