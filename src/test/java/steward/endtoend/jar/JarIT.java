package steward.endtoend.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.cli.InProcess;
import steward.endtoend.fixtures.Await;
import steward.endtoend.fixtures.DeliverySender;
import steward.endtoend.fixtures.PageClient;
import steward.endtoend.fixtures.PostedMessage;
import steward.endtoend.fixtures.SignedDelivery;
import steward.endtoend.fixtures.StewardProcess;
import steward.endtoend.fixtures.StubSlack;

/** The command line, by the jar that was built. */
class JarIT {

    /** How long it may take to stop, whatever it does. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** 128 and the signal's number, as Java has it after {@code kill}. */
    private static final int TERMINATED = 143;

    private static final Pattern LISTENS = Pattern.compile("listens on port ([0-9]+)");
    private static final Pattern METRICS = Pattern.compile("told on port ([0-9]+)");
    private static final Pattern PAGE = Pattern.compile("open at (http://\\S+)");

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    // ── Usage ──

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "sandbox --help",
                "serve --help",
                "backup --help",
                "restore --help",
                "help",
                "help serve"
            })
    void helpIsShownAndThatIsAll(String arguments) throws Exception {
        try (StewardProcess child = StewardProcess.start(Map.of(), arguments.split(" ", -1))) {
            assertThat(child.awaitExit(Await.MAX)).isEqualTo(0);
            assertThat(child.out()).contains("Usage: steward");
            assertThat(child.err()).isEmpty();
        }
    }

    @Test
    void theVersionIsTheOneThatWasBuilt() throws Exception {
        try (StewardProcess child = StewardProcess.start(Map.of(), "--version")) {
            assertThat(child.awaitExit(Await.MAX)).isEqualTo(0);
            assertThat(child.out()).matches("steward [0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sell",
                "help sell",
                "sandbox --speed",
                "sandbox --port http",
                "sandbox --port 65536",
                "sandbox --port -1",
                "serve here",
                "backup",
                "restore one two"
            })
    void wrongUsageIsNamedInOneSentence(String arguments) throws Exception {
        String[] words = arguments.split(" ", -1);
        try (StewardProcess child = StewardProcess.start(Map.of(), words)) {
            assertThat(child.awaitExit(Await.MAX)).isEqualTo(2);
            assertThat(child.err())
                    .contains(words[words.length - 1])
                    .matches(".+; see 'steward( [a-z]+)? --help'\\.")
                    .doesNotContain("Exception");
            assertThat(child.out()).isEmpty();
        }
    }

    @Test
    void noCommandIsWrongUsage() throws Exception {
        try (StewardProcess child = StewardProcess.start(Map.of())) {
            assertThat(child.awaitExit(Await.MAX)).isEqualTo(2);
            assertThat(child.err())
                    .contains("Usage: steward")
                    .contains("sandbox")
                    .contains("serve");
        }
    }

    // ── Problems ──

    @Test
    void aMissingSettingIsNamed() throws Exception {
        assertProblem("SLACK_SIGNING_SECRET is not set", Map.of(), "serve");
    }

    @Test
    void aPortInUseIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = String.valueOf(taken.getLocalPort());
            assertProblem("Port " + port, serving(Map.of("PORT", port)), "serve");
        }
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertProblem("Port " + port, Map.of(), "sandbox", "--port", port, "--data", folder.toString());
        }
    }

    @Test
    void aFileInPlaceOfTheDataFolderIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        assertProblem(file.toString(), serving(Map.of("DATA_DIR", file.toString())), "serve");
        assertProblem(file.toString(), Map.of(), "sandbox", "--port", "0", "--data", file.toString());
    }

    @Test
    void aDataFolderThatMayOnlyBeReadIsNamed() throws Exception {
        Path readOnly = Files.createDirectory(folder.resolve("read-only"));
        assertThat(readOnly.toFile().setWritable(false)).isTrue();
        assumeThat(Files.isWritable(readOnly))
                .as("this user may write everywhere")
                .isFalse();
        assertProblem(readOnly.toString(), serving(Map.of("DATA_DIR", readOnly.toString())), "serve");
        assertProblem(readOnly.toString(), Map.of(), "sandbox", "--port", "0", "--data", readOnly.toString());
    }

    @Test
    void aStoreThatIsDamagedIsNamed() throws Exception {
        Path store =
                Files.writeString(folder.resolve("steward.db"), "This is no database, and never was one.".repeat(9));
        assertProblem(store.toString(), serving(Map.of()), "serve");
    }

    @Test
    void aFolderThatAnotherStewardUsesIsNamed() throws Exception {
        String data = folder.toString();
        try (StewardProcess child = StewardProcess.start(Map.of(), "sandbox", "--port", "0", "--data", data)) {
            child.awaitLine(PAGE);
            assertProblem("another Steward uses it", Map.of(), "sandbox", "--port", "0", "--data", data);
            assertProblem("another program needs it", serving(Map.of()), "serve");
        }
    }

    @Test
    void aDatabaseThatCannotBeIsNamedWithoutItsPassword() throws Exception {
        String nowhere = "jdbc:postgresql://127.0.0.1:1/steward?user=steward&password=s3cret";
        assertProblem("postgresql://127.0.0.1:1/steward", serving(Map.of("DATABASE_URL", nowhere)), "serve");
        assertProblem("DATABASE_URL", serving(Map.of("DATABASE_URL", "postgres://steward:s3cret@db/steward")), "serve");
    }

    @Test
    void aBackupThatIsNotThereIsNamed() throws Exception {
        String missing = folder.resolve("missing").toString();
        assertProblem(missing, Map.of("DATA_DIR", folder.toString()), "restore", missing);
        assertProblem("There is no store", Map.of("DATA_DIR", folder.toString()), "backup", missing);
    }

    /** One plain sentence on standard error, and nothing else. */
    private void assertProblem(String named, Map<String, String> environment, String... arguments) throws Exception {
        try (StewardProcess child = StewardProcess.start(environment, arguments)) {
            assertThat(child.awaitExit(Await.MAX)).isEqualTo(1);
            assertThat(child.err())
                    .contains(named)
                    .matches(".+[.?]")
                    .doesNotContain("Exception")
                    .doesNotContain("s3cret");
            assertThat(child.out()).isEmpty();
        }
    }

    // ── Running ──

    @Test
    void serveIsHealthyAndStopsWhenAsked() throws Exception {
        try (StubSlack slack = new StubSlack(InstantSource.system());
                StewardProcess child = StewardProcess.start(
                        serving(Map.of("SLACK_API_URL", slack.api().toString())), "serve")) {
            URI steward = URI.create("http://127.0.0.1:" + child.awaitLine(LISTENS) + "/");
            assertThat(get(steward.resolve("/healthz")).statusCode()).isEqualTo(200);
            assertThat(get(steward.resolve("/readyz")).statusCode()).isEqualTo(200);
            child.terminate();
            assertThat(child.awaitExit(GRACE)).isEqualTo(TERMINATED);
            assertSaysNoSecret(child);
        }
    }

    /** Java takes the charset from LANG, and Slack's library the proxy from the environment, where either may be anything. */
    @Test
    void neitherTheCharsetNorTheProxyOfTheMachineMatters() throws Exception {
        Instant now = Instant.now();
        try (StubSlack slack = new StubSlack(InstantSource.fixed(now));
                StewardProcess child = StewardProcess.start(
                        serving(Map.of(
                                "SLACK_API_URL",
                                slack.api().toString(),
                                "LANG",
                                "C",
                                "LC_ALL",
                                "C",
                                "HTTP_PROXY",
                                "http://127.0.0.1:1",
                                "HTTPS_PROXY",
                                "http://127.0.0.1:1")),
                        "serve")) {
            URI steward = URI.create("http://127.0.0.1:" + child.awaitLine(LISTENS) + "/");
            DeliverySender courier = new DeliverySender(steward, now);
            assertThat(courier.status(SignedDelivery.command("trigger", "/plan", "Zoë 😀 GmbH")))
                    .isEqualTo(200);
            slack.awaitQuestion("headquarters 0");
            assertThat(courier.status(SignedDelivery.message("Ev1", slack.nextTs(), "Łódź, 5 Rue d'Été")))
                    .isEqualTo(200);
            slack.awaitQuestion("mission 0");
            assertThat(courier.status(SignedDelivery.message("Ev2", slack.nextTs(), "edit 1")))
                    .isEqualTo(200);

            Await.await("the answer is shown as it was typed")
                    .until(
                            () -> slack.posts().stream()
                                    .map(PostedMessage::text)
                                    .toList()
                                    .toString(),
                            shown -> shown.contains("Łódź"));
        }
    }

    @Test
    void serveNeedsNoSlackToStartAndStop() throws Exception {
        Map<String, String> environment = serving(Map.of("SLACK_API_URL", "http://127.0.0.1:1/api/"));
        try (StewardProcess child = StewardProcess.start(environment, "serve")) {
            child.awaitLine(LISTENS);
            child.terminate();
            assertThat(child.awaitExit(GRACE)).isEqualTo(TERMINATED);
        }
    }

    @Test
    void serveStopsInTimeThoughSlackDoesNotAnswerAndSaysTheRestAtTheNextStart() throws Exception {
        Instant now = Instant.now();
        CountDownLatch over = new CountDownLatch(1);
        try (StubSlack slack = new StubSlack(InstantSource.fixed(now))) {
            Map<String, String> environment =
                    serving(Map.of("SLACK_API_URL", slack.api().toString()));
            CountDownLatch asked = new CountDownLatch(1);
            slack.atNextPost(StubSlack.Moment.BEFORE_IT_IS_KEPT, () -> {
                asked.countDown();
                awaitUninterruptibly(over);
            });
            try (StewardProcess child = StewardProcess.start(environment, "serve")) {
                DeliverySender courier =
                        new DeliverySender(URI.create("http://127.0.0.1:" + child.awaitLine(LISTENS) + "/"), now);
                assertThat(courier.status(SignedDelivery.command("trigger", "/plan", "Acme")))
                        .isEqualTo(200);
                assertThat(asked.await(Await.MAX.toSeconds(), TimeUnit.SECONDS)).isTrue();
                child.terminate();
                assertThat(child.awaitExit(GRACE)).isEqualTo(TERMINATED);
            }
            over.countDown();
            try (StewardProcess child = StewardProcess.start(environment, "serve")) {
                child.awaitLine(LISTENS);
                slack.awaitPost(1);
            }
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theSandboxTellsItsAddressAndStopsThoughItsPageIsOpen() throws Exception {
        try (StewardProcess child =
                StewardProcess.start(Map.of(), "sandbox", "--port", "0", "--data", folder.toString())) {
            URI address = URI.create(child.awaitLine(PAGE));
            assertThat(get(address).body()).contains("<title>Steward");
            try (PageClient page = PageClient.open(address)) {
                page.awaitLast(post -> post.text().contains("/plan"), "welcome");
                child.terminate();
                assertThat(child.awaitExit(GRACE)).isEqualTo(TERMINATED);
            }
            assertThat(child.err()).doesNotContain("Exception");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("steward.db", "messages.jsonl")
                    .as("closed in good order")
                    .doesNotContain("steward.db-wal");
        }
    }

    @Test
    void serveTellsMetricsAndLogsJsonIfAskedAndNamesNobodyInEither() throws Exception {
        Instant now = Instant.now();
        try (StubSlack slack = new StubSlack(InstantSource.fixed(now));
                StewardProcess child = StewardProcess.start(
                        serving(Map.of(
                                "SLACK_API_URL", slack.api().toString(), "METRICS_PORT", "0", "LOG_FORMAT", "json")),
                        "serve")) {
            URI steward = URI.create("http://127.0.0.1:" + child.awaitLine(LISTENS) + "/");
            URI metrics = URI.create("http://127.0.0.1:" + child.awaitLine(METRICS) + "/metrics");
            DeliverySender courier = new DeliverySender(steward, now);
            assertThat(courier.status(SignedDelivery.command("trigger", "/plan", "Acme Corporation")))
                    .isEqualTo(200);

            Await.await("the reply is counted, and kept as sent")
                    .until(
                            () -> get(metrics).body(),
                            body -> body.contains("steward_replies_seconds_count")
                                    && body.contains("steward_messages_unsent 0.0"));
            assertThat(get(metrics).body())
                    .contains("steward_acknowledgements_seconds_count{status=\"200\"} 1")
                    .contains("steward_slack_calls_seconds_count{method=\"chat.postMessage\",result=\"ok\"}")
                    .contains("steward_reps_due")
                    .contains("steward_messages_unsent_oldest_seconds 0.0", "steward_store_usable 1.0")
                    .contains("steward_build_info{")
                    .contains("jvm_memory_used_bytes")
                    .doesNotContain(StubSlack.TEAM)
                    .doesNotContain(StubSlack.USER)
                    .doesNotContain("Acme");
            assertThat(get(metrics.resolve("/")).statusCode()).isEqualTo(404);
            assertThat(child.err().lines())
                    .allSatisfy(line -> assertThat(JsonParser.parseString(line)
                                    .getAsJsonObject()
                                    .keySet())
                            .contains("timestamp", "level", "logger", "message"));
            assertThat(child.err()).doesNotContain("Acme");
            assertSaysNoSecret(child);
        }
    }

    private static void assertSaysNoSecret(StewardProcess child) {
        assertThat(child.toString()).doesNotContain(InProcess.SIGNING_SECRET).doesNotContain(InProcess.BOT_TOKEN);
    }

    /** What {@code serve} needs, but for these. */
    private Map<String, String> serving(Map<String, String> others) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "PORT",
                "0",
                "DATA_DIR",
                folder.toString(),
                "SLACK_SIGNING_SECRET",
                InProcess.SIGNING_SECRET,
                "SLACK_BOT_TOKEN",
                InProcess.BOT_TOKEN));
        environment.putAll(others);
        return environment;
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
