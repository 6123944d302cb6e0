package steward.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.endtoend.Patience.await;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.InProcess;
import steward.InProcess.Trial;
import steward.sandbox.Sandbox;

/** One Steward, two workspaces: each installs it, uses it, and leaves it, and none sees the other's. */
class ManyWorkspacesTest {

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
        Installing.in(trial, north.teamId());
        Installing.in(trial, harbour.teamId());
        try (Page priya = Page.open(north.page());
                Page ana = Page.open(harbour.page())) {
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
        Installing.in(trial, north.teamId());
        try (Page priya = Page.open(north.page())) {
            priya.command("/plan", "Acme Glass");
            priya.awaitQuestion("headquarters 0");
            north.installer().endTokens();
            Installing.in(trial, north.teamId());

            priya.say("Toledo, Ohio");
            priya.awaitQuestion("mission 0");
        }
    }

    @Test
    void tokensThatEndInMidPlanAreFollowedByOthers() throws Exception {
        north.installer().rotateTokens();
        Installing.in(trial, north.teamId());
        try (Page priya = Page.open(north.page())) {
            priya.command("/plan", "Acme Glass");
            for (String blank : List.of("headquarters 0", "mission 0", "revenue_goal 0")) {
                priya.awaitQuestion(blank);
                north.installer().endTokens();
                priya.say("1");
            }
            priya.awaitQuestion("selling 0");

            assertThat(priya.questions().stream().map(Post::blank)).doesNotHaveDuplicates();
        }
    }

    @Test
    void whoUninstallsIsLeftAloneAndForgottenAMonthLater() throws Exception {
        Installing.in(trial, north.teamId());
        Installing.in(trial, harbour.teamId());
        try (Page priya = Page.open(north.page());
                Page ana = Page.open(harbour.page())) {
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
        Installing.in(trial, north.teamId());
        try (Page priya = Page.open(north.page())) {
            priya.command("/plan", "Acme Glass");
            priya.awaitQuestion("headquarters 0");
            north.uninstall();
            await("no token")
                    .until(() -> kept("select team_id from installation where token is not null")
                            .isEmpty());
            now.updateAndGet(then -> then.plus(Duration.ofDays(29)));
            Installing.in(trial, north.teamId());

            priya.say("Toledo, Ohio");
            priya.awaitQuestion("mission 0");
        }
    }

    @Test
    void aStateIsGoodOnceInItsOwnBrowser() throws Exception {
        Installing browser = Installing.begin(trial);
        URI back = browser.allow(north.teamId());

        assertThat(browser.comeBackInAnotherBrowser(back).statusCode()).isEqualTo(400);
        assertThat(browser.comeBack(back).statusCode()).isEqualTo(200);
        HttpResponse<String> again = browser.comeBack(back);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("finished already");
    }

    @Test
    void whoCancelsInstallsNothing() throws Exception {
        Installing browser = Installing.begin(trial);

        HttpResponse<String> end = browser.comeBack(browser.cancel());

        assertThat(end.body()).contains("Steward was not installed");
        assertThat(kept("select team_id from installation")).isEmpty();
    }

    private List<String> kept(String sql) {
        return new Views(data.resolve("steward.db")).texts(sql);
    }
}
