package steward.endtoend.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.endtoend.fixtures.Await.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import steward.cli.InProcess;
import steward.cli.InProcess.Served;
import steward.endtoend.fixtures.DeliverySender;
import steward.endtoend.fixtures.SignedDelivery;
import steward.endtoend.fixtures.StubSlack;
import steward.endtoend.fixtures.TestStore;
import steward.store.PostgresServer;
import steward.store.database.DatabaseLocation;

/** Slack gives up after three seconds: so long as the store can't be used, each delivery is answered before that, and the log says why once. */
class StoreOutageTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    /** Slack gives up after three seconds; the others are for a machine that is busy with other tests. */
    private static final long ANSWERED_MILLIS_MAX = 4_500;

    @TempDir
    Path data;

    private final Logger logger = (Logger) LoggerFactory.getLogger("steward");
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private int deliveries;

    @BeforeEach
    void listen() {
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(logged);
    }

    /** What is delivered to a Steward, and how long it took to be answered. */
    private record Timed(HttpResponse<String> answer, long millis) {}

    private record Steward(Served served, DeliverySender courier) implements AutoCloseable {

        @Override
        public void close() {
            served.close();
        }
    }

    private Steward serve(StubSlack slack, DatabaseLocation store) {
        Served served = InProcess.serve(slack.api(), data, store, InstantSource.fixed(NOW));
        return new Steward(served, new DeliverySender(served.steward(), NOW));
    }

    @Test
    void aFileThatSomebodyElseHoldsLocked() throws Exception {
        TestStore store = TestStore.sqlite(data);
        try (StubSlack slack = new StubSlack(InstantSource.fixed(NOW));
                Steward steward = serve(slack, store.place())) {
            begin(steward);
            try (Handle other = store.jdbi().open()) {
                other.execute("begin immediate");
                assertTurnsUnready(steward.served().steward());
                assertRefusedInTime(steward);
                Timed look = deliver(steward, SignedDelivery.command("look", "/plan", "help"));
                assertThat(look.answer().body()).contains("/plan").doesNotContain("Sorry");
                other.execute("rollback");
            }
            assertGoesOn(steward);
            assertThat(lines(Level.ERROR))
                    .hasSizeLessThanOrEqualTo(2)
                    .anySatisfy(line -> assertThat(line).contains("another program is writing to it"));
        }
    }

    @Test
    void aDatabaseThatStandsStill() throws Exception {
        String url = PostgresServer.freshDatabase();
        URI server = URI.create(url.substring("jdbc:".length()));
        try (FaultyWire wire = new FaultyWire(server.getPort());
                StubSlack slack = new StubSlack(InstantSource.fixed(NOW));
                Steward steward = serve(slack, through(wire, url, server))) {
            begin(steward);
            wire.standStill();
            assertTurnsUnready(steward.served().steward());
            assertRefusedInTime(steward);
            wire.mend();
            assertGoesOn(steward);
            assertThat(lines(Level.ERROR))
                    .hasSizeLessThanOrEqualTo(3)
                    .allSatisfy(line -> assertThat(line).contains("can't use its store"));
        }
    }

    @Test
    void aDatabaseThatIsGone() throws Exception {
        String url = PostgresServer.freshDatabase();
        URI server = URI.create(url.substring("jdbc:".length()));
        try (FaultyWire wire = new FaultyWire(server.getPort());
                StubSlack slack = new StubSlack(InstantSource.fixed(NOW));
                Steward steward = serve(slack, through(wire, url, server))) {
            begin(steward);
            wire.cut();
            assertTurnsUnready(steward.served().steward());
            assertRefusedInTime(steward);
            wire.mend();
            assertGoesOn(steward);
            assertThat(lines(Level.ERROR))
                    .hasSizeLessThanOrEqualTo(3)
                    .anySatisfy(line -> assertThat(line).contains("nobody answers there"));
        }
    }

    private static DatabaseLocation through(FaultyWire wire, String url, URI server) {
        return PostgresServer.place(url.replace(":" + server.getPort() + "/", ":" + wire.port() + "/"));
    }

    private void begin(Steward steward) throws Exception {
        assertThat(message(steward).answer().statusCode()).isEqualTo(200);
        await("it is ready").until(() -> status(steward.served().steward()) == 200);
    }

    private void assertTurnsUnready(URI steward) throws Exception {
        await("it is not ready").until(() -> status(steward) == 503);
    }

    /** Twice each: a connection that failed before is no reason to fail later. */
    private void assertRefusedInTime(Steward steward) throws Exception {
        for (int times = 0; times < 2; times++) {
            Timed message = message(steward);
            assertThat(message.answer().statusCode()).isEqualTo(503);
            assertThat(message.millis()).isLessThan(ANSWERED_MILLIS_MAX);
            Timed command = deliver(steward, SignedDelivery.command("c" + deliveries, "/plan", "Acme"));
            assertThat(command.answer().statusCode()).isEqualTo(200);
            assertThat(command.answer().body()).contains("Sorry", "may not be saved", "reference");
            assertThat(command.millis()).isLessThan(ANSWERED_MILLIS_MAX);
        }
    }

    private void assertGoesOn(Steward steward) {
        await("it is ready again").until(() -> status(steward.served().steward()) == 200);
        await("it takes a message").until(() -> message(steward).answer().statusCode() == 200);
        assertThat(lines(Level.INFO))
                .filteredOn(line -> line.contains("can use its store"))
                .hasSize(1);
    }

    private Timed message(Steward steward) throws IOException, InterruptedException {
        deliveries++;
        return deliver(
                steward,
                SignedDelivery.message(
                        "E" + deliveries, (NOW.getEpochSecond() + deliveries) + ".000100", "hello " + deliveries));
    }

    private static Timed deliver(Steward steward, SignedDelivery delivery) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<String> answer = steward.courier().send(delivery);
        return new Timed(answer, millisSince(start));
    }

    private static long millisSince(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private int status(URI steward) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(steward.resolve("readyz"))
                .timeout(Duration.ofSeconds(1))
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }

    private List<String> lines(Level level) {
        return List.copyOf(logged.list).stream()
                .filter(event -> event.getLevel() == level)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
