package steward.endtoend.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
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

/** A plan that runs, and the sandbox's clock moved on: Steward speaks unasked, and is answered in place. */
class NudgesOverHttpTest {

    /** Monday, nine in the morning in Chicago, where the person sits. */
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T15:00:00Z"));

    private static final AcmePlan PLAN = new AcmePlan(LocalDate.of(2026, 3, 2));

    @TempDir
    Path data;

    private Trial trial;
    private PageClient page;

    @BeforeEach
    void runAPlan() throws Exception {
        trial = InProcess.sandbox(data, CLOCK);
        page = PageClient.open(trial.slack().page());
        page.awaitLast(post -> post.text().startsWith("Hello"), "welcome");
        page.command("/plan", "Acme Glass");
        PLAN.lines().forEach(line -> page.answer(page.awaitQuestion(line.blank()), line));
        page.awaitLast(post -> post.text().contains("Day 1 of 90"), "running");
    }

    @AfterEach
    void close() throws Exception {
        page.close();
        trial.close();
    }

    @Test
    void aNudgeComesInTheMorningIsAnsweredInPlaceAndDoesNotComeAgain() {
        page.moveClock("monday");
        PostedMessage nudge = page.awaitLast(post -> post.payload("kind").equals("actions"), "the week's actions");
        assertThat(nudge.eventType()).isEqualTo("steward_nudge");
        assertThat(nudge.payload("intent")).isNotEmpty();

        page.act(nudge, nudge.tap("Done"));

        PostedMessage shown = page.awaitChange(nudge.ts(), post -> post.text().contains("done"));
        assertThat(shown.payload("intent")).as("what it is known by stays").isEqualTo(nudge.payload("intent"));
        page.moveClock("hour");
        page.command("/actions", "");
        page.awaitLast(post -> post.text().contains("Done"), "the list");
        assertThat(nudges("actions")).hasSize(1);
    }

    private List<PostedMessage> nudges(String kind) {
        return page.posts().stream()
                .filter(post -> post.payload("kind").equals(kind))
                .toList();
    }
}
