package steward.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.sandbox.delivery.Deliveries;
import steward.sandbox.http.Json;
import steward.sandbox.workspace.InstalledApp;

class HomeTest {

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
    void tellsWhichTabIsOpenedAndWhatItShows() throws Exception {
        trial.page("open");
        assertThat(Json.string(trial.steward.next().event(), "tab")).isEqualTo("messages");
        trial.page("open", "tab", "home");
        JsonObject empty = trial.steward.next().event();
        assertThat(Json.string(empty, "tab")).isEqualTo("home");
        assertThat(empty.has("view")).isFalse();
        String id = publish("Accounts");
        trial.page("open", "tab", "home");
        JsonObject event = trial.steward.next().event();
        assertThat(Json.string(Json.child(event, "view"), "id")).isEqualTo(id);
        assertThat(Json.string(Json.child(event, "view"), "type")).isEqualTo("home");
    }

    @Test
    void keepsItsIdWhenItIsPublishedAnewAndOverARestart() throws Exception {
        String id = publish("Accounts");
        assertThat(publish("Accounts, later")).isEqualTo(id);
        trial.close();
        trial = new Trial(data);
        JsonObject home = Json.child(trial.everything(trial.sandbox.userId()), "home");
        assertThat(Json.string(home, "id")).isEqualTo(id);
        assertThat(Json.write(home)).contains("Accounts, later");
    }

    @Test
    void refusesWhatHasChangedMeanwhileOrIsNoHome() throws Exception {
        publish("Accounts");
        assertThat(Json.string(
                        trial.api(
                                "views.publish",
                                "user_id",
                                trial.sandbox.userId(),
                                "hash",
                                "1.old",
                                "view",
                                home("Late")),
                        "error"))
                .isEqualTo("hash_conflict");
        assertThat(Json.string(trial.api("views.publish", "user_id", "U0", "view", home("Whose?")), "error"))
                .isEqualTo("user_not_found");
    }

    @Test
    void isOnlyThereIfTheManifestSaysSo() throws Exception {
        trial.close();
        InstalledApp bare = new InstalledApp("Steward", Set.of(), Set.of(), List.of(), false, true, false);
        trial = new Trial(data, bare, Deliveries.ANSWER_WITHIN);
        assertThat(Json.string(
                        trial.api("views.publish", "user_id", trial.sandbox.userId(), "view", home("No")), "error"))
                .isEqualTo("not_enabled");
        JsonObject tabs = Json.child(trial.everything(trial.sandbox.userId()), "tabs");
        assertThat(tabs).isEqualTo(Json.object("home", false, "messages", true));
    }

    @Test
    void sendsWhatIsPressedThereAndOpensAModal() throws Exception {
        String id = publish("Accounts");
        trial.page("act", "view_id", id, "block_id", "top", "action_id", "new");
        JsonObject payload = trial.steward.next().payload();
        assertThat(Json.string(Json.child(payload, "view"), "type")).isEqualTo("home");
        assertThat(Json.child(payload, "container")).isEqualTo(Json.object("type", "view", "view_id", id));
        JsonObject modal = Json.parseObject(
                "{\"type\":\"modal\",\"title\":{\"type\":\"plain_text\",\"text\":\"New plan\"},\"blocks\":[]}");
        trial.api("views.open", "trigger_id", Json.string(payload, "trigger_id"), "view", modal);
        assertThat(trial.modals()).hasSize(1);
    }

    @Test
    void showsEverybodyTheirOwn() throws Exception {
        publish("For Priya");
        String tom = trial.sandbox.userIds().get(1);
        JsonObject page = trial.everything(tom);
        assertThat(page.get("home").isJsonNull()).isTrue();
        assertThat(Json.string(Json.child(page, "me"), "zone")).isEqualTo("Europe/London");
        trial.page("say", "channel", trial.sandbox.channelId(tom), "text", "Hello from London");
        JsonObject event = trial.steward.next().event();
        assertThat(Json.string(event, "user")).isEqualTo(tom);
        assertThat(Json.string(event, "channel")).isEqualTo(trial.sandbox.channelId(tom));
        assertThat(trial.shown()).isEmpty();
    }

    @Test
    void movesTheClockToTheMorningOfTheOneWhoAsks() throws Exception {
        trial.page("clock", "jump", "tomorrow", "as", trial.sandbox.userIds().get(1));
        assertThat(trial.clock.instant()).isEqualTo("2026-03-03T09:00:00Z");
    }

    @Test
    void remembersHowFarOneHasRead() throws Exception {
        String first = trial.post("one");
        String second = trial.post("two");
        trial.page("read", "ts", second);
        trial.page("read", "ts", first);
        trial.page("read", "ts", second, "thread_ts", first);
        trial.close();
        trial = new Trial(data);
        JsonObject chat = Json.objects(trial.everything(trial.sandbox.userId()), "channels")
                .get(0);
        assertThat(Json.child(chat, "reads")).isEqualTo(Json.object("", second, first, second));
    }

    private String publish(String words) throws Exception {
        JsonObject answer = trial.api("views.publish", "user_id", trial.sandbox.userId(), "view", home(words));
        return Json.string(Json.child(answer, "view"), "id");
    }

    private static JsonObject home(String words) {
        JsonObject view = Json.parseObject("""
                {"type":"home","blocks":[{"type":"header","text":{"type":"plain_text","text":"?"}},
                 {"type":"actions","block_id":"top","elements":[
                  {"type":"button","action_id":"new","text":{"type":"plain_text","text":"New plan"}}]}]}""");
        Json.objects(view, "blocks").get(0).add("text", Json.object("type", "plain_text", "text", words));
        return view;
    }
}
