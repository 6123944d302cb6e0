package steward.endtoend.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.endtoend.fixtures.Await.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import steward.cli.InProcess;
import steward.cli.InProcess.Trial;
import steward.endtoend.fixtures.AcmePlan;
import steward.endtoend.fixtures.InstallationSteps;
import steward.endtoend.fixtures.PageClient;
import steward.endtoend.fixtures.PostedMessage;
import steward.endtoend.fixtures.QuestionAndReply;
import steward.endtoend.fixtures.ReportViews;
import steward.sandbox.workspace.Organization;

/** An organization installs Steward for all its workspaces at once; what Slack then delivers may say no workspace. */
class OrganizationTest {

    private static final String GLOBEX = "E01GLOBEX";
    private static final AcmePlan PLAN = new AcmePlan(LocalDate.of(2026, 3, 2));

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T15:00:00Z"));

    @TempDir
    Path data;

    private Optional<Trial> started = Optional.empty();

    private Trial start(boolean inSocketMode, boolean namesWorkspaces) {
        Trial trial = inSocketMode
                ? InProcess.installableInSocketMode(data, now::get)
                : InProcess.installable(data, now::get);
        started = Optional.of(trial);
        trial.slack().installer().organize(new Organization(GLOBEX, "Globex", namesWorkspaces));
        return trial;
    }

    @AfterEach
    void close() {
        started.ifPresent(Trial::close);
    }

    @ParameterizedTest(name = "over Socket Mode {0}, workspaces named {1}")
    @CsvSource({"false, true", "false, false", "true, true", "true, false"})
    void aPlanIsWrittenInAWorkspaceOfAnOrganization(boolean inSocketMode, boolean namesWorkspaces) throws Exception {
        Trial trial = start(inSocketMode, namesWorkspaces);
        InstallationSteps.in(trial, GLOBEX);
        try (PageClient page = PageClient.open(trial.slack().page())) {
            page.command("/plan", "Acme Glass");
            PLAN.lines().forEach(line -> page.answer(page.awaitQuestion(line.blank()), line));
            page.awaitLast(post -> post.text().contains("Day 1 of 90"), "running");

            assertThat(page.questions().stream().map(PostedMessage::blank))
                    .containsExactlyElementsOf(
                            PLAN.lines().stream().map(QuestionAndReply::blank).toList());
        }
        PLAN.assertRunningIn(data);
        assertThat(kept("select distinct team_id from rep"))
                .containsExactly(trial.slack().teamId());
        assertThat(kept("select team_id || ' ' || organization || ' ' || name from installation"))
                .containsExactly(GLOBEX + " 1 Globex");
        assertThat(kept("select team_id || ' ' || organization_id from organization_team"))
                .containsExactly(trial.slack().teamId() + " " + GLOBEX);
    }

    @Test
    void tokensOfAnOrganizationThatEndAreFollowedByOthers() throws Exception {
        Trial trial = start(false, true);
        trial.slack().installer().rotateTokens();
        InstallationSteps.in(trial, GLOBEX);
        try (PageClient page = PageClient.open(trial.slack().page())) {
            page.command("/plan", "Acme Glass");
            for (QuestionAndReply line : PLAN.lines().subList(0, 2)) {
                page.awaitQuestion(line.blank());
                trial.slack().installer().endTokens();
                page.say(line.typed());
            }
            page.awaitQuestion(PLAN.lines().get(2).blank());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoUninstallsIsLeftAloneAndForgottenAMonthLater(boolean namesWorkspaces) throws Exception {
        Trial trial = start(false, namesWorkspaces);
        InstallationSteps.in(trial, GLOBEX);
        try (PageClient page = PageClient.open(trial.slack().page())) {
            page.command("/plan", "Acme Glass");
            page.awaitQuestion("headquarters 0");

            trial.slack().uninstall();
            await("no token")
                    .until(() -> kept("select team_id from installation where token is not null")
                            .isEmpty());
            page.command("/plan", "Borealis");
            page.awaitLast(post -> post.text().startsWith("Steward isn't installed"), "why not");
            assertThat(kept("select account from plan")).containsExactly("Acme Glass");

            now.updateAndGet(then -> then.plus(Duration.ofDays(30)));
            await("nothing left").until(() -> kept("select account from plan").isEmpty());
            await("not even that it was there")
                    .until(() -> kept("select team_id from installation").isEmpty());
            assertThat(kept("select user_id from rep")).isEmpty();
        }
    }

    @Test
    void whoComesBackInTimeGoesOnWhereTheyWere() throws Exception {
        Trial trial = start(false, true);
        InstallationSteps.in(trial, GLOBEX);
        try (PageClient page = PageClient.open(trial.slack().page())) {
            page.command("/plan", "Acme Glass");
            page.awaitQuestion("headquarters 0");
            trial.slack().uninstall();
            await("no token")
                    .until(() -> kept("select team_id from installation where token is not null")
                            .isEmpty());
            now.updateAndGet(then -> then.plus(Duration.ofDays(29)));
            InstallationSteps.in(trial, GLOBEX);

            page.say("Toledo, Ohio");
            page.awaitQuestion("mission 0");
        }
    }

    private List<String> kept(String sql) {
        return new ReportViews(data.resolve("steward.db")).texts(sql);
    }
}
