package steward.endtoend.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.cli.InProcess;
import steward.cli.InProcess.Trial;
import steward.endtoend.fixtures.ReportViews;
import steward.endtoend.fixtures.TestRequirements;

/** A rep in a browser answers in all the ways that spare replies: forms, several lines, edits, threads, and another day. */
class FewerRepliesIT {

    /** Nine in the morning in Chicago, where the rep sits. */
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T15:00:00Z"));

    private static final String NO_AMOUNT = "I need an amount, like $1,250,000 or 250k.";

    /** Starting one takes longer than any of the tests; each has a sandbox of its own in it. */
    private static Browser browser;

    @TempDir
    Path data;

    private Trial trial;

    @BeforeAll
    static void startTheBrowser() throws IOException {
        browser = new Browser(TestRequirements.browser());
    }

    @AfterAll
    static void closeTheBrowser() {
        browser.close();
    }

    @BeforeEach
    void openThePage() {
        trial = InProcess.sandbox(data, CLOCK);
        browser.open(trial.slack().page());
        browser.awaitWords("Type /plan");
    }

    @AfterEach
    void close() {
        browser.leave();
        trial.close();
    }

    @Test
    void stepsAndRowsAreFilledAsFormsAndInSeveralLines() {
        browser.type("/plan Acme Glass");
        browser.awaitQuestion("headquarters", 0);
        fillTheSnapshot(browser.openForm("Fill as a form"));
        skipToTheOpportunities();

        browser.typeLines(
                "Win the resin order for line 2", "120k", "60k", "70", "Run a trial with Sam on line 2", "end of June");
        browser.awaitQuestion("opportunity.another", 1);
        browser.awaitMessage("Won by Tue 30 Jun 2026");
        browser.press("Yes");
        browser.awaitQuestion("opportunity.what", 2);
        fillTheSecondOpportunity(browser.openForm("Fill as a form"));

        assertThat(views().rows("select row_no, what, last_year, increase, probability, margin, timeline from"
                        + " opportunities order by row_no"))
                .extracting(row -> row.values().stream().map(String::valueOf).toList())
                .containsExactly(
                        List.of(
                                "1",
                                "Win the resin order for line 2",
                                "12000000",
                                "6000000",
                                "70",
                                "null",
                                "2026-06-30"),
                        List.of("2", "Sell training days", "0", "2500000", "50", "60", "2026-09-30"));
        assertThat(browser.complaints()).isEmpty();
    }

    private void fillTheSnapshot(BrowserForm form) {
        assertThat(form.title()).isEqualTo("Account snapshot");
        assertThat(form.labels()).hasSize(5).first().asString().contains("Where are their headquarters");
        assertThat(form.help("revenue_goal", 0)).contains("For example: $1,200,000");

        form.typeThrough("Toledo, Ohio", "", "a lot", "Resin, Coatings");
        form.save();
        assertThat(form.awaitError("revenue_goal", 0)).isEqualTo(NO_AMOUNT);
        assertThat(form.errors()).isEqualTo(1);
        assertThat(form.words("headquarters", 0)).isEqualTo("Toledo, Ohio");
        assertAnswers();

        form.fill("revenue_goal", 0, "1.2M");
        form.saveByKeyboard();
        form.awaitGone();
        browser.awaitQuestion("summary.1", 0);
        browser.awaitMessage("Left blank: 2 Mission · 5 Cross-sell.");
        browser.awaitMessage("Saved from the form:");
        browser.awaitMessage("$1,200,000");
        assertAnswers("headquarters = Toledo, Ohio", "revenue_goal = 120000000", "selling = [\"Resin\",\"Coatings\"]");
    }

    private void skipToTheOpportunities() {
        browser.press("Looks right");
        for (String role : List.of("final_authority", "user", "advisor", "coach")) {
            browser.awaitQuestion(role + ".name", 1);
            browser.type("skip");
        }
        browser.awaitQuestion("summary.2", 0);
        browser.press("Looks right");
        browser.awaitQuestion("opportunity.what", 1);
    }

    private void fillTheSecondOpportunity(BrowserForm form) {
        assertThat(form.title()).isEqualTo("Opportunity");
        form.fill("opportunity.what", 2, "Sell training days");
        form.fill("opportunity.last_year", 2, "none");
        form.fill("opportunity.increase", 2, "25k");
        form.fill("opportunity.probability", 2, "50");
        form.fill("opportunity.margin", 2, "60%");
        form.pickDate("opportunity.timeline", 2, "2026-09-30", 6);
        form.save();
        form.awaitGone();
        browser.awaitQuestion("opportunity.activity", 2);
    }

    @Test
    void messagesAreEditedAndDeletedAndQuestionsAnsweredInTheirThreads() {
        browser.type("/plan Acme Glass");
        browser.awaitQuestion("headquarters", 0);
        browser.type("Toledo, Ohio");
        browser.awaitQuestion("mission", 0);
        browser.type("Better glass");
        browser.awaitQuestion("revenue_goal", 0);
        browser.type("a lot");
        browser.awaitWords("I couldn't use “a lot”. " + NO_AMOUNT);

        browser.editLastByKeyboard("1.2M");
        browser.awaitQuestion("selling", 0);
        browser.awaitMessage("1.2M (edited)");
        browser.edit("Toledo, Ohio", "Cleveland, Ohio");
        browser.awaitWords("Changed 1 Headquarters at Acme Glass from Toledo, Ohio to Cleveland, Ohio.");
        browser.awaitMessage("1 Headquarters Cleveland, Ohio");
        browser.awaitMessage("Cleveland, Ohio (edited)");
        assertAnswers("headquarters = Cleveland, Ohio", "mission = Better glass", "revenue_goal = 120000000");

        browser.delete("Better glass");
        browser.awaitWords("Deleting a message changes nothing: 2 Mission is still Better glass.");
        assertAnswers("headquarters = Cleveland, Ohio", "mission = Better glass", "revenue_goal = 120000000");

        browser.replyInThread("What are you selling to this account?", "Resin, Coatings");
        browser.awaitQuestion("cross_sell", 0);
        browser.closeThread();
        browser.replyInThread("1 Headquarters Cleveland, Ohio", "Akron, Ohio");
        browser.awaitWordsInThread("Changed 1 Headquarters at Acme Glass from Cleveland, Ohio to Akron, Ohio.");
        browser.awaitMessage("1 Headquarters Akron, Ohio");
        assertAnswers(
                "headquarters = Akron, Ohio",
                "mission = Better glass",
                "revenue_goal = 120000000",
                "selling = [\"Resin\",\"Coatings\"]");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aPlanIsLeftForAnotherAndTakenUpAgainTheNextDay() {
        browser.type("/plan Acme Glass");
        browser.awaitQuestion("headquarters", 0);
        browser.type("Toledo, Ohio");
        browser.awaitQuestion("mission", 0);
        browser.type("Better glass");
        browser.awaitQuestion("revenue_goal", 0);
        browser.type("/plan Delta Foods");
        browser.awaitMessage("Delta Foods, 2026: four steps");
        browser.awaitQuestion("headquarters", 0);
        browser.type("Akron, Ohio");
        browser.awaitQuestion("mission", 0);

        browser.type("switch acme");
        browser.awaitQuestion("revenue_goal", 0);
        browser.type("pause");
        browser.awaitWords("Acme Glass is paused at “What is this year's revenue goal for this account?”");
        browser.moveClockOn("tomorrow");
        assertThat(browser.clock()).contains("Mar 3");
        // Comes in its own time, and could otherwise come after the question that is waited for.
        browser.awaitWords("You began two plans that wait for you.");
        browser.type("resume");
        browser.awaitQuestion("revenue_goal", 0);
        browser.awaitMessage("Welcome back. The last you told me:");
        browser.awaitMessage("1 Headquarters Toledo, Ohio 2 Mission Better glass 3 questions are left in step 1.");

        browser.type("1.2M");
        browser.awaitQuestion("selling", 0);
        assertThat(views().texts("select account || ': ' || question || ' = ' || value from answers join plans using"
                        + " (plan_id) order by account, number"))
                .containsExactly(
                        "Acme Glass: headquarters = Toledo, Ohio",
                        "Acme Glass: mission = Better glass",
                        "Acme Glass: revenue_goal = 120000000",
                        "Delta Foods: headquarters = Akron, Ohio");
        assertThat(browser.complaints()).isEmpty();
    }

    private void assertAnswers(String... answers) {
        assertThat(views().texts("select question || ' = ' || value from answers order by number"))
                .containsExactly(answers);
    }

    private ReportViews views() {
        return new ReportViews(data.resolve("steward.db"));
    }
}
