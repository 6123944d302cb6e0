package steward.endtoend.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.cli.InProcess;
import steward.cli.InProcess.Trial;
import steward.endtoend.fixtures.Await;
import steward.endtoend.fixtures.PageClient;
import steward.endtoend.fixtures.PostedMessage;
import steward.endtoend.fixtures.TestStore;

/** A rep wants all gone that is kept of them: they get it as a file, and then it is gone. */
class ForgetMeTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T15:00:00Z"));
    private static final String MARK = "zebra-7141";
    private static final List<String> TABLES =
            List.of("entry", "plan", "nudge", "rep", "intent", "personal_data_request", "delivery");

    private static final Pattern ADDRESS = Pattern.compile("http://[\\d.:]+/calendar/[0-9a-z]+-[0-9a-z]+\\.ics");

    @TempDir
    Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private Trial trial;
    private PageClient page;

    @BeforeEach
    void writeAPlan() throws Exception {
        trial = InProcess.sandbox(data, CLOCK);
        page = PageClient.open(trial.slack().page());
        page.awaitLast(post -> true, "welcome");
        page.command("/plan", "Acme " + MARK);
        page.awaitQuestion("headquarters 0");
        page.say("Toledo " + MARK);
        page.awaitQuestion("mission 0");
        page.command("/time", "Acme " + MARK + " 2h note " + MARK);
    }

    @AfterEach
    void close() throws Exception {
        page.close();
        trial.close();
    }

    @Test
    void theyGetAllOfItAsAFileAndThenItIsGone() throws Exception {
        assertThat(marked()).isNotEmpty();
        URI calendar = subscribed();
        assertThat(get(calendar)).startsWith("BEGIN:VCALENDAR");
        page.command("/plan", "forget me form");
        JsonObject form = Await.await("the form")
                .until(this::modals, views -> views.size() == 1)
                .get(0)
                .getAsJsonObject();

        submit(form, "Acme");
        assertThat(modals()).as("the form stays open").hasSize(1);
        assertThat(marked()).isNotEmpty();
        submit(form, "forget");

        PostedMessage farewell = page.awaitLast(post -> post.text().startsWith("It's all gone."), "farewell");
        assertThat(marked()).isEmpty();
        assertThat(get(calendar)).as("their calendar is shut").doesNotContain("VCALENDAR");
        assertThat(farewell.json().getAsJsonObject("metadata").toString()).contains("steward_reply");
        JsonObject file = page.posts().stream()
                .filter(post -> post.json().has("files"))
                .map(post -> post.json().getAsJsonArray("files").get(0).getAsJsonObject())
                .findFirst()
                .orElseThrow();
        JsonObject kept = JsonParser.parseString(
                        get(URI.create(file.get("url_private_download").getAsString())))
                .getAsJsonObject();
        JsonObject plan = kept.getAsJsonArray("plans").get(0).getAsJsonObject();
        assertThat(plan.get("account").getAsString()).isEqualTo("Acme " + MARK);
        assertThat(plan.getAsJsonArray("answers")
                        .get(0)
                        .getAsJsonObject()
                        .get("answer")
                        .getAsString())
                .isEqualTo("Toledo " + MARK);
        assertThat(plan.getAsJsonArray("time_log")
                        .get(0)
                        .getAsJsonObject()
                        .get("minutes")
                        .getAsInt())
                .isEqualTo(120);

        Await.await("Steward's messages to go").until(() -> stewardsMessages().count() == 2);
        assertThat(stewardsMessages()).as("the file stays").anyMatch(message -> message.has("files"));

        page.command("/plan", "Acme");
        page.awaitQuestion("headquarters 0");
    }

    private URI subscribed() {
        page.command("/plan", "export subscribe new");
        PostedMessage told =
                page.awaitLast(post -> ADDRESS.matcher(post.json().toString()).find(), "the calendar's address");
        Matcher address = ADDRESS.matcher(told.json().toString());
        assertThat(address.find()).isTrue();
        return URI.create(address.group());
    }

    private Stream<JsonObject> stewardsMessages() {
        return objects(everything()
                        .getAsJsonArray("channels")
                        .get(0)
                        .getAsJsonObject()
                        .getAsJsonArray("messages"))
                .filter(message -> message.has("bot_id") && !message.has("is_ephemeral"));
    }

    private JsonArray modals() {
        return everything().getAsJsonArray("modals");
    }

    private JsonObject everything() {
        return JsonParser.parseString(get(trial.slack().page().resolve("/sandbox/everything")))
                .getAsJsonObject();
    }

    private void submit(JsonObject view, String word) throws Exception {
        JsonObject input = objects(view.getAsJsonArray("blocks"))
                .filter(block -> block.get("type").getAsString().equals("input"))
                .findFirst()
                .orElseThrow();
        JsonObject asked = JsonParser.parseString("""
                        {"channel":"%s","view_id":"%s","values":{"%s":{"%s":{"type":"plain_text_input","value":"%s"}}}}
                        """.formatted(
                        trial.slack().channelId(),
                        view.get("id").getAsString(),
                        input.get("block_id").getAsString(),
                        input.getAsJsonObject("element").get("action_id").getAsString(),
                        word))
                .getAsJsonObject();
        HttpRequest request = HttpRequest.newBuilder(trial.slack().page().resolve("/sandbox/submit"))
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(asked.toString()))
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    private String get(URI address) {
        return http.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .join()
                .body();
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.asList().stream().map(JsonElement::getAsJsonObject);
    }

    /** All rows of the store that hold what they wrote. */
    private List<String> marked() {
        return TestStore.sqlite(data)
                .jdbi()
                .withHandle(sql -> TABLES.stream()
                        .flatMap(table -> sql.createQuery("select * from " + table).mapToMap().list().stream()
                                .map(row -> table + row))
                        .filter(row -> row.contains(MARK))
                        .toList());
    }
}
