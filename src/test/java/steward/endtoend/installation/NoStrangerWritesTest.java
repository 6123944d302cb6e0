package steward.endtoend.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.cli.InProcess;
import steward.cli.InProcess.Trial;
import steward.endtoend.fixtures.InstallationSteps;

/** Anybody can reach Steward's address: whoever is not known writes nothing into the store, and so keeps nobody out. */
class NoStrangerWritesTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T15:00:00Z"));
    private static final int MANY = 10_000;

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(Redirect.NEVER).build();

    @TempDir
    Path data;

    private Trial trial;
    private Jdbi store;

    /** Each write leaves a mark, those too that take nothing away in the end; a process that says that it is alive is none of a stranger's. */
    @BeforeEach
    void start() {
        trial = InProcess.installable(data, CLOCK);
        store = Jdbi.create("jdbc:sqlite:" + data.resolve("steward.db"));
        store.useHandle(sql -> {
            List<String> tables = sql.createQuery(
                            "select name from sqlite_master where type = 'table' and name not like 'sqlite%'"
                                    + " and name <> 'worker'")
                    .mapTo(String.class)
                    .list();
            assertThat(tables).contains("installation", "used_state", "delivery", "rep", "intent");
            sql.execute("create table mark (what text)");
            for (String table : tables) {
                for (String change : List.of("insert", "update", "delete")) {
                    sql.execute("create trigger mark_" + table + "_" + change + " after " + change + " on " + table
                            + " begin insert into mark values ('" + change + " " + table + "'); end");
                }
            }
        });
    }

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void whoIsNotKnownWritesNothingWhereverTheyAsk() throws Exception {
        InstallationSteps begun = InstallationSteps.begin(trial);
        String state = begun.state();
        List<String> pages = List.of(
                "",
                "healthz",
                "readyz",
                "metrics",
                "nothing/here",
                "slack/events",
                "slack/install",
                "slack/install?team=T1",
                "slack/oauth_redirect",
                "slack/oauth_redirect?code=c",
                "slack/oauth_redirect?code=c&state=forged",
                "slack/oauth_redirect?code=guessed&state=" + state,
                "slack/oauth_redirect?state=" + state,
                "slack/oauth_redirect?error=access_denied&state=" + state,
                "slack/oauth_redirect?error=server_error&state=" + state);

        List<String> answers = new ArrayList<>();
        for (String method : List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")) {
            for (String page : pages) {
                for (String cookie : List.of("none=1", begun.cookie())) {
                    answers.add(send(method, page, cookie, "application/json", "{}") + " " + method + " " + page);
                }
            }
        }
        answers.add(send(
                        "POST",
                        "slack/events",
                        "none=1",
                        "application/x-www-form-urlencoded",
                        "command=%2Fplan&text=Acme&team_id=T1&user_id=U1&trigger_id=1")
                + " POST a command");
        answers.add(send(
                        "POST",
                        "slack/events",
                        "none=1",
                        "application/json",
                        "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":{\"type\":\"app_uninstalled\"}}")
                + " POST an event");

        assertThat(answers).noneMatch(answer -> answer.startsWith("500"));
        assertThat(answers).contains("401 POST a command", "401 POST an event", "302 GET slack/install");
        assertThat(writes()).isEmpty();
        assertThat(begun.comeBack(begun.allow(trial.slack().teamId())).statusCode())
                .isEqualTo(200);
        assertThat(writes()).as("who is known").contains("insert installation", "insert used_state");
    }

    @Test
    void tenThousandWhoBeginWriteNothingAndWhoBeganBeforeThemStillInstalls() throws Exception {
        InstallationSteps admin = InstallationSteps.begin(trial);
        URI back = admin.allow(trial.slack().teamId());
        URI install = trial.steward().resolve("slack/install");

        try (Stream<Integer> all =
                Stream.generate(() -> status(install)).limit(MANY).parallel()) {
            assertThat(all.filter(status -> status == 302).count()).isEqualTo(MANY);
        }

        assertThat(writes()).isEmpty();
        assertThat(admin.comeBack(back).statusCode()).isEqualTo(200);
    }

    private int status(URI address) {
        try {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private int send(String method, String page, String cookie, String type, String body) throws Exception {
        boolean isBare = method.equals("GET") || method.equals("HEAD");
        HttpRequest request = HttpRequest.newBuilder(trial.steward().resolve(page))
                .header("Cookie", cookie)
                .header("Content-Type", type)
                .method(method, isBare ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
        return answer.statusCode();
    }

    private List<String> writes() {
        return store.withHandle(sql ->
                sql.createQuery("select what from mark").mapTo(String.class).list());
    }
}
