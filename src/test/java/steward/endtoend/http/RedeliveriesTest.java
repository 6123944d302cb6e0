package steward.endtoend.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.cli.InProcess;
import steward.cli.InProcess.Served;
import steward.endtoend.fixtures.Await;
import steward.endtoend.fixtures.DeliverySender;
import steward.endtoend.fixtures.PostedMessage;
import steward.endtoend.fixtures.ReportViews;
import steward.endtoend.fixtures.SignedDelivery;
import steward.endtoend.fixtures.StubSlack;

/** Slack delivers again, twice at once, and several things in one: nothing is taken twice, and nothing is left out. */
class RedeliveriesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

    @TempDir
    Path data;

    private StubSlack slack;
    private Served served;
    private DeliverySender courier;

    @BeforeEach
    void serve() throws Exception {
        slack = new StubSlack(InstantSource.fixed(NOW));
        served = InProcess.serve(slack.api(), data, InstantSource.fixed(NOW));
        courier = new DeliverySender(served.steward(), NOW);
    }

    @AfterEach
    void close() {
        served.close();
        slack.close();
    }

    @Test
    void aMessageThatIsDeliveredAgainChangesNothing() throws Exception {
        startThePlan();
        String ts = slack.nextTs();
        taken(SignedDelivery.message("Ev1", ts, "Toledo, Ohio"));
        slack.awaitQuestion("mission 0");
        taken(SignedDelivery.message("Ev1", ts, "Toledo, Ohio"));
        taken(SignedDelivery.message("Ev2", ts, "Toledo, Ohio"));

        assertAnswers("headquarters = Toledo, Ohio");
        taken(SignedDelivery.message("Ev3", slack.nextTs(), "Better glass"));
        slack.awaitQuestion("revenue_goal 0");
        assertAnswers("headquarters = Toledo, Ohio", "mission = Better glass");
        assertThat(slack.questions()).hasSize(3);
    }

    @Test
    void theSameDeliveryTwiceAtOnceIsTakenOnce() throws Exception {
        startThePlan();
        SignedDelivery answer = SignedDelivery.message("Ev1", slack.nextTs(), "Toledo, Ohio");
        List.of(1, 2, 3, 4).stream()
                .map(copy -> courier.sendAsync(answer))
                .toList()
                .forEach(response -> assertThat(response.join().statusCode()).isEqualTo(200));

        slack.awaitQuestion("mission 0");
        assertAnswers("headquarters = Toledo, Ohio");
        assertThat(slack.questions()).hasSize(2);
    }

    @Test
    void aTapThatIsDeliveredAgainChangesNothing() throws Exception {
        PostedMessage summary = answerTheSnapshot();
        JsonArray looksRight = new JsonArray();
        looksRight.add(action(summary.tap("Looks right"), "yes", "1772463600.100000"));
        taken(SignedDelivery.taps(summary, looksRight));
        slack.awaitQuestion("final_authority.name 1");
        int said = slack.posts().size();
        taken(SignedDelivery.taps(summary, looksRight));

        taken(SignedDelivery.message("Ev9", slack.nextTs(), "Dana Wu, CFO"));
        slack.awaitQuestion("final_authority.criteria 1");
        assertThat(slack.posts()).as("only the answer was answered").hasSize(said + 1);
    }

    @Test
    void anEditThatIsDeliveredAgainChangesNothing() throws Exception {
        startThePlan();
        String ts = slack.nextTs();
        taken(SignedDelivery.message("Ev1", ts, "Toledo"));
        slack.awaitQuestion("mission 0");
        String editedTs = slack.nextTs();
        taken(SignedDelivery.edit("Ev2", ts, "Toledo", "Cleveland", editedTs));
        taken(SignedDelivery.edit("Ev3", ts, "Cleveland", "Akron", slack.nextTs()));
        slack.awaitPost(5);
        taken(SignedDelivery.edit("Ev2", ts, "Toledo", "Cleveland", editedTs));
        taken(SignedDelivery.edit("Ev4", ts, "Toledo", "Cleveland", editedTs));

        taken(SignedDelivery.message("Ev5", slack.nextTs(), "Better glass"));
        slack.awaitQuestion("revenue_goal 0");
        assertThat(slack.posts())
                .as("the start, two edits and two messages were answered")
                .hasSize(6);
        assertAnswers("headquarters = Akron", "mission = Better glass");
    }

    @Test
    void aPreviewThatSlackPutsUnderAMessageChangesNothing() throws Exception {
        answerTheSnapshot();
        taken(SignedDelivery.message("Ev1", slack.nextTs(), "yes"));
        slack.awaitQuestion("final_authority.name 1");
        String ts = slack.nextTs();
        // One line of it was no answer, so taken again it would have a line too many.
        String row = "Dana Wu, CFO\nskip\nShow her <https://acme.example/trial>";
        taken(SignedDelivery.messageWithLink("Ev2", ts, row));
        slack.awaitQuestion("final_authority.another 1");
        int said = slack.posts().size();
        taken(SignedDelivery.preview("Ev3", ts, row));

        taken(SignedDelivery.message("Ev4", slack.nextTs(), "no"));
        slack.awaitQuestion("user.name 1");
        assertThat(slack.posts()).as("only the message was answered").hasSize(said + 1);
    }

    @Test
    void twoActionsInOnePayloadAreBothTaken() throws Exception {
        PostedMessage summary = answerTheSnapshot();
        JsonObject tap = summary.tap("Looks right");
        JsonObject skip = tap.deepCopy();
        skip.addProperty(
                "block_id", tap.get("block_id").getAsString().replace("|summary.1|0|", "|final_authority.name|1|"));
        JsonArray both = new JsonArray();
        both.add(action(tap, "yes", "1772463600.100000"));
        both.add(action(skip, "skip", "1772463600.100000"));
        taken(SignedDelivery.taps(summary, both));

        slack.awaitQuestion("user.name 1");
        assertThat(slack.questions())
                .extracting(PostedMessage::blank)
                .endsWith("summary.1 0", "final_authority.name 1", "user.name 1");
    }

    private PostedMessage answerTheSnapshot() throws Exception {
        startThePlan();
        List<String> answers = List.of("Toledo", "Better glass", "1.2M", "Resin", "skip");
        List<String> next = List.of("mission 0", "revenue_goal 0", "selling 0", "cross_sell 0", "summary.1 0");
        for (int i = 0; i < answers.size(); i++) {
            taken(SignedDelivery.message("EvA" + i, slack.nextTs(), answers.get(i)));
            slack.awaitQuestion(next.get(i));
        }
        return slack.awaitQuestion("summary.1 0");
    }

    private static JsonObject action(JsonObject tap, String value, String actionTs) {
        JsonObject action = tap.deepCopy();
        action.addProperty("type", "button");
        action.addProperty("value", value);
        action.addProperty("action_ts", actionTs);
        return action;
    }

    private void startThePlan() throws Exception {
        HttpResponse<String> response = courier.send(SignedDelivery.command("1.1", "/plan", "Acme 2026"));
        assertThat(response.statusCode()).isEqualTo(200);
        slack.awaitQuestion("headquarters 0");
    }

    @Test
    void aCommandThatIsDeliveredAgainStartsNoSecondPlan() throws Exception {
        startThePlan();
        taken(SignedDelivery.command("1.1", "/plan", "Acme 2026"));
        assertThat(views().texts("select account from plans")).containsExactly("Acme");
        assertThat(slack.questions()).hasSize(1);
    }

    private void assertAnswers(String... answers) {
        Await.await("the answers")
                .untilAsserted(() -> assertThat(
                                views().texts("select question || ' = ' || value from answers order by number"))
                        .containsExactly(answers));
    }

    private ReportViews views() {
        return new ReportViews(data.resolve("steward.db"));
    }

    private void taken(SignedDelivery delivery) throws Exception {
        assertThat(courier.status(delivery)).isEqualTo(200);
    }
}
