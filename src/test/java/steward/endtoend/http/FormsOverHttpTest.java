package steward.endtoend.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.cli.InProcess;
import steward.cli.InProcess.Served;
import steward.endtoend.fixtures.Await;
import steward.endtoend.fixtures.DeliverySender;
import steward.endtoend.fixtures.FilledForm;
import steward.endtoend.fixtures.PostedMessage;
import steward.endtoend.fixtures.ReportViews;
import steward.endtoend.fixtures.SignedDelivery;
import steward.endtoend.fixtures.StubSlack;
import steward.endtoend.fixtures.StubSlack.Moment;
import steward.endtoend.fixtures.StubSlack.Opened;

/** Forms as Slack brings them: opened in time, sent back twice, too late, or by someone else. */
class FormsOverHttpTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

    /** How long Slack lets a form be opened after the tap or command that asks for it. */
    private static final Duration TRIGGER_LIFE = Duration.ofSeconds(3);

    private static final Map<String, String> FILLED = Map.of("headquarters", "Toledo, Ohio", "revenue_goal", "1.2M");

    @TempDir
    Path data;

    private StubSlack slack;
    private Served served;
    private DeliverySender courier;
    private PostedMessage question;

    @BeforeEach
    void startAPlan() throws Exception {
        slack = new StubSlack(InstantSource.fixed(NOW));
        served = InProcess.serve(slack.api(), data, InstantSource.fixed(NOW));
        courier = new DeliverySender(served.steward(), NOW);
        taken(SignedDelivery.command("1.1", "/plan", "Acme Glass"));
        question = slack.awaitQuestion("headquarters 0");
    }

    @AfterEach
    void close() {
        served.close();
        slack.close();
    }

    @Test
    void aFormOpensWithinTheLifeOfItsTriggerThoughSlackIsSlowWithAMessage() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch slow = new CountDownLatch(1);
        slack.atNextPost(Moment.BEFORE_IT_IS_KEPT, () -> {
            called.countDown();
            uninterrupted(slow);
        });
        taken(SignedDelivery.message("Ev1", slack.nextTs(), "Toledo, Ohio"));
        Await.await("the message").until(() -> called.getCount() == 0);
        try {
            long tapped = System.nanoTime();
            Opened form = opened("2.1");
            assertThat(Duration.ofNanos(form.nanos() - tapped)).isLessThan(TRIGGER_LIFE);
            assertThat(slack.questions()).hasSize(1);

            long typed = System.nanoTime();
            taken(SignedDelivery.command("2.2", "/plan", "form"));
            Opened typedFor = slack.awaitForm("2.2");
            assertThat(Duration.ofNanos(typedFor.nanos() - typed)).isLessThan(TRIGGER_LIFE);
            assertThat(slack.questions()).hasSize(1);
        } finally {
            slow.countDown();
        }
    }

    @Test
    void aFormThatIsDeliveredAgainChangesNothing() throws Exception {
        FilledForm form = FilledForm.of(opened("2.1").view(), "V1", FILLED);
        accepted(form.sent());
        slack.awaitQuestion("selling 0");
        assertAnswers("headquarters = Toledo, Ohio", "revenue_goal = 120000000");
        taken(SignedDelivery.message("Ev2", slack.nextTs(), "edit 1"));
        slack.awaitQuestion("headquarters 0");
        taken(SignedDelivery.message("Ev3", slack.nextTs(), "Cleveland, Ohio"));
        slack.awaitQuestion("selling 0");
        int said = slack.posts().size();
        accepted(form.sent());

        taken(SignedDelivery.message("Ev4", slack.nextTs(), "Resin"));
        slack.awaitQuestion("summary.1 0");
        assertThat(slack.posts()).as("only the message was answered").hasSize(said + 1);
        assertAnswers("headquarters = Cleveland, Ohio", "revenue_goal = 120000000", "selling = [\"Resin\"]");
    }

    @Test
    void whatIsAnsweredInTheChatAtTheSameMomentStands() throws Exception {
        FilledForm form = FilledForm.of(opened("2.1").view(), "V1", FILLED);
        taken(SignedDelivery.message("Ev1", slack.nextTs(), "Cleveland, Ohio"));
        accepted(form.sent());

        Await.await("the form's answer")
                .untilAsserted(() -> assertThat(slack.posts())
                        .extracting(PostedMessage::text)
                        .anySatisfy(text -> assertThat(text)
                                .contains(
                                        "was answered in the chat while the form was open, so it stays Cleveland, Ohio.",
                                        "The form said: Toledo, Ohio.")));
        assertAnswers("headquarters = Cleveland, Ohio", "revenue_goal = 120000000");
    }

    @Test
    void aFormThatCantBeReadStaysOpenAndIsTakenOnceItCan() throws Exception {
        JsonObject opened = opened("2.1").view();
        HttpResponse<String> refused = courier.send(
                FilledForm.of(opened, "V1", Map.of("revenue_goal", "a lot")).sent());
        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body())
                .contains("\"response_action\":\"errors\"")
                .contains("|revenue_goal|0|")
                .contains("I need an amount");
        assertAnswers();

        accepted(FilledForm.of(opened, "V1", FILLED).sent());
        slack.awaitQuestion("selling 0");
        assertAnswers("headquarters = Toledo, Ohio", "revenue_goal = 120000000");
    }

    @Test
    void aFormThatSomeoneElseSendsIsAnsweredAsIfThereWereNoSuchPlan() throws Exception {
        JsonObject view = opened("2.1").view();
        JsonObject ofNoPlan = view.deepCopy();
        String token = view.get("private_metadata").getAsString();
        ofNoPlan.addProperty("private_metadata", "nosuchplan" + token.substring(token.indexOf(' ')));
        HttpResponse<String> none =
                courier.send(FilledForm.of(ofNoPlan, "V1", FILLED).sent());
        PostedMessage sorry = slack.awaitPost(3);
        HttpResponse<String> stranger =
                courier.send(FilledForm.of(view, "V2", FILLED).sentBy("U2"));

        assertThat(stranger.statusCode()).isEqualTo(200);
        assertThat(stranger.body()).isEqualTo(none.body());
        assertThat(slack.awaitPost(4).text()).isEqualTo(sorry.text()).contains("I can't find that plan");
        assertThat(stranger.body() + slack.awaitPost(4).json()).doesNotContain("Acme");
        assertAnswers();
        assertThat(views().texts("select owner_id from plans")).containsExactly(StubSlack.USER);

        accepted(FilledForm.of(view, "V3", FILLED).sent());
        slack.awaitQuestion("selling 0");
        assertAnswers("headquarters = Toledo, Ohio", "revenue_goal = 120000000");
    }

    /** Taps the button under the first question. */
    private Opened opened(String trigger) throws Exception {
        JsonObject tap = question.tap("Fill as a form");
        tap.addProperty("type", "button");
        tap.addProperty("value", "form");
        tap.addProperty("action_ts", slack.nextTs());
        JsonArray taps = new JsonArray();
        taps.add(tap);
        taken(SignedDelivery.taps(question, taps, trigger));
        return slack.awaitForm(trigger);
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Slack closes a form that is answered with nothing. */
    private void accepted(SignedDelivery form) throws Exception {
        HttpResponse<String> response = courier.send(form);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }

    private void taken(SignedDelivery delivery) throws Exception {
        assertThat(courier.status(delivery)).isEqualTo(200);
    }

    private void assertAnswers(String... answers) {
        assertThat(views().texts("select question || ' = ' || value from answers order by number"))
                .containsExactly(answers);
    }

    private ReportViews views() {
        return new ReportViews(data.resolve("steward.db"));
    }
}
