package steward.sandbox.webapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.sandbox.Sandbox;
import steward.sandbox.Trial;
import steward.sandbox.delivery.Deliveries;
import steward.sandbox.http.Json;
import steward.sandbox.workspace.InstalledApp;

class WebApiTest {

    @TempDir
    Path data;

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

    @Test
    void knowsWhoCalls() throws Exception {
        assertThat(Json.string(trial.api("auth.test"), "team_id")).isEqualTo(trial.sandbox.teamId());
        assertThat(error("")).isEqualTo("not_authed");
        assertThat(error("Bearer xoxb-other")).isEqualTo("invalid_auth");
        assertThat(Json.string(trial.api("chat.shout"), "error")).isEqualTo("unknown_method");
    }

    @Test
    void namesAMissingScope() throws Exception {
        InstalledApp bare = new InstalledApp("Steward", Set.of("chat:write"), Set.of(), List.of(), false, true, false);
        try (Trial other = new Trial(data.resolve("other"), bare, Deliveries.ANSWER_WITHIN)) {
            JsonObject refused = other.api("users.info", "user", other.sandbox.userId());
            assertThat(Json.string(refused, "error")).isEqualTo("missing_scope");
            assertThat(Json.string(refused, "needed")).isEqualTo("users:read");
            assertThat(Json.string(refused, "provided")).isEqualTo("chat:write");
        }
    }

    @Test
    void tellsThePersonsTimeZone() throws Exception {
        JsonObject user = Json.child(trial.api("users.info", "user", trial.sandbox.userId()), "user");
        assertThat(Json.string(user, "tz")).isEqualTo("America/Chicago");
        assertThat(Json.string(user, "tz_offset")).isEqualTo("-21600");
        assertThat(Json.string(user, "real_name")).isEqualTo("Priya Nair");
        assertThat(Json.string(trial.api("users.info", "user", "U0"), "error")).isEqualTo("user_not_found");
    }

    @Test
    void postsToTheConversationOrThePerson() throws Exception {
        JsonObject opened = trial.api("conversations.open", "users", trial.sandbox.userId());
        assertThat(Json.string(Json.child(opened, "channel"), "id")).isEqualTo(dm);
        JsonObject posted = trial.api("chat.postMessage", "channel", trial.sandbox.userId(), "text", "Hello");
        assertThat(Json.string(posted, "channel")).isEqualTo(dm);
        assertThat(Json.string(Json.child(posted, "message"), "text")).isEqualTo("Hello");
    }

    @Test
    void refusesWhatSlackRefuses() throws Exception {
        assertThat(refusal("chat.postMessage", "channel", "C0", "text", "x")).isEqualTo("channel_not_found");
        assertThat(refusal("chat.postMessage", "channel", dm)).isEqualTo("no_text");
        assertThat(refusal("chat.postMessage", "channel", dm, "text", "x", "blocks", "{"))
                .isEqualTo("invalid_blocks_format");
        assertThat(refusal(
                        "chat.postMessage", "channel", dm, "text", "x", "metadata", Json.object("event_type", "a b")))
                .isEqualTo("invalid_metadata_format");
        assertThat(refusal("chat.update", "channel", dm, "ts", "1.000001", "text", "x"))
                .isEqualTo("message_not_found");
        assertThat(refusal("chat.delete", "channel", dm, "ts", "1.000001")).isEqualTo("message_not_found");
        trial.page("say", "text", "mine");
        String ts = Json.string(trial.lastShown(), "ts");
        assertThat(refusal("chat.update", "channel", dm, "ts", ts, "text", "x")).isEqualTo("cant_update_message");
    }

    @Test
    void namesTheBlockThatIsWrong() throws Exception {
        JsonObject refused = trial.api(
                "chat.postMessage", "channel", dm, "text", "x", "blocks", Json.array(Json.object("type", "nope")));
        assertThat(Json.string(refused, "error")).isEqualTo("invalid_blocks");
        assertThat(Json.write(refused.get("response_metadata")))
                .contains("[ERROR] unsupported type: nope [json-pointer:/blocks/0/type]");
    }

    @Test
    void updatesInPlaceAndKeepsWhatIsNotMentioned() throws Exception {
        JsonObject metadata = Json.object("event_type", "steward_reply", "event_payload", Json.object("intent", "i1"));
        JsonObject posted = trial.api(
                "chat.postMessage",
                "channel",
                dm,
                "text",
                "before",
                "metadata",
                metadata,
                "blocks",
                Json.array(Json.object("type", "divider")));
        String ts = Json.string(posted, "ts");
        trial.api("chat.update", "channel", dm, "ts", ts, "text", "after");
        JsonObject read = messages("include_all_metadata", true).get(0);
        assertThat(Json.string(read, "text")).isEqualTo("after");
        assertThat(Json.objects(read, "blocks")).hasSize(1);
        assertThat(Json.child(read, "metadata")).isEqualTo(metadata);
        assertThat(messages().get(0).has("metadata")).isFalse();
        trial.api("chat.delete", "channel", dm, "ts", ts);
        assertThat(messages()).isEmpty();
    }

    @Test
    void pagesThroughTheHistoryNewestFirst() throws Exception {
        for (int i = 1; i <= 5; i++) {
            trial.post("message " + i);
        }
        List<String> texts = new ArrayList<>();
        String cursor = "";
        do {
            JsonObject page = trial.api("conversations.history", "channel", dm, "limit", 2, "cursor", cursor);
            Json.objects(page, "messages").forEach(message -> texts.add(Json.string(message, "text")));
            cursor = Json.string(Json.child(page, "response_metadata"), "next_cursor");
        } while (!cursor.isEmpty());
        assertThat(texts).containsExactly("message 5", "message 4", "message 3", "message 2", "message 1");
        assertThat(refusal("conversations.history", "channel", dm, "cursor", "bm8="))
                .isEqualTo("invalid_cursor");
        assertThat(refusal("conversations.history", "channel", dm, "limit", 1000))
                .isEqualTo("invalid_limit");
    }

    @Test
    void boundsTheHistoryByTime() throws Exception {
        String first = trial.post("first");
        String second = trial.post("second");
        trial.post("third");
        assertThat(messages("oldest", first)).hasSize(2);
        assertThat(messages("oldest", first, "inclusive", true)).hasSize(3);
        assertThat(messages("latest", second)).hasSize(1);
        assertThat(messages("oldest", second, "latest", second, "inclusive", true))
                .hasSize(1);
        assertThat(refusal("conversations.history", "channel", dm, "oldest", "soon"))
                .isEqualTo("invalid_ts_oldest");
    }

    @Test
    void keepsRepliesInTheirThread() throws Exception {
        String parent = trial.post("parent");
        trial.api("chat.postMessage", "channel", dm, "text", "reply", "thread_ts", parent);
        assertThat(messages()).hasSize(1);
        JsonObject replies = trial.api("conversations.replies", "channel", dm, "ts", parent);
        assertThat(Json.objects(replies, "messages"))
                .extracting(message -> Json.string(message, "text"))
                .containsExactly("parent", "reply");
    }

    @Test
    void showsAnEphemeralMessageOnThePageAlone() throws Exception {
        trial.api("chat.postEphemeral", "channel", dm, "user", trial.sandbox.userId(), "text", "just you");
        assertThat(messages()).isEmpty();
        assertThat(Json.isTrue(trial.lastShown(), "is_ephemeral")).isTrue();
    }

    @Test
    void makesTheTroublesThatATestAsksFor() throws Exception {
        JsonObject hello = Json.object("channel", dm, "text", "hello");
        trial.sandbox.faults().refuse("chat.postMessage", 1, Duration.ofSeconds(7));
        HttpResponse<String> limited = trial.call("chat.postMessage", hello);
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).contains("7");
        trial.sandbox.faults().fail("chat.postMessage", 1);
        assertThat(trial.call("chat.postMessage", hello).statusCode()).isEqualTo(500);
        assertThat(messages()).isEmpty();
        trial.sandbox.faults().loseReply("chat.postMessage", 1);
        assertThatThrownBy(() -> trial.call("chat.postMessage", hello)).isInstanceOf(IOException.class);
        assertThat(messages()).hasSize(1);
        assertThat(trial.call("chat.postMessage", hello).statusCode()).isEqualTo(200);
    }

    @Test
    void saysInOneSentenceThatThePortIsTaken() {
        int port = trial.sandbox.page().getPort();
        assertThatThrownBy(() -> Sandbox.start(port, data.resolve("b"), trial.clock, Trial.STEWARD))
                .hasMessage("Port " + port + " is in use; choose another with --port.");
    }

    private List<JsonObject> messages(Object... bounds) throws Exception {
        JsonObject arguments = Json.object(bounds);
        arguments.addProperty("channel", dm);
        return Json.objects(
                Json.parseObject(trial.call("conversations.history", arguments).body()), "messages");
    }

    private String refusal(String method, Object... arguments) throws Exception {
        return Json.string(trial.api(method, arguments), "error");
    }

    private String error(String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(trial.sandbox.api().resolve("auth.test"))
                .POST(HttpRequest.BodyPublishers.noBody());
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        HttpResponse<String> response =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        return Json.string(Json.parseObject(response.body()), "error");
    }
}
