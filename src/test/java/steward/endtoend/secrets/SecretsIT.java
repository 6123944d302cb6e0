package steward.endtoend.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.endtoend.fixtures.Await.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.cli.InProcess;
import steward.cli.InProcess.Trial;
import steward.endtoend.fixtures.Await;
import steward.endtoend.fixtures.InstallationSteps;
import steward.endtoend.fixtures.PageClient;
import steward.endtoend.fixtures.PostedMessage;
import steward.endtoend.fixtures.StewardProcess;
import steward.endtoend.fixtures.TestStore;
import steward.sandbox.Sandbox;
import steward.store.PostgresServer;

/**
 * Every secret that Steward is given, right ones and wrong ones, in success and in trouble: none is told by anything that comes out of the
 * program, be it a log, an answer, the metrics, the doctor or a backup, and none stands in the store but encrypted.
 */
class SecretsIT {

    private static final Pattern LISTENS = Pattern.compile("listens on port ([0-9]+)");
    private static final Pattern METRICS = Pattern.compile("told on port ([0-9]+)");

    private static final String WRONG_BOT_TOKEN = "xoxb-wrong-5d1c0e97a3b84f";
    private static final String WRONG_APP_TOKEN = "xapp-wrong-77aa01c2e9d5b3";
    private static final String WRONG_CLIENT_SECRET = "wrong-client-secret-c41f08e6";
    private static final String WRONG_PASSWORD = "wrong-password-9b2e61d0";
    private static final int KEY_BYTES = 32;

    private final InstantSource clock = InstantSource.system();
    private final HttpClient http = HttpClient.newHttpClient();
    private final SecretSearch secrets = new SecretSearch();

    /** All that came out of the program, by where. */
    private final Map<String, String> told = new HashMap<>();

    @TempDir
    Path slackData;

    @TempDir
    Path data;

    @TempDir
    Path elsewhere;

    @Test
    void theSearchFindsThemHoweverTheyAreWritten() {
        SecretSearch some = new SecretSearch()
                .with("a token", WRONG_BOT_TOKEN)
                .with("a key", new byte[] {0, -1, 127, -128, 62, 63, 5});
        for (int before = 0; before < 3; before++) {
            String around = "x".repeat(before) + WRONG_BOT_TOKEN + ":and more";
            byte[] bytes = around.getBytes(StandardCharsets.UTF_8);
            assertThat(some.toldBy(Base64.getEncoder().encodeToString(bytes))).containsExactly("a token");
            assertThat(some.toldBy(Base64.getUrlEncoder().encodeToString(bytes)))
                    .containsExactly("a token");
        }
        assertThat(some.toldBy("log: 00ff7f803e3f05!")).containsExactly("a key");
        assertThat(some.toldBy("log: \0\u00ff\u007f\u0080>?\u0005")).containsExactly("a key");
        assertThat(some.toldBy("nothing of the kind")).isEmpty();
    }

    @Test
    void oneWorkspaceByHttp() throws Exception {
        try (Sandbox slack = InProcess.slack(slackData, clock)) {
            secrets.with("signing secret", slack.signingSecret())
                    .with("bot token", slack.botToken())
                    .with("wrong bot token", WRONG_BOT_TOKEN);
            Map<String, String> environment = new HashMap<>(Map.of(
                    "SLACK_SIGNING_SECRET", slack.signingSecret(),
                    "SLACK_BOT_TOKEN", slack.botToken(),
                    "SLACK_API_URL", slack.api().toString(),
                    "DATA_DIR", data.toString(),
                    "METRICS_PORT", "0",
                    "PORT", "0"));
            doctor("all is well", environment);
            try (StewardProcess child = serve("right", environment);
                    PageClient page = PageClient.open(slack.page())) {
                slack.connect(address(child).resolve("slack/events"));
                page.command("/plan", "Acme Glass");
                page.awaitQuestion("headquarters 0");
                backup("file", environment);
                post(
                        child,
                        "forged",
                        "slack/events",
                        Map.of("X-Slack-Signature", "v0=00", "X-Slack-Request-Timestamp", "1"));
                outside().useHandle(handle -> handle.execute("alter table delivery rename column key to lost"));
                page.say("Toledo, Ohio");
                child.awaitLine(Pattern.compile("A turn failed, (reference)"));
                get(child, "not ready", "readyz");
                metrics(child, "right");
                keep("by http", page);
                outside().useHandle(handle -> handle.execute("alter table delivery rename column lost to key"));
                end("right", child);
            }
            environment.put("SLACK_BOT_TOKEN", WRONG_BOT_TOKEN);
            doctor("wrong bot token", environment);
            outside()
                    .useHandle(handle ->
                            handle.execute("update intent set state = 'waiting', body = '{\"text\":\"once more\"}'"));
            try (StewardProcess child = serve("wrong bot token", environment)) {
                child.awaitLine(Pattern.compile("The chat refuses what Steward says .(invalid_auth)"));
                metrics(child, "wrong bot token");
                end("wrong bot token", child);
            }
            storeOf(data);
        }
        assertNoSecretIsTold();
    }

    private Jdbi outside() {
        return TestStore.sqlite(data).jdbi();
    }

    @Test
    void manyWorkspacesBySocketModeInPostgresql() throws Exception {
        TestStore store = TestStore.postgresql(data);
        try (Sandbox slack = InProcess.slackInSocketMode(slackData, clock)) {
            slack.installer().rotateTokens();
            secrets.with("signing secret", slack.signingSecret())
                    .with("app token", slack.appToken())
                    .with("client secret", slack.installer().clientSecret())
                    .with("database password", PostgresServer.PASSWORD)
                    .with("wrong app token", WRONG_APP_TOKEN)
                    .with("wrong client secret", WRONG_CLIENT_SECRET)
                    .with("wrong password", WRONG_PASSWORD);
            Map<String, String> environment = new HashMap<>(store.environment());
            environment.putAll(Map.of(
                    "SLACK_SIGNING_SECRET", slack.signingSecret(),
                    "SLACK_APP_TOKEN", slack.appToken(),
                    "SLACK_CLIENT_ID", slack.installer().clientId(),
                    "SLACK_CLIENT_SECRET", slack.installer().clientSecret(),
                    "PUBLIC_URL", InProcess.PUBLIC_URL,
                    "SLACK_API_URL", slack.api().toString(),
                    "METRICS_PORT", "0",
                    "PORT", "0",
                    "LOG_FORMAT", "json"));
            try (PageClient page = PageClient.open(slack.page())) {
                installedAndTalkedTo(slack, page, environment);
                refused(slack, page, environment);
                withoutItsDatabase(page, environment, store);
                keep("by socket mode", page);
            }
            withAnotherKey(environment);
            tablesOf(store);
            List<String> givenOut = List.copyOf(slack.installer().givenOut());
            assertThat(givenOut).as("codes, tokens and what gets the next").hasSizeGreaterThan(4);
            for (int i = 0; i < givenOut.size(); i++) {
                secrets.with("code or token " + (i + 1), givenOut.get(i));
            }
        }
        assertNoSecretIsTold();
    }

    private void installedAndTalkedTo(Sandbox slack, PageClient page, Map<String, String> environment)
            throws Exception {
        try (StewardProcess child = serve("right", environment)) {
            secrets.with("key", Files.readAllBytes(data.resolve("key")));
            Trial trial = new Trial(slack, address(child), () -> {});
            InstallationSteps.in(trial, slack.teamId());
            page.command("/plan", "Acme Glass");
            page.awaitQuestion("headquarters 0");
            slack.installer().endTokens();
            page.say("Toledo, Ohio");
            page.awaitQuestion("mission 0");

            InstallationSteps again = InstallationSteps.begin(trial);
            URI back = again.allow(slack.teamId());
            keep("another browser", again.comeBackInAnotherBrowser(back));
            keep("cancelled", again.comeBack(InstallationSteps.begin(trial).cancel()));
            get(child, "no such code", "slack/oauth_redirect?code=none&state=none");
            metrics(child, "right");
            doctor("right", onThisMachine(environment));
            backup("right", environment);
            end("right", child);
        }
    }

    /** Slack refuses the next token, and then the connection. */
    private void refused(Sandbox slack, PageClient page, Map<String, String> right) throws Exception {
        Map<String, String> environment = new HashMap<>(right);
        environment.put("SLACK_CLIENT_SECRET", WRONG_CLIENT_SECRET);
        slack.installer().endTokens();
        try (StewardProcess child = serve("wrong client secret", environment)) {
            page.say("Better glass");
            child.awaitLine(Pattern.compile("does not renew the token of workspace \\S+ .(bad_client_secret)"));
            metrics(child, "wrong client secret");
            end("wrong client secret", child);
        }
        environment = new HashMap<>(right);
        environment.put("SLACK_APP_TOKEN", WRONG_APP_TOKEN);
        try (StewardProcess child = serve("wrong app token", environment)) {
            child.awaitLine(Pattern.compile("can't deliver by Socket Mode .(invalid_auth)"));
            end("wrong app token", child);
        }
        doctor("wrong app token", onThisMachine(environment));
    }

    private void withoutItsDatabase(PageClient page, Map<String, String> right, TestStore store) throws Exception {
        Map<String, String> environment = new HashMap<>(right);
        environment.computeIfPresent(
                "DATABASE_URL", (name, url) -> url.replace(PostgresServer.PASSWORD, WRONG_PASSWORD));
        doctor("wrong password", onThisMachine(environment));
        refusedStart("wrong password", environment);
        try (StewardProcess child = serve("database gone", right)) {
            child.awaitLine(Pattern.compile("(delivers by Socket Mode)"));
            shut(store);
            page.say("1.2M");
            child.awaitLine(Pattern.compile("can't use its (store)"));
            await("it is noticed").until(() -> get(child, "database gone", "readyz") != 200);
            metrics(child, "database gone");
            doctor("database gone", onThisMachine(right));
            refusedStart("database gone", right);
            end("database gone", child);
        }
        open(store);
    }

    private void withAnotherKey(Map<String, String> environment) throws Exception {
        byte[] another = new byte[KEY_BYTES];
        for (int i = 0; i < another.length; i++) {
            another[i] = (byte) (200 - 3 * i);
        }
        secrets.with("another key", another);
        Files.write(data.resolve("key"), another);
        refusedStart("another key", environment);
    }

    // ── What is done to it ───────────────────────────────────────────────────────────────────────────────

    /** Nobody gets in any more, and who is in is thrown out. */
    private static void shut(TestStore store) {
        store.jdbi().useHandle(handle -> {
            handle.execute("alter database " + name(store) + " connection limit 0");
            handle.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");
        });
    }

    private static void open(TestStore store) {
        // Its owner may say so of it from another database.
        Jdbi.create(PostgresServer.freshDatabase())
                .useHandle(handle -> handle.execute("alter database " + name(store) + " connection limit -1"));
    }

    private static String name(TestStore store) {
        return store.databaseUrl().orElseThrow().replaceFirst(".*/(\\w+)\\?.*", "$1");
    }

    private static Map<String, String> onThisMachine(Map<String, String> environment) {
        Map<String, String> here = new HashMap<>(environment);
        here.put("PUBLIC_URL", "http://127.0.0.1:1");
        return here;
    }

    // ── What comes out of it ─────────────────────────────────────────────────────────────────────────────

    private StewardProcess serve(String when, Map<String, String> environment) throws IOException {
        StewardProcess child = StewardProcess.start(environment, "serve");
        told.put("start: " + when, child.awaitLine(LISTENS));
        return child;
    }

    private static URI address(StewardProcess child) {
        return URI.create("http://127.0.0.1:" + child.awaitLine(LISTENS) + "/");
    }

    private void end(String when, StewardProcess child) throws InterruptedException {
        child.terminate();
        child.awaitExit(Await.MAX);
        told.put("log: " + when, child.toString());
    }

    private void refusedStart(String why, Map<String, String> environment) throws Exception {
        try (StewardProcess child = StewardProcess.start(environment, "serve")) {
            assertThat(child.awaitExit(Await.MAX)).as(why).isEqualTo(1);
            told.put("refused start: " + why, child.toString());
        }
    }

    private void doctor(String when, Map<String, String> environment) throws Exception {
        try (StewardProcess child = StewardProcess.start(environment, "doctor")) {
            child.awaitExit(Await.MAX);
            assertThat(child.out()).contains("settings").contains("database");
            told.put("doctor: " + when, child.toString());
        }
    }

    private void backup(String when, Map<String, String> environment) throws Exception {
        Path file = elsewhere.resolve(when + ".backup");
        try (StewardProcess child = StewardProcess.start(environment, "backup", file.toString())) {
            assertThat(child.awaitExit(Await.MAX)).as(child.toString()).isZero();
            told.put("backup says: " + when, child.toString());
        }
        told.put("backup: " + when, Files.readString(file, StandardCharsets.ISO_8859_1));
    }

    private void storeOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("steward.db"))
                    .toList()) {
                told.put("store: " + file.getFileName(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(told.get("store: steward.db")).startsWith("SQLite format");
    }

    private void tablesOf(TestStore store) {
        store.jdbi()
                .useHandle(handle -> handle.createQuery(
                                "select table_name from information_schema.tables where table_schema = 'public'"
                                        + " and table_type = 'BASE TABLE'")
                        .mapTo(String.class)
                        .list()
                        .forEach(name -> told.put(
                                "store: " + name,
                                handle.createQuery("select cast(whole as text) from " + name + " whole")
                                        .mapTo(String.class)
                                        .list()
                                        .toString())));
        assertThat(told.get("store: entry")).contains("Toledo, Ohio");
    }

    private void metrics(StewardProcess child, String when) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + child.awaitLine(METRICS) + "/metrics");
        HttpResponse<String> page = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        assertThat(page.body()).contains("steward_");
        keep("metrics, " + when, page);
    }

    private int get(StewardProcess child, String when, String path) throws Exception {
        return keep(
                when,
                http.send(HttpRequest.newBuilder(address(child).resolve(path)).build(), BodyHandlers.ofString()));
    }

    private void post(StewardProcess child, String when, String path, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address(child).resolve(path)).POST(BodyPublishers.ofString("{}"));
        headers.forEach(request::header);
        assertThat(keep(when, http.send(request.build(), BodyHandlers.ofString())))
                .isEqualTo(401);
    }

    private int keep(String when, HttpResponse<String> answer) {
        told.put("answer: " + when, answer.statusCode() + " " + answer.headers().map() + " " + answer.body());
        return answer.statusCode();
    }

    private void keep(String when, PageClient page) {
        told.put(
                "chat: " + when,
                page.posts().stream().map(PostedMessage::json).toList().toString());
    }

    private void assertNoSecretIsTold() {
        List<String> leaks = new ArrayList<>();
        told.forEach((where, text) -> secrets.toldBy(text).forEach(secret -> leaks.add(secret + " in " + where)));
        assertThat(leaks).isEmpty();
    }
}
