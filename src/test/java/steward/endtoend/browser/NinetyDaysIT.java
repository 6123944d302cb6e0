package steward.endtoend.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.cli.InProcess;
import steward.cli.InProcess.Trial;
import steward.endtoend.fixtures.PageClient;
import steward.endtoend.fixtures.PostedMessage;
import steward.endtoend.fixtures.TestRequirements;

/** A rep lives through a whole cycle in a browser: Steward speaks unasked when something is due, and is answered in place, by mouse. */
class NinetyDaysIT {

    /** Monday, nine in the morning in Chicago, where the rep sits: day 1. */
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T15:00:00Z"));

    private static final String CALL = "Call Dana Wu about the trial budget";
    private static final String STUDY = "Send the scrap study to Sam Ortiz";

    @TempDir
    Path data;

    private Browser browser;
    private Trial trial;

    @BeforeEach
    void openThePage() throws IOException {
        browser = new Browser(TestRequirements.browser());
        trial = InProcess.sandbox(data, CLOCK);
        browser.open(trial.slack().page());
        browser.awaitWords("Type /plan");
    }

    @AfterEach
    void close() {
        browser.close();
        trial.close();
    }

    @Test
    void aPlanIsKeptAliveForNinetyDaysAndThenForTheNext() throws Exception {
        writeThePlan();
        logTheWeekOnFriday();
        doTheFirstActionOnMonday();
        lookAtTheOpportunityOnDay30();
        carryOverAndBeginAgainOnDay90();
        clickOnWhatIsLongAnswered();
        assertThat(browser.complaints()).isEmpty();
        assertNoNudgeCameTwice();
    }

    private void writeThePlan() {
        browser.type("/plan Acme Glass");
        browser.awaitQuestion("headquarters", 0);
        BrowserForm snapshot = browser.openForm("Fill as a form");
        snapshot.typeThrough("Toledo, Ohio", "Better glass", "1.2M", "Resin", "Training days");
        snapshot.saveByKeyboard();
        snapshot.awaitGone();
        tap("summary.1", 0, "Looks right");
        List.of("final_authority", "user", "advisor", "coach").forEach(role -> answer(role + ".name", 1, "skip"));
        tap("summary.2", 0, "Looks right");
        answer(
                "opportunity.what",
                1,
                "Win the resin order for line 2",
                "120k",
                "60k",
                "70",
                "Run a trial with Sam on line 2",
                "30 September");
        tap("opportunity.another", 1, "No");
        answer("gross_margin", 0, "40%");
        answer("time_spent", 0, "3h a week");
        answer("hours_required", 0, "56h");
        List.of("better_yield", "challenges", "key_questions").forEach(question -> answer(question, 0, "skip"));
        tap("summary.3", 0, "Looks right");
        answer("action.what", 1, CALL, "12 March");
        tap("action.another", 1, "Yes");
        answer("action.what", 2, STUDY, "28 May");
        tap("action.another", 2, "No");
        tap("summary.4", 0, "Start the 90 days");
        browser.awaitWords("Day 1 of 90, until Sat 30 May 2026.");
    }

    private void answer(String question, int row, String... lines) {
        browser.awaitQuestion(question, row);
        browser.typeLines(lines);
    }

    private void tap(String question, int row, String label) {
        browser.awaitQuestion(question, row);
        browser.click(label);
    }

    private void logTheWeekOnFriday() {
        browser.moveClockOn(103, "hours");
        assertThat(browser.clock()).isEqualTo("Fri, Mar 6, 4:00 PM");
        browser.awaitWords("How long did Acme Glass get this week?");
        answerLater();
        browser.click("2 h");
        browser.awaitMessage("Logged: 2 h · Fri 6 Mar · Acme Glass");
        browser.awaitMessage("How long did Acme Glass get this week? ✅ Acme Glass · 2 h logged 2 h in all");
    }

    /** What happens after a message went out is told from what happened before it. */
    private void answerLater() {
        browser.moveClockOn(5, "minutes");
    }

    private void doTheFirstActionOnMonday() {
        browser.moveClockOn("monday");
        browser.awaitWords("One action this week. " + CALL + " Acme Glass · due Thursday");
        answerLater();
        browser.click("Done");
        browser.awaitMessage("One action this week. ✅ " + CALL + " · done");
        browser.awaitMessage("Done: " + CALL + ".");
        browser.clickUnder("How long did it take?", "1 h");
        browser.awaitMessage("Logged: 1 h of growth on Acme Glass today");
    }

    private void lookAtTheOpportunityOnDay30() {
        browser.moveClockOn(22, "days");
        assertThat(browser.clock()).isEqualTo("Tue, Mar 31, 9:05 AM");
        browser.awaitMessage("Acme Glass is at day 30 of 90. Are the opportunities still what they were?");
        answerLater();
        browser.clickUnder("day 30 of 90", "Still 70%");
        browser.awaitMessage("✅ Win the resin order for line 2 · still 70%");
        browser.awaitMessage("All looked at");
    }

    private void carryOverAndBeginAgainOnDay90() {
        browser.moveClockOn(62, "days");
        assertThat(browser.clock()).as("the first working day from day 90 on").isEqualTo("Mon, Jun 1, 9:10 AM");
        browser.awaitMessage("Acme Glass has come to day 90.");
        answerLater();
        browser.clickUnder("has come to day 90", "Still open");
        browser.awaitMessage("✅ Win the resin order for line 2 · still open");
        browser.clickUnder("has come to day 90", "Carry over");
        browser.awaitMessage("✅ " + STUDY + " · carried over");
        browser.clickUnder("has come to day 90", "Start the next 90 days");
        browser.awaitMessage("✅ The next 90 days have begun: day 90 is Sat 29 Aug.");
        browser.awaitMessage("Day 1 of 90, until Sat 29 Aug. What you carry over: " + STUDY);
        browser.awaitHome("Acme Glass day 1 of 90");
        browser.leaveHome();
    }

    /** What only the rep sees can't be drawn again, so that its buttons stay. */
    private void clickOnWhatIsLongAnswered() {
        browser.clickUnder("How long did it take?", "2 h");
        browser.awaitMessage("1 h is logged for it already, so nothing has changed.");
    }

    private void assertNoNudgeCameTwice() throws Exception {
        try (PageClient page = PageClient.open(trial.slack().page())) {
            List<PostedMessage> nudges = page.posts().stream()
                    .filter(post -> post.eventType().equals("steward_nudge"))
                    .toList();
            assertThat(nudges)
                    .extracting(post -> post.payload("kind"))
                    .containsExactly("time", "actions", "checkpoint", "cycle_end");
            assertThat(nudges).extracting(post -> post.payload("intent")).doesNotHaveDuplicates();
        }
    }
}
