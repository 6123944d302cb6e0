package steward.endtoend.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.endtoend.fixtures.Await.await;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.cli.InProcess;
import steward.cli.InProcess.Trial;
import steward.endtoend.fixtures.AcmePlan;
import steward.endtoend.fixtures.InstallationSteps;
import steward.endtoend.fixtures.PageClient;
import steward.endtoend.fixtures.PostedMessage;
import steward.endtoend.fixtures.QuestionAndReply;
import steward.endtoend.fixtures.ReportViews;
import steward.sandbox.Sandbox;

/** One Steward, two workspaces: each installs it, uses it, and leaves it, and none sees the other's. */
class ManyWorkspacesTest {

    private static final AcmePlan PLAN = new AcmePlan(LocalDate.of(2026, 3, 2));

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T15:00:00Z"));

    @TempDir
    Path data;

    @TempDir
    Path otherData;

    private Trial trial;
    private Sandbox north;
    private Sandbox harbour;

    @BeforeEach
    void start() {
        trial = InProcess.installable(data, now::get);
        north = trial.slack();
        harbour = north.beside(otherData, trial.steward().resolve("slack/events"));
    }

    @AfterEach
    void close() {
        trial.close();
        harbour.close();
    }

    @Test
    void eachHasItsOwnAnswersAndNeverTheOthers() throws Exception {
        InstallationSteps.in(trial, north.teamId());
        InstallationSteps.in(trial, harbour.teamId());
        try (PageClient priya = PageClient.open(north.page());
                PageClient ana = PageClient.open(harbour.page())) {
            priya.command("/plan", "Acme Glass");
            ana.command("/plan", "Borealis");
            priya.awaitQuestion("headquarters 0");
            ana.awaitQuestion("headquarters 0");
            priya.say("Toledo, Ohio");
            ana.say("Oslo");
            assertThat(priya.awaitQuestion("mission 0").text()).contains("Acme Glass");
            assertThat(ana.awaitQuestion("mission 0").text()).contains("Borealis");

            assertThat(priya.posts()).noneMatch(post -> post.text().contains("Borealis"));
            assertThat(ana.posts()).noneMatch(post -> post.text().contains("Acme Glass"));
        }
        assertThat(kept("select team_id || ' ' || account from plan order by team_id"))
                .containsExactly("T01SANDBOX Acme Glass", "T02HARBOUR Borealis");
        assertThat(kept("select coalesce(token, '') || coalesce(refresh_token, '') from installation"))
                .hasSize(2)
                .noneMatch(token -> token.contains("xox"));
    }

    @Test
    void whoInstallsAgainGoesOnWithTheNewToken() throws Exception {
        InstallationSteps.in(trial, north.teamId());
        try (PageClient priya = PageClient.open(north.page())) {
            priya.command("/plan", "Acme Glass");
            priya.awaitQuestion("headquarters 0");
            north.installer().endTokens();
            InstallationSteps.in(trial, north.teamId());

            priya.say("Toledo, Ohio");
            priya.awaitQuestion("mission 0");
        }
    }

    @Test
    void tokensThatEndInMidPlanAreFollowedByOthers() throws Exception {
        north.installer().rotateTokens();
        InstallationSteps.in(trial, north.teamId());
        try (PageClient priya = PageClient.open(north.page())) {
            priya.command("/plan", "Acme Glass");
            for (QuestionAndReply line : PLAN.lines().subList(0, 3)) {
                priya.awaitQuestion(line.blank());
                north.installer().endTokens();
                priya.say(line.typed());
            }
            priya.awaitQuestion("selling 0");

            assertThat(priya.questions().stream().map(PostedMessage::blank)).doesNotHaveDuplicates();
        }
    }

    @Test
    void whoUninstallsIsLeftAloneAndForgottenAMonthLater() throws Exception {
        InstallationSteps.in(trial, north.teamId());
        InstallationSteps.in(trial, harbour.teamId());
        try (PageClient priya = PageClient.open(north.page());
                PageClient ana = PageClient.open(harbour.page())) {
            priya.command("/plan", "Acme Glass");
            priya.awaitQuestion("headquarters 0");
            ana.command("/plan", "Borealis");
            ana.awaitQuestion("headquarters 0");

            north.uninstall();
            await("no token")
                    .until(() -> kept("select team_id from installation where token is not null")
                            .equals(List.of(harbour.teamId())));
            priya.say("Toledo, Ohio");
            ana.say("Oslo");
            ana.awaitQuestion("mission 0");
            assertThat(priya.questions()).hasSize(1);

            now.updateAndGet(then -> then.plus(Duration.ofDays(30)).minusMillis(1));
            assertThat(kept("select account from plan order by account")).containsExactly("Acme Glass", "Borealis");
            now.updateAndGet(then -> then.plusMillis(1));
            await("nothing left").until(() -> kept("select account from plan").equals(List.of("Borealis")));
            await("not even that it was there")
                    .until(() -> kept("select team_id from installation").equals(List.of(harbour.teamId())));
            assertThat(kept("select distinct team_id from entry")).containsExactly(harbour.teamId());
        }
    }

    @Test
    void whoComesBackInTimeGoesOnWhereTheyWere() throws Exception {
        InstallationSteps.in(trial, north.teamId());
        try (PageClient priya = PageClient.open(north.page())) {
            priya.command("/plan", "Acme Glass");
            priya.awaitQuestion("headquarters 0");
            north.uninstall();
            await("no token")
                    .until(() -> kept("select team_id from installation where token is not null")
                            .isEmpty());
            now.updateAndGet(then -> then.plus(Duration.ofDays(29)));
            InstallationSteps.in(trial, north.teamId());

            priya.say("Toledo, Ohio");
            priya.awaitQuestion("mission 0");
        }
    }

    @Test
    void aStateIsGoodOnceInItsOwnBrowser() throws Exception {
        InstallationSteps browser = InstallationSteps.begin(trial);
        URI back = browser.allow(north.teamId());

        assertThat(browser.comeBackInAnotherBrowser(back).statusCode()).isEqualTo(400);
        assertThat(browser.comeBack(back).statusCode()).isEqualTo(200);
        HttpResponse<String> again = browser.comeBack(back);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("finished already");
    }

    @Test
    void whoCancelsInstallsNothing() throws Exception {
        InstallationSteps browser = InstallationSteps.begin(trial);

        HttpResponse<String> end = browser.comeBack(browser.cancel());

        assertThat(end.body()).contains("Steward was not installed");
        assertThat(kept("select team_id from installation")).isEmpty();
    }

    private List<String> kept(String sql) {
        return new ReportViews(data.resolve("steward.db")).texts(sql);
    }
}
