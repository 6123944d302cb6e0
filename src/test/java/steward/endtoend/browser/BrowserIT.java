package steward.endtoend.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import steward.cli.InProcess;
import steward.cli.InProcess.Trial;
import steward.endtoend.fixtures.AcmePlan;
import steward.endtoend.fixtures.QuestionAndReply;
import steward.endtoend.fixtures.TestRequirements;

/** A rep writes a whole plan in a browser, with nothing but what the page offers. */
class BrowserIT {

    /** Nine in the morning in Chicago, where the rep sits. */
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T15:00:00Z"));

    private static final AcmePlan PLAN = new AcmePlan(LocalDate.of(2026, 3, 2));

    private TestRequirements.Chromium chromium;

    @BeforeEach
    void needsABrowser() {
        chromium = TestRequirements.browser();
    }

    @Test
    void aPlanIsWrittenReadAgainAfterARestartAndLivedWith(@TempDir Path data) throws Exception {
        try (Browser browser = new Browser(chromium)) {
            List<String> written;
            try (Trial trial = InProcess.sandbox(data, CLOCK)) {
                browser.open(trial.slack().page());
                browser.awaitWords("Type /plan");
                browser.type("/plan " + PLAN.command());
                PLAN.lines().forEach(line -> answer(browser, line));
                browser.awaitWords("Day 1 of 90");
                browser.awaitNothingToTapAbove();
                written = browser.messages();
                assertReadsAsARecord(written);
                PLAN.assertRunningIn(data);
                assertThat(browser.complaints()).isEmpty();
            }

            try (Trial trial = InProcess.sandbox(data, CLOCK)) {
                browser.open(trial.slack().page());
                assertThat(browser.messages()).containsExactlyElementsOf(written);

                browser.moveClockOn("week");
                assertThat(browser.clock()).contains("Mar 9");
                // Both come in their own time, and could otherwise come after the status.
                browser.awaitMessage("One action this week.");
                browser.awaitMessage("How long did Acme Glass get last week?");
                browser.type("status");
                browser.awaitWords("day 8 of 90");
            }
        }
    }

    /** In the way that the line says; now with the mouse, now with the keyboard. */
    private static void answer(Browser browser, QuestionAndReply line) {
        browser.awaitQuestion(line.question(), line.row());
        switch (line.blank()) {
            case "summary.1 0" -> {
                browser.chooseByMouse("Revenue goal");
                browser.awaitQuestion("revenue_goal", 0);
                browser.type("1,200,000");
                browser.awaitQuestion("summary.1", 0);
                browser.press(line.typed());
            }
            case "summary.2 0" -> {
                browser.chooseByKeyboard("criteria");
                browser.awaitQuestion("final_authority.criteria", 1);
                browser.type("Payback under a year");
                browser.awaitQuestion("summary.2", 0);
                browser.click(line.typed());
            }
            case "opportunity.timeline 1" -> browser.pickDateByMouse(line.typed(), 3);
            case "action.due 1" ->
                // A week down, three days to the right.
                browser.pickDateByKeyboard(Keys.ARROW_DOWN, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
            default -> answerAtOnce(browser, line);
        }
    }

    private static void answerAtOnce(Browser browser, QuestionAndReply line) {
        switch (line.way()) {
            case TYPE -> browser.type(line.typed());
            case TAP -> browser.click(line.typed());
            case PICK_DATE -> throw new IllegalStateException("No hand picks " + line);
        }
    }

    /** Every answer stands there with its number, in the order of the worksheet. */
    private static void assertReadsAsARecord(List<String> messages) {
        String chat = String.join("\n", messages).replaceAll("\\s+", " ");
        assertThat(chat)
                .contains("1 · Where are their headquarters, and the sites you sell to?")
                .contains("2 · What is their mission statement?")
                .contains(AcmePlan.STATEMENT)
                .contains("3 Revenue goal $1,200,000")
                .contains("5 Cross-sell left blank")
                .contains("6 · Who can say yes when everyone else says no?")
                .contains("17 Probability 75%")
                .contains("19 Won by Tue 30 Jun 2026")
                .contains("27 Due Thu 12 Mar 2026")
                .contains("28 With Dana Wu")
                .endsWith("at any time.");
    }
}
