package steward.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.sandbox.http.Json;

class EditingTest {

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
    void tellsOfAnEditWithWhatStoodThereBefore() throws Exception {
        String ts = say("1.2M");
        trial.page("edit", "ts", ts, "text", "R&D 1.3M");
        JsonObject event = trial.steward.next().event();
        assertThat(Json.string(event, "subtype")).isEqualTo("message_changed");
        assertThat(Json.isTrue(event, "hidden")).isTrue();
        assertThat(Json.string(event, "channel_type")).isEqualTo("im");
        JsonObject message = Json.child(event, "message");
        assertThat(Json.string(message, "ts")).isEqualTo(ts);
        assertThat(Json.string(message, "text")).isEqualTo("R&amp;D 1.3M");
        assertThat(Json.string(Json.child(message, "edited"), "user")).isEqualTo(trial.sandbox.userId());
        assertThat(Json.string(Json.child(event, "previous_message"), "text")).isEqualTo("1.2M");
        assertThat(Json.string(event, "ts"))
                .isEqualTo(Json.string(event, "event_ts"))
                .isGreaterThan(Json.string(Json.child(message, "edited"), "ts"));
    }

    @Test
    void tellsNothingOfTheSameWords() throws Exception {
        String ts = say("1.2M");
        trial.page("edit", "ts", ts, "text", " 1.2M ");
        assertThat(trial.lastShown().has("edited")).isFalse();
        assertThat(trial.steward.isQuiet()).isTrue();
    }

    @Test
    void editsOnlyOnesOwnWordsAndNotToNothing() throws Exception {
        String theirs = trial.post("Hello");
        assertThat(Json.string(trial.page("edit", "ts", theirs, "text", "Bye"), "error"))
                .isEqualTo("This is not a message of yours.");
        assertThat(Json.string(trial.page("delete", "ts", theirs), "error"))
                .isEqualTo("This is not a message of yours.");
        trial.steward.next();
        String ts = say("1.2M");
        assertThat(Json.string(trial.page("edit", "ts", ts, "text", " "), "error"))
                .startsWith("A message needs words");
    }

    @Test
    void tellsOfADeletion() throws Exception {
        String ts = say("1.2M");
        trial.page("delete", "ts", ts);
        JsonObject event = trial.steward.next().event();
        assertThat(Json.string(event, "subtype")).isEqualTo("message_deleted");
        assertThat(Json.string(event, "deleted_ts")).isEqualTo(ts);
        assertThat(Json.string(Json.child(event, "previous_message"), "text")).isEqualTo("1.2M");
        assertThat(event.has("message")).isFalse();
        assertThat(trial.shown()).isEmpty();
    }

    @Test
    void leavesANoteWhereAThreadBegan() throws Exception {
        String ts = say("1.2M");
        trial.page("say", "text", "or so", "thread_ts", ts);
        trial.steward.next();
        trial.page("delete", "ts", ts);
        JsonObject event = trial.steward.next().event();
        assertThat(Json.string(event, "subtype")).isEqualTo("message_changed");
        assertThat(Json.string(Json.child(event, "message"), "subtype")).isEqualTo("tombstone");
        assertThat(trial.shown())
                .extracting(message -> Json.string(message, "text"))
                .containsExactly("This message was deleted.", "or so");
    }

    @Test
    void tellsInTheFirstMessageOfAThreadHowItWentOn() throws Exception {
        String ts = say("1.2M");
        trial.api("chat.postMessage", "channel", trial.sandbox.channelId(), "text", "Noted", "thread_ts", ts);
        JsonObject parent = Json.objects(
                        trial.api("conversations.history", "channel", trial.sandbox.channelId()), "messages")
                .get(0);
        assertThat(Json.string(parent, "reply_count")).isEqualTo("1");
        assertThat(Json.string(parent, "thread_ts")).isEqualTo(ts);
        assertThat(Json.string(parent, "latest_reply")).isEqualTo(Json.string(trial.lastShown(), "ts"));
    }

    private String say(String words) throws Exception {
        trial.page("say", "text", words);
        return Json.string(trial.steward.next().event(), "ts");
    }
}
