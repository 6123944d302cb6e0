package steward.sandbox.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import steward.sandbox.Trial;
import steward.sandbox.http.FormEncoding;
import steward.sandbox.http.Json;

/** The Web API reads what it is sent as Slack does: forms everywhere, JSON where Slack takes it. */
class ApiRequestTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json; charset=utf-8";
    private static final String PARTS = "multipart/form-data; boundary=between-Two";
    private static final String BLOCKS = "[{\"type\":\"divider\",\"block_id\":\"one\"}]";
    private static final String METADATA =
            "{\"event_type\":\"steward_reply\",\"event_payload\":{\"intent\":\"i1\",\"row\":2}}";

    @TempDir
    Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private Trial trial;
    private String dm;

    @BeforeEach
    void start() throws IOException {
        trial = new Trial(data);
        dm = trial.sandbox.channelId();
    }

    @AfterEach
    void stop() {
        trial.close();
    }

    // ── The same, however it is sent ──

    @Test
    void aMessageIsTheSameAsAFormAsJsonInPartsAndInTheAddress() throws Exception {
        Map<String, String> fields =
                Map.of("channel", dm, "text", "R&D 5 % ü +", "blocks", BLOCKS, "metadata", METADATA);
        JsonObject json = Json.object("channel", dm, "text", "R&D 5 % ü +");
        json.add("blocks", Json.parseObject("{\"all\":" + BLOCKS + "}").get("all"));
        json.add("metadata", Json.parseObject(METADATA));
        JsonObject jsonInJson = Json.object("channel", dm, "text", "R&D 5 % ü +", "blocks", BLOCKS);
        jsonInJson.addProperty("metadata", METADATA);
        String form = FormEncoding.write(fields);

        send("chat.postMessage", FORM, form);
        send("chat.postMessage", "APPLICATION/X-WWW-FORM-URLENCODED; charset=UTF-8", form);
        send("chat.postMessage", JSON, Json.write(json));
        send("chat.postMessage", JSON, Json.write(jsonInJson));
        send("chat.postMessage", PARTS, parts(fields));
        send("chat.postMessage?" + form, FORM, "");
        http.send(
                HttpRequest.newBuilder(trial.sandbox.api().resolve("chat.postMessage?" + form))
                        .header("Authorization", "Bearer " + trial.sandbox.botToken())
                        .build(),
                BodyHandlers.ofString());

        List<JsonObject> messages = messages("include_all_metadata=true");
        assertThat(messages).hasSize(7).allSatisfy(message -> {
            assertThat(Json.string(message, "text")).isEqualTo("R&D 5 % ü +");
            assertThat(Json.write(message.get("blocks"))).isEqualTo(BLOCKS);
            assertThat(Json.write(message.get("metadata"))).isEqualTo(METADATA);
        });
    }

    @Test
    void aViewAndFilesAreReadFromAFormAsFromJson() throws Exception {
        String view = "{\"type\":\"home\",\"blocks\":" + BLOCKS + "}";
        JsonObject json = Json.object("user_id", trial.sandbox.userId(), "view", Json.parseObject(view));
        String form = FormEncoding.write(Map.of("user_id", trial.sandbox.userId(), "view", view));
        assertThat(Json.string(Json.child(send("views.publish", FORM, form), "view"), "type"))
                .isEqualTo("home");
        assertThat(Json.string(Json.child(send("views.publish", JSON, Json.write(json)), "view"), "type"))
                .isEqualTo("home");
        String files = FormEncoding.write(Map.of("channel_id", dm, "files", "[{\"id\":\"F0\"}]"));
        assertThat(error("files.completeUploadExternal", FORM, files)).isEqualTo("file_not_found");
        String noFiles = FormEncoding.write(Map.of("channel_id", dm, "files", "[\"F0\"]"));
        assertThat(error("files.completeUploadExternal", FORM, noFiles)).isEqualTo("invalid_arguments");
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "1, 1", "false, 0", "0, 0", "'', 0"})
    void aFlagIsAWordOrADigit(String flag, int found) throws Exception {
        String ts = trial.post("first");
        assertThat(messages("oldest=" + ts + "&inclusive=" + flag)).hasSize(found);
    }

    // ── JSON, where Slack takes it ──

    @ParameterizedTest
    @ValueSource(
            strings = {"conversations.history", "conversations.replies", "users.info", "files.getUploadURLExternal"})
    void aMethodThatTakesNoJsonDoesNotLookAtIt(String method) throws Exception {
        JsonObject all = Json.object("channel", dm, "user", trial.sandbox.userId(), "filename", "a", "length", 2);
        all.addProperty("ts", trial.post("first"));
        JsonObject refused = send(method, JSON, Json.write(all));
        assertThat(Json.string(refused, "error")).isEqualTo("invalid_arguments");
        assertThat(Json.write(refused)).contains("missing required field");
    }

    @Test
    void jsonWithoutItsCharactersIsWarnedOf() throws Exception {
        assertThat(Json.string(send("auth.test", "application/json", "{}"), "warning"))
                .isEqualTo("missing_charset");
        assertThat(send("auth.test", JSON, "").has("warning")).isFalse();
        assertThat(send("auth.test", FORM, "").has("warning")).isFalse();
    }

    // ── Who calls ──

    @Test
    void theTokenIsInTheHeaderOrAFieldOfTheForm() throws Exception {
        String token = trial.sandbox.botToken();
        assertThat(Json.isTrue(unsigned("auth.test", FORM, "token=" + token), "ok"))
                .isTrue();
        assertThat(Json.isTrue(unsigned("auth.test", PARTS, parts(Map.of("token", token))), "ok"))
                .isTrue();
        JsonObject inJson = unsigned("auth.test", JSON, Json.write(Json.object("token", token)));
        assertThat(Json.string(inJson, "error")).isEqualTo("not_authed");
        JsonObject inTheAddress = unsigned("auth.test?token=" + token, FORM, "");
        assertThat(Json.string(inTheAddress, "error")).isEqualTo("not_authed");
    }

    // ── What can't be read ──

    @Test
    void whatIsNoJsonIsRefused() throws Exception {
        assertThat(error("chat.postMessage", JSON, "{\"channel\":")).isEqualTo("invalid_json");
        assertThat(error("chat.postMessage", JSON, "channel=" + dm)).isEqualTo("invalid_json");
        assertThat(error("chat.postMessage", JSON, "{} {}")).isEqualTo("invalid_json");
        assertThat(error("chat.postMessage", JSON, "[]")).isEqualTo("json_not_object");
        assertThat(error("chat.postMessage", JSON, "{}")).isEqualTo("invalid_arguments");
    }

    @Test
    void whatIsNoFormIsRefused() throws Exception {
        assertThat(error("chat.postMessage", FORM, "text=%zz")).isEqualTo("invalid_form_data");
        assertThat(error("chat.postMessage?text=%25zz", FORM, "text=%zz")).isEqualTo("invalid_form_data");
        assertThat(error("chat.postMessage", PARTS, "no parts")).isEqualTo("invalid_form_data");
        assertThat(error("chat.postMessage", "multipart/form-data", "no boundary"))
                .isEqualTo("invalid_form_data");
        assertThat(error("chat.postMessage", FORM, "text[0]=x")).isEqualTo("invalid_array_arg");
        assertThat(error("chat.postMessage", FORM, "a-b=x")).isEqualTo("invalid_arg_name");
        String broken = FormEncoding.write(Map.of("channel", dm, "text", "x", "blocks", "[{"));
        assertThat(error("chat.postMessage", FORM, broken)).isEqualTo("invalid_blocks_format");
    }

    @Test
    void otherKindsAreRefused() throws Exception {
        assertThat(error("chat.postMessage", "application/xml", "<a/>")).isEqualTo("invalid_post_type");
        assertThat(error("chat.postMessage", FORM + "; charset=utf-16", "text=x"))
                .isEqualTo("invalid_charset");
        assertThat(error("chat.postMessage", "application/json; charset=koi8-r", "{}"))
                .isEqualTo("invalid_charset");
        assertThat(Json.string(unsigned("auth.test", "", "token=x"), "error")).isEqualTo("missing_post_type");
    }

    private String error(String method, String contentType, String body) throws Exception {
        return Json.string(send(method, contentType, body), "error");
    }

    private JsonObject send(String method, String contentType, String body) throws Exception {
        return Json.parseObject(trial.call(method, contentType, body).body());
    }

    private List<JsonObject> messages(String bounds) throws Exception {
        return Json.objects(send("conversations.history", FORM, "channel=" + dm + "&" + bounds), "messages");
    }

    /** @param contentType empty for none */
    private JsonObject unsigned(String method, String contentType, String body) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(trial.sandbox.api().resolve(method)).POST(BodyPublishers.ofString(body));
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        return Json.parseObject(
                http.send(request.build(), BodyHandlers.ofString()).body());
    }

    private static String parts(Map<String, String> fields) {
        StringBuilder parts = new StringBuilder();
        fields.forEach((name, value) -> parts.append("--between-Two\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        return parts.append("--between-Two--\r\n").toString();
    }
}
