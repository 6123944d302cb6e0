package steward.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.sandbox.http.Json;

class ChannelsTest {

    @TempDir
    Path data;

    private Trial trial;
    private String sales;
    private String leadership;
    private String priya;
    private String tom;

    @BeforeEach
    void start() throws IOException {
        trial = new Trial(data).connected();
        sales = trial.sandbox.channelNamed("sales");
        leadership = trial.sandbox.channelNamed("leadership");
        priya = trial.sandbox.userIds().get(0);
        tom = trial.sandbox.userIds().get(1);
    }

    @AfterEach
    void stop() {
        trial.close();
    }

    @Test
    void theAppPostsWhereItIsInAndEverybodyThereSeesIt() throws Exception {
        JsonObject posted = trial.api("chat.postMessage", "channel", sales, "text", "Acme: $661");

        assertThat(Json.string(posted, "channel")).isEqualTo(sales);
        assertThat(texts(priya, sales)).containsExactly("Acme: $661");
        assertThat(texts(tom, sales)).containsExactly("Acme: $661");
    }

    @Test
    void whereItIsNotInItIsInvitedFirst() throws Exception {
        assertThat(Json.string(trial.api("chat.postMessage", "channel", leadership, "text", "x"), "error"))
                .isEqualTo("not_in_channel");

        trial.page("command", "channel", leadership, "command", "/invite", "text", "@Steward");
        trial.page("command", "channel", leadership, "command", "/invite", "text", "@steward");
        trial.api("chat.postMessage", "channel", leadership, "text", "Here I am");
        assertThat(texts(priya, leadership)).hasSize(2).last().isEqualTo("Here I am");

        trial.close();
        trial = new Trial(data);
        assertThat(Json.isTrue(trial.api("chat.postMessage", "channel", leadership, "text", "Still here"), "ok"))
                .isTrue();
    }

    @Test
    void whatPeopleSayThereIsNotToldToTheApp() throws Exception {
        trial.page("say", "channel", sales, "text", "Morning", "as", tom);

        assertThat(messages(priya, sales))
                .extracting(message -> Json.string(message, "user"))
                .containsExactly(tom);
        assertThat(trial.steward.isQuiet()).isTrue();
        assertThat(Json.string(trial.api("conversations.history", "channel", sales), "needed"))
                .isEqualTo("channels:history");
    }

    @Test
    void aCommandTypedThereIsAnsweredToWhoeverTypedItAlone() throws Exception {
        trial.steward.answerWith("application/json", "{\"text\":\"Just you\"}");
        trial.page("command", "channel", sales, "command", "/plan", "text", "help", "as", tom);

        JsonObject command = trial.steward.next().form();
        assertThat(Json.string(command, "user_id")).isEqualTo(tom);
        assertThat(Json.string(command, "channel_id")).isEqualTo(sales);
        assertThat(Json.string(command, "channel_name")).isEqualTo("sales");
        assertThat(texts(tom, sales)).containsExactly("Just you");
        assertThat(texts(priya, sales)).isEmpty();

        trial.api("chat.postEphemeral", "channel", sales, "user", priya, "text", "Only Priya");
        assertThat(texts(priya, sales)).containsExactly("Only Priya");
    }

    @Test
    void aTapThereIsAnsweredBesideTheMessageToWhoeverTapped() throws Exception {
        trial.api(
                "chat.postMessage",
                "channel",
                sales,
                "text",
                "x",
                "blocks",
                Json.parseObject(
                                "{\"blocks\":[{\"type\":\"actions\",\"block_id\":\"b\",\"elements\":[{\"type\":\"button\","
                                        + "\"action_id\":\"a\",\"text\":{\"type\":\"plain_text\",\"text\":\"Brief me\"}}]}]}")
                        .get("blocks"));
        String ts = Json.string(messages(priya, sales).get(0), "ts");
        trial.page("act", "channel", sales, "ts", ts, "block_id", "b", "action_id", "a", "as", tom);
        JsonObject payload = trial.steward.next().payload();
        assertThat(Json.string(Json.child(payload, "user"), "id")).isEqualTo(tom);
        assertThat(Json.string(Json.child(payload, "channel"), "name")).isEqualTo("sales");

        trial.send(
                URI.create(Json.string(payload, "response_url")),
                "{\"response_type\":\"ephemeral\",\"replace_original\":false,\"text\":\"The brief\"}");
        assertThat(texts(tom, sales)).containsExactly("x", "The brief");
        assertThat(texts(priya, sales)).containsExactly("x");
    }

    @Test
    void everyoneReadsForThemselves() throws Exception {
        trial.api("chat.postMessage", "channel", sales, "text", "x");
        String ts = Json.string(messages(priya, sales).get(0), "ts");
        trial.page("read", "channel", sales, "ts", ts, "as", tom);

        assertThat(Json.string(Json.child(channel(tom, sales), "reads"), "")).isEqualTo(ts);
        assertThat(Json.child(channel(priya, sales), "reads").size()).isZero();
    }

    private List<String> texts(String userId, String channelId) throws Exception {
        return messages(userId, channelId).stream()
                .map(message -> Json.string(message, "text"))
                .toList();
    }

    private List<JsonObject> messages(String userId, String channelId) throws Exception {
        return Json.objects(channel(userId, channelId), "messages");
    }

    private JsonObject channel(String userId, String channelId) throws Exception {
        return Json.objects(trial.everything(userId), "channels").stream()
                .filter(channel -> Json.string(channel, "id").equals(channelId))
                .findFirst()
                .orElseThrow();
    }
}
