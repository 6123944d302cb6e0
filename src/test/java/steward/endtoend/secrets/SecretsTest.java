package steward.endtoend.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.endtoend.fixtures.Await.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import steward.cli.InProcess;
import steward.cli.InProcess.Served;
import steward.endtoend.fixtures.DeliverySender;
import steward.endtoend.fixtures.SignedDelivery;

/**
 * Whatever goes wrong, no log and no answer holds a secret, nor what a rep wrote; and no secret is in the store.
 *
 * <p>Slack answers as badly as it can, in turn, and the store breaks in the middle.
 */
class SecretsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final String IN_RESPONSE_URL = "secret-of-the-address";
    private static final String TRIGGER = "secret-of-the-trigger";
    private static final String WORDS = "Xylograph";

    /** What Slack answers, one after the other. */
    private static final List<String> ANSWERS = List.of(
            "{\"ok\":true,\"channel\":\"D1\",\"ts\":\"1772463600.000100\"}",
            "{\"ok\":false,\"error\":\"invalid_auth\"}",
            "{\"ok\":false,\"error\":\"invalid_blocks\"}",
            "{\"ok\":false,\"error\":\"internal_error\"}",
            "<html>",
            "");

    private final AtomicInteger answered = new AtomicInteger();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @TempDir
    Path data;

    private HttpServer slack;

    @BeforeEach
    void open() throws IOException {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(root.getLoggerContext());
        encoder.setPattern("%level %logger %msg %kvp%n%ex{full}");
        encoder.start();
        appender.setContext(root.getLoggerContext());
        appender.setEncoder(encoder);
        appender.setOutputStream(log);
        appender.start();
        root.addAppender(appender);
        slack = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        slack.createContext("/", this::answer);
        slack.start();
    }

    @AfterEach
    void close() {
        slack.stop(0);
        root.detachAppender(appender);
        appender.stop();
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            call.getRequestBody().readAllBytes();
            byte[] bytes =
                    ANSWERS.get(answered.getAndIncrement() % ANSWERS.size()).getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            call.getResponseBody().write(bytes);
        }
    }

    @Test
    void nothingTellsThem() throws Exception {
        URI base = URI.create("http://127.0.0.1:" + slack.getAddress().getPort() + "/");
        StringBuilder answers = new StringBuilder();
        try (Served served = InProcess.serve(base.resolve("api/"), data, InstantSource.fixed(NOW))) {
            DeliverySender courier = new DeliverySender(served.steward(), NOW);
            useIt(courier, base, answers);
            await("Slack was called").until(() -> answered.get() >= ANSWERS.size());
            // Whatever is read or written from now on fails, and the failure names what it was about.
            Jdbi.create("jdbc:sqlite:" + data.resolve("steward.db") + "?busy_timeout=10000")
                    .useHandle(handle -> handle.execute("alter table delivery rename column key to lost"));
            useIt(courier, base, answers);
        }

        assertThat(answers.toString()).contains("reference");
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("A turn failed", "\tat ");
        for (String told : List.of(log.toString(StandardCharsets.UTF_8), answers.toString())) {
            assertThat(told)
                    .doesNotContain(
                            InProcess.SIGNING_SECRET, InProcess.BOT_TOKEN, IN_RESPONSE_URL, TRIGGER + "1", WORDS);
        }
        assertThat(stored()).doesNotContain(InProcess.SIGNING_SECRET, InProcess.BOT_TOKEN, IN_RESPONSE_URL);
    }

    /** Every kind of delivery; what is answered is kept, but for what is meant for the rep alone. */
    private static void useIt(DeliverySender courier, URI base, StringBuilder answers) throws Exception {
        JsonArray actions = new JsonArray();
        JsonObject action = new JsonObject();
        action.addProperty("block_id", "||0|1");
        action.addProperty("action_id", "0");
        action.addProperty("action_ts", String.valueOf(System.nanoTime()));
        action.addProperty("value", "/plan show " + WORDS);
        actions.add(action);
        JsonObject tap = SignedDelivery.interaction("block_actions");
        tap.addProperty("trigger_id", TRIGGER);
        tap.addProperty(
                "response_url", base.resolve("actions/" + IN_RESPONSE_URL).toString());
        tap.add("actions", actions);
        String turn = "1" + System.nanoTime();
        for (SignedDelivery delivery : List.of(
                SignedDelivery.message("Ev" + turn, "1772463601.00%04d".formatted(answers.length() % 9000), WORDS),
                SignedDelivery.interaction(tap),
                SignedDelivery.command(TRIGGER + turn, "/plan", "Acme"),
                new SignedDelivery(SignedDelivery.JSON, "{\"" + WORDS + "\":"))) {
            HttpResponse<String> response = courier.send(delivery);
            answers.append(response.statusCode())
                    .append(response.headers().map())
                    .append(response.body());
        }
        courier.send(SignedDelivery.command(TRIGGER + turn + "new", "/plan", "new " + WORDS));
        courier.send(SignedDelivery.command(TRIGGER + turn + "form", "/plan", "new"));
        answers.append(
                courier.status(SignedDelivery.command(TRIGGER, "/plan", WORDS).unsignedTo(courier.steward())));
    }

    private String stored() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> file.getFileName().toString().startsWith("steward.db"))
                    .map(SecretsTest::read)
                    .reduce("", String::concat);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
