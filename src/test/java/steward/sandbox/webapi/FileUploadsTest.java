package steward.sandbox.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.sandbox.Trial;
import steward.sandbox.delivery.Deliveries;
import steward.sandbox.http.Json;
import steward.sandbox.workspace.InstalledApp;

/** Files are uploaded in Slack's three steps, and downloaded from the message that shows them. */
class FileUploadsTest {

    private static final String CONTENT = "{\"said\":\"Zoë\"}";
    private static final int BYTES = 15;

    @TempDir
    Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private Trial trial;

    @BeforeEach
    void start() throws IOException {
        trial = new Trial(data);
    }

    @AfterEach
    void stop() {
        trial.close();
    }

    @Test
    void aFileIsShownInTheChatAndItsLinkGivesIt() throws Exception {
        JsonObject announced = announce(BYTES);
        assertThat(put(announced, CONTENT)).isEqualTo(200);
        JsonObject completed = complete(announced);
        assertThat(Json.objects(completed, "files"))
                .extracting(file -> Json.string(file, "title"))
                .containsExactly("Yours");

        JsonObject message = trial.lastShown();
        assertThat(Json.string(message, "subtype")).isEqualTo("file_share");
        assertThat(Json.string(message, "text")).isEqualTo("Here it is.");
        assertThat(message.has("bot_id")).isTrue();
        JsonObject file = Json.objects(message, "files").get(0);
        assertThat(Json.string(file, "name")).isEqualTo("my plan.json");
        assertThat(Json.string(file, "filetype")).isEqualTo("json");
        HttpResponse<String> download = get(Json.string(file, "url_private_download"));
        assertThat(download.statusCode()).isEqualTo(200);
        assertThat(download.body()).isEqualTo(CONTENT);
        assertThat(download.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename*=UTF-8''my%20plan.json");
    }

    @Test
    void aFileIsThereStillAfterARestart() throws Exception {
        JsonObject announced = announce(BYTES);
        put(announced, CONTENT);
        complete(announced);
        String path = URI.create(
                        Json.string(Json.objects(trial.lastShown(), "files").get(0), "url_private_download"))
                .getRawPath();
        trial.close();
        trial = new Trial(data);

        assertThat(get(trial.sandbox.page().resolve(path).toString()).body()).isEqualTo(CONTENT);
        assertThat(get(trial.sandbox.page().resolve(path.replace("-F", "-F0")).toString())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsNotThereCannotBeShownAndNothingIsShownTwice() throws Exception {
        JsonObject announced = announce(BYTES);
        assertThat(Json.string(complete(announced), "error")).isEqualTo("file_not_found");
        assertThat(put(announced, CONTENT + " and more")).isEqualTo(400);
        assertThat(Json.string(complete(announced), "error")).isEqualTo("file_not_found");
        put(announced, CONTENT);
        assertThat(Json.isTrue(complete(announced), "ok")).isTrue();
        assertThat(Json.string(complete(announced), "error")).isEqualTo("file_not_found");
        assertThat(trial.shown()).hasSize(1);
        assertThat(put(announced, CONTENT)).isEqualTo(404);
    }

    @Test
    void aFileMayComeInAForm() throws Exception {
        JsonObject announced = announce(BYTES);
        assertThat(putInForm(announced, "no parts")).isEqualTo(400);
        assertThat(putInForm(announced, part("note", "", CONTENT))).isEqualTo(400);
        assertThat(putInForm(
                        announced, part("note", "", "x") + part("filename", "my plan.json", CONTENT) + "--it--\r\n"))
                .isEqualTo(200);
        complete(announced);
        JsonObject file = Json.objects(trial.lastShown(), "files").get(0);
        assertThat(get(Json.string(file, "url_private_download")).body()).isEqualTo(CONTENT);
    }

    private static String part(String name, String fileName, String content) {
        return "--it\r\nContent-Disposition: form-data; name=\"" + name + "\""
                + (fileName.isEmpty() ? "" : "; filename=\"" + fileName + "\"") + "\r\n\r\n" + content + "\r\n";
    }

    private int putInForm(JsonObject announced, String parts) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Json.string(announced, "upload_url")))
                .header("Content-Type", "multipart/form-data; boundary=it")
                .POST(BodyPublishers.ofString(parts))
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }

    @Test
    void uploadingTakesAScope() throws Exception {
        InstalledApp bare = new InstalledApp("Steward", Set.of("chat:write"), Set.of(), List.of(), false, true, false);
        try (Trial other = new Trial(data.resolve("other"), bare, Deliveries.ANSWER_WITHIN)) {
            JsonObject refused = other.api("files.getUploadURLExternal", "filename", "a.json", "length", 2);
            assertThat(Json.string(refused, "error")).isEqualTo("missing_scope");
            assertThat(Json.string(refused, "needed")).isEqualTo("files:write");
        }
    }

    private JsonObject announce(int bytes) throws Exception {
        return trial.api("files.getUploadURLExternal", "filename", "my plan.json", "length", bytes);
    }

    private int put(JsonObject announced, String content) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Json.string(announced, "upload_url")))
                .POST(BodyPublishers.ofString(content))
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }

    private JsonObject complete(JsonObject announced) throws Exception {
        return trial.api(
                "files.completeUploadExternal",
                "files",
                Json.array(Json.object("id", Json.string(announced, "file_id"), "title", "Yours")),
                "channel_id",
                trial.sandbox.channelId(),
                "initial_comment",
                "Here it is.");
    }

    private HttpResponse<String> get(String url) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }
}
