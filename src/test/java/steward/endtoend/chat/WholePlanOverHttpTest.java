package steward.endtoend.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.cli.InProcess;
import steward.cli.InProcess.Trial;
import steward.endtoend.fixtures.AcmePlan;
import steward.endtoend.fixtures.PageClient;
import steward.endtoend.fixtures.PostedMessage;
import steward.endtoend.fixtures.QuestionAndReply;
import steward.endtoend.fixtures.ReportViews;

/** A person at the sandbox's page and Steward, with nothing but HTTP between them. */
class WholePlanOverHttpTest {

    /** Nine in the morning in Chicago, where the person sits. */
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T15:00:00Z"));

    private static final AcmePlan PLAN = new AcmePlan(LocalDate.of(2026, 3, 2));

    @TempDir
    Path data;

    private Trial trial;
    private PageClient page;

    @BeforeEach
    void openThePage() throws Exception {
        trial = InProcess.sandbox(data, CLOCK);
        page = PageClient.open(trial.slack().page());
        page.awaitLast(post -> post.text().startsWith("Hello"), "welcome");
    }

    @AfterEach
    void close() throws Exception {
        page.close();
        trial.close();
    }

    @Test
    void aWholePlanIsWrittenAndRuns() {
        List<PostedMessage> asked = writeThePlan();
        page.awaitLast(post -> post.text().contains("Day 1 of 90"), "running");

        assertThat(page.questions().stream().map(PostedMessage::blank))
                .as("each question is asked once, in a message of its own")
                .containsExactlyElementsOf(
                        PLAN.lines().stream().map(QuestionAndReply::blank).toList());
        assertThat(page.posts().stream().filter(PostedMessage::isByApp).map(post -> post.payload("intent")))
                .doesNotContain("")
                .doesNotHaveDuplicates();
        assertThat(asked)
                .allSatisfy(post -> assertThat(post.payload("plan"))
                        .isNotEmpty()
                        .isEqualTo(asked.get(0).payload("plan")));
        PLAN.assertRunningIn(data);
    }

    @Test
    void anAnsweredQuestionShrinksToALine() {
        List<PostedMessage> asked = writeThePlan();

        for (int i = 0; i < asked.size(); i++) {
            QuestionAndReply line = PLAN.lines().get(i);
            PostedMessage updates = page.awaitChange(
                    asked.get(i).ts(),
                    post -> post.controls().isEmpty() && post.json().has("edited"));
            assertThat(updates.text()).as(line.blank()).contains(line.shown());
            assertThat(updates.blank()).as("what it is known by stays").isEqualTo(line.blank());
        }
    }

    @Test
    void aQuestionWhoseReplyWasLostIsNotPostedTwice() {
        askTheFirstQuestion();
        trial.slack().faults().loseReply("chat.postMessage", 1);
        page.say("Toledo, Ohio");
        page.awaitQuestion("mission 0");

        page.say("Better glass");
        page.awaitQuestion("revenue_goal 0");
        assertThat(page.questions().stream().map(PostedMessage::blank))
                .containsExactly("headquarters 0", "mission 0", "revenue_goal 0");
        assertThat(new ReportViews(data.resolve("steward.db")).texts("select value from answers order by number"))
                .containsExactly("Toledo, Ohio", "Better glass");
    }

    @Test
    void aQuestionThatSlackHadNoTimeForIsAskedOnceItHas() {
        askTheFirstQuestion();
        trial.slack().faults().refuse("chat.postMessage", 1, Duration.ofSeconds(1));
        page.say("Toledo, Ohio");
        page.awaitQuestion("mission 0");
        assertThat(page.questions()).hasSize(2);
    }

    @Test
    void aQuestionThatSlackFailedToPostIsAskedAgain() {
        askTheFirstQuestion();
        trial.slack().faults().fail("chat.postMessage", 2);
        page.say("Toledo, Ohio");
        page.awaitQuestion("mission 0");
        assertThat(page.questions()).hasSize(2);
    }

    @Test
    void tappingTwiceAnswersOnce() {
        // An answered question may shrink late or never: its buttons are there for the whole test.
        trial.slack().faults().fail("chat.update", 100);
        askTheFirstQuestion();
        List<QuestionAndReply> lines = PLAN.lines();
        List<QuestionAndReply> snapshot = lines.subList(0, 5);
        snapshot.forEach(line -> page.answer(page.awaitQuestion(line.blank()), line));
        PostedMessage summary = page.awaitQuestion("summary.1 0");
        page.act(summary, summary.tap("Looks right"));
        page.act(summary, summary.tap("Looks right"));

        page.awaitLast(post -> post.text().contains("That tap changed nothing"), "what holds now");
        assertThat(page.questions())
                .hasSize(snapshot.size() + 2)
                .last()
                .satisfies(post -> assertThat(post.blank()).isEqualTo("final_authority.name 1"));
        page.say("Dana Wu, CFO");
        page.awaitQuestion("final_authority.criteria 1");
    }

    @Test
    void aRestartKeepsTheChatAndTheOpenQuestion() throws Exception {
        askTheFirstQuestion();
        page.say("Toledo, Ohio");
        page.awaitQuestion("mission 0");
        List<String> before = page.posts().stream().map(PostedMessage::ts).toList();
        close();
        trial = InProcess.sandbox(data, CLOCK);
        page = PageClient.open(trial.slack().page());

        assertThat(page.posts().stream().map(PostedMessage::ts)).containsExactlyElementsOf(before);
        page.say("Better glass");
        page.awaitQuestion("revenue_goal 0");
        assertThat(page.questions().stream().map(PostedMessage::blank)).doesNotHaveDuplicates();
    }

    private void askTheFirstQuestion() {
        page.command("/plan", PLAN.command());
        page.awaitQuestion("headquarters 0");
    }

    /** Each question as it was when it was asked. */
    private List<PostedMessage> writeThePlan() {
        page.command("/plan", PLAN.command());
        List<PostedMessage> asked = new ArrayList<>();
        for (QuestionAndReply line : PLAN.lines()) {
            PostedMessage question = page.awaitQuestion(line.blank());
            page.answer(question, line);
            asked.add(question);
        }
        return asked;
    }
}
