package steward.sandbox.interactions;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.sandbox.StewardStub.Delivery;
import steward.sandbox.Trial;
import steward.sandbox.http.Json;
import steward.sandbox.workspace.MessageHistory;

class MessageInteractionsTest {

    private static final JsonArray BLOCKS = JsonParser.parseString("""
                    [{"type":"actions","block_id":"b1","elements":[
                      {"type":"button","action_id":"go","value":"v1","text":{"type":"plain_text","text":"R&D"}},
                      {"type":"static_select","action_id":"who","options":[
                        {"text":{"type":"plain_text","text":"Dana"},"value":"d"},
                        {"text":{"type":"plain_text","text":"Sam"},"value":"s"}]},
                      {"type":"datepicker","action_id":"due","initial_date":"2026-03-09"}]}]""").getAsJsonArray();

    @TempDir
    Path data;

    private Trial trial;

    @BeforeEach
    void start() throws IOException {
        trial = new Trial(data).connected();
    }

    @AfterEach
    void stop() {
        trial.close();
    }

    @Test
    void sendsACommandAsSlackDoes() throws Exception {
        trial.page("command", "command", "/plan", "text", "R&D 5 %");
        JsonObject form = trial.steward.next().form();
        assertThat(Json.string(form, "command")).isEqualTo("/plan");
        assertThat(Json.string(form, "text")).isEqualTo("R&D 5 %");
        assertThat(Json.string(form, "channel_name")).isEqualTo("directmessage");
        assertThat(Json.string(form, "user_id")).isEqualTo(trial.sandbox.userId());
        assertThat(Json.string(form, "trigger_id")).isNotEmpty();
        assertThat(trial.shown()).isEmpty();
    }

    @Test
    void showsTheAnswerToACommandToThePersonAlone() throws Exception {
        trial.steward.answerWith("application/json", "{\"text\":\"Nothing yet\"}");
        trial.page("command", "command", "/plan", "text", "");
        assertThat(Json.string(trial.lastShown(), "text")).isEqualTo("Nothing yet");
        assertThat(Json.isTrue(trial.lastShown(), "is_ephemeral")).isTrue();
    }

    @Test
    void saysWhatSlackSaysWhenACommandFails() throws Exception {
        trial.steward.answerWith(500);
        trial.page("command", "command", "/plan", "text", "");
        assertThat(Json.string(trial.lastShown(), "text")).isEqualTo("/plan failed with the error \"dispatch_failed\"");
        trial.page("command", "command", "/nope", "text", "");
        assertThat(Json.string(trial.lastShown(), "text")).startsWith("/nope is not a valid command.");
    }

    @Test
    void sendsAClickWithItsMessageAndState() throws Exception {
        String ts = postBlocks();
        trial.page(
                "act",
                "ts",
                ts,
                "block_id",
                "b1",
                "action_id",
                "who",
                "selected_option",
                JsonParser.parseString("{\"text\":{\"type\":\"plain_text\",\"text\":\"Sam\"},\"value\":\"s\"}"));
        trial.steward.next();
        trial.page("act", "ts", ts, "block_id", "b1", "action_id", "go");
        JsonObject payload = trial.steward.next().payload();
        JsonObject action = Json.objects(payload, "actions").get(0);
        assertThat(Json.string(payload, "type")).isEqualTo("block_actions");
        assertThat(Json.string(action, "value")).isEqualTo("v1");
        assertThat(Json.string(Json.child(action, "text"), "text")).isEqualTo("R&amp;D");
        assertThat(Json.string(Json.child(payload, "container"), "message_ts")).isEqualTo(ts);
        assertThat(Json.string(Json.child(payload, "message"), "ts")).isEqualTo(ts);
        JsonObject state = Json.child(Json.child(Json.child(payload, "state"), "values"), "b1");
        assertThat(Json.string(Json.child(Json.child(state, "who"), "selected_option"), "value"))
                .isEqualTo("s");
        assertThat(Json.string(Json.child(state, "due"), "selected_date")).isEqualTo("2026-03-09");
    }

    @Test
    void tellsThatAClickWasNotTaken() throws Exception {
        String ts = postBlocks();
        trial.steward.answerWith(500);
        JsonObject refused = trial.page("act", "ts", ts, "block_id", "b1", "action_id", "go");
        assertThat(Json.string(refused, "error")).startsWith("Steward had trouble with this.");
        JsonObject stale = trial.page("act", "ts", ts, "block_id", "b1", "action_id", "gone");
        assertThat(Json.string(stale, "error")).isEqualTo("This message has changed in the meantime.");
    }

    @Test
    void letsTheAppAnswerLaterFiveTimes() throws Exception {
        URI later = commandUrl();
        for (int i = 0; i < ResponseUrls.USES_MAX; i++) {
            assertThat(Json.isTrue(trial.send(later, "{\"text\":\"later\"}"), "ok"))
                    .isTrue();
        }
        assertThat(Json.string(trial.send(later, "{\"text\":\"more\"}"), "error"))
                .isEqualTo("used_url");
        assertThat(trial.shown()).hasSize(ResponseUrls.USES_MAX).allMatch(MessageHistory::isEphemeral);
    }

    @Test
    void letsTheAppAnswerForHalfAnHour() throws Exception {
        URI later = commandUrl();
        trial.clock.moveOn(Duration.ofMinutes(30));
        assertThat(Json.isTrue(trial.send(later, "{\"text\":\"in time\",\"response_type\":\"in_channel\"}"), "ok"))
                .isTrue();
        assertThat(MessageHistory.isEphemeral(trial.lastShown())).isFalse();
        trial.clock.moveOn(Duration.ofMillis(1));
        assertThat(Json.string(trial.send(later, "{\"text\":\"late\"}"), "error"))
                .isEqualTo("expired_url");
    }

    @Test
    void letsTheAppReplaceOrRemoveWhatWasClicked() throws Exception {
        String ts = postBlocks();
        trial.page("act", "ts", ts, "block_id", "b1", "action_id", "go");
        URI url = URI.create(Json.string(trial.steward.next().payload(), "response_url"));
        trial.send(url, "{\"replace_original\":true,\"text\":\"done\"}");
        assertThat(trial.shown()).hasSize(1);
        assertThat(Json.string(trial.lastShown(), "text")).isEqualTo("done");
        assertThat(trial.lastShown().has("blocks")).isFalse();
        trial.send(url, "{\"delete_original\":true}");
        assertThat(trial.shown()).isEmpty();
    }

    @Test
    void repliesInAThread() throws Exception {
        String parent = trial.post("parent");
        trial.steward.next();
        trial.page("say", "text", "reply", "thread_ts", parent);
        JsonObject event = trial.steward.next().event();
        assertThat(Json.string(event, "thread_ts")).isEqualTo(parent);
        assertThat(Json.string(event, "parent_user_id")).isEqualTo("U09STEWRD1");
        assertThat(Json.string(trial.page("say", "text", "x", "thread_ts", "1.000000"), "error"))
                .isEqualTo("The message of this thread is gone.");
    }

    @Test
    void movesTheClockForBoth() throws Exception {
        trial.page("clock", "jump", "tomorrow");
        assertThat(trial.clock.instant()).isEqualTo("2026-03-03T15:00:00Z");
        trial.page("clock", "by", "PT90M");
        assertThat(trial.clock.instant()).isEqualTo("2026-03-03T16:30:00Z");
        assertThat(Json.string(trial.page("clock", "by", "PT-1H"), "error")).isEqualTo("The clock only moves forward.");
    }

    @Test
    void remembersWhatWasSaidOverARestart() throws Exception {
        trial.page("say", "text", "hello");
        trial.steward.next();
        trial.close();
        trial = new Trial(data);
        assertThat(trial.shown())
                .extracting(message -> Json.string(message, "text"))
                .isEqualTo(List.of("hello"));
    }

    private String postBlocks() throws Exception {
        JsonObject posted =
                trial.api("chat.postMessage", "channel", trial.sandbox.channelId(), "text", "x", "blocks", BLOCKS);
        Delivery own = trial.steward.next();
        assertThat(own.event().has("bot_id")).isTrue();
        return Json.string(posted, "ts");
    }

    private URI commandUrl() throws Exception {
        trial.page("command", "command", "/plan", "text", "");
        return URI.create(Json.string(trial.steward.next().form(), "response_url"));
    }
}
