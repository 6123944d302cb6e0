package steward.slack.bolt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.conversation.session.Health;
import steward.rep.Rep;
import steward.rep.RepId;
import steward.runtime.MemoryStore;
import steward.runtime.StorePorts;
import steward.slack.StubSlack;
import steward.slack.oauth.MemoryInstallations;

class SlackAppTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MESSAGE = EventsServletTest.MESSAGE;

    private final StubSlack slack = new StubSlack();
    private final MemoryStore store = new MemoryStore();
    private final MemoryInstallations installations = new MemoryInstallations();
    private final AtomicInteger ids = new AtomicInteger();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private volatile boolean ready = true;
    private final HttpClient client = HttpClient.newHttpClient();
    private final SlackApp app = start(0);

    private SlackApp start(int port) {
        return start(new SlackSettings(port, "secret", "xoxb-1", slack.api()));
    }

    private SlackApp start(SlackSettings settings) {
        return start(settings, () -> ready);
    }

    private SlackApp start(SlackSettings settings, BooleanSupplier readiness) {
        return SlackApp.start(
                settings,
                Optional.of(new SecretKeySpec(new byte[32], "HmacSHA256")),
                new StorePorts(
                        store,
                        store,
                        store,
                        store,
                        store,
                        now -> false,
                        installations,
                        () -> new Health(readiness.getAsBoolean(), List.of("store: as told"))),
                MemoryStore.conversation(),
                InstantSource.fixed(NOW),
                () -> "ref" + ids.incrementAndGet(),
                registry);
    }

    @AfterEach
    void close() {
        app.close();
        slack.close();
    }

    /** Where a body is decoded or its lines joined before its signature is checked, these are taken for forged. */
    @Test
    void theBytesAreTakenAsTheyCome() {
        assertThat(post(JSON, "\r\n {\"type\" : \"event_callback\",\r\n\"text\":\"Zoë 😀\"}\r\n")
                        .statusCode())
                .isEqualTo(200);
        assertThat(post(JSON, "{}").statusCode()).isEqualTo(400);
        assertThat(send(request(JSON, new byte[0]).build()).statusCode()).isEqualTo(401);
    }

    @Test
    void moreThanAMebibyteIsRefused() {
        byte[] body = new byte[HttpServer.BODY_BYTES_MAX + 1];

        assertThat(post(JSON, body).statusCode()).isEqualTo(413);
        HttpRequest chunked = HttpRequest.newBuilder(events())
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        assertThat(send(chunked).statusCode()).isEqualTo(413);
        assertThat(post(JSON, new byte[5 * HttpServer.BODY_BYTES_MAX]).statusCode())
                .isEqualTo(413);
        assertThat(post(JSON, new byte[HttpServer.BODY_BYTES_MAX]).statusCode()).isEqualTo(400);
    }

    @Test
    void aMessageIsTakenOnceAndItsChannelAndAuthorAreLearnt() {
        slack.always(
                "users.info",
                "{\"ok\":true,\"user\":{\"tz\":\"America/Chicago\",\"profile\":{\"real_name\":\"Priya Rao\"}}}");

        assertThat(post(JSON, MESSAGE).statusCode()).isEqualTo(200);
        assertThat(post(JSON, MESSAGE).statusCode()).isEqualTo(200);

        RepId priya = new RepId("T1", "U1");
        assertThat(store.taken).containsExactly("U1 message D1 1772463600.000100");
        await().until(() -> store.known(priya).isPresent() && store.room(priya).isPresent());
        assertThat(store.room(priya)).contains("D1");
        assertThat(store.known(priya).map(known -> known.rep()))
                .contains(new Rep(priya, "Priya Rao", ZoneId.of("America/Chicago")));
        assertThat(slack.calls).extracting(StubSlack.Call::method).doesNotContain("auth.test");
    }

    @Test
    void anEventThatCannotBeWrittenDownIsAskedForAgain() {
        store.locked = true;

        HttpResponse<String> response = post(JSON, MESSAGE);
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).contains("ref1").doesNotContain("Acme");
        assertThat(slack.calls).isEmpty();

        byte[] body = MESSAGE.getBytes(StandardCharsets.UTF_8);
        send(signed(JSON, body).header("X-Slack-Retry-Num", "3").build());
        await().until(() -> slack.posted.size() == 1);
        assertThat(slack.texts().get(0)).contains("ref2");
    }

    @Test
    void aTapOrCommandThatCannotBeWrittenDownIsApologisedFor() {
        store.locked = true;

        assertThat(post(FORM, "team_id=T1&user_id=U1&trigger_id=t0&command=%2Fplan")
                        .body())
                .as("what is only looked at needs no writing")
                .contains("You have no plans yet");
        HttpResponse<String> response = post(FORM, "team_id=T1&user_id=U1&trigger_id=t1&command=%2Fplan&text=Acme");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("Sorry", "may not be saved", "ref1");

        assertThat(interaction(
                                "{\"type\":\"block_actions\",\"team\":{\"id\":\"T1\"},\"user\":{\"id\":\"U1\"},\"actions\":["
                                        + "{\"block_id\":\"p|q|0|1\",\"action_id\":\"0\",\"value\":\"a\",\"action_ts\":\"1.0\"}]}")
                        .statusCode())
                .isEqualTo(200);
        await().until(() -> slack.posted.size() == 1);
        assertThat(slack.texts().get(0)).contains("ref2");
    }

    @Test
    void healthAndReadiness() {
        assertThat(get("/healthz").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").statusCode()).isEqualTo(200);
        ready = false;
        assertThat(get("/healthz").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").statusCode()).isEqualTo(503);
        assertThat(get("/readyz").body()).isEqualTo("not ready\nstore: as told");
        assertThat(get("/slack/events").statusCode()).isEqualTo(405);
        HttpResponse<String> nothing = get("/nothing");
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(nothing.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void badHttpIsAnsweredWithoutAWordOfTheServer() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), app.port())) {
            OutputStream out = socket.getOutputStream();
            out.write("GET /%zz HTTP/9\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).contains(" 505 ").doesNotContain("Jetty", "jetty", "Exception", "\tat ");
        }
    }

    @Test
    void aConnectionKeptOpenDoesNotHoldUpTheEnd() throws IOException {
        SlackApp other = start(0);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), other.port())) {
            socket.getOutputStream()
                    .write("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo('H');

            long start = System.nanoTime();
            other.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
        }
    }

    @Test
    void whatIsBeingAnsweredAtTheEndIsAnswered() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        SlackApp other = start(new SlackSettings(0, "secret", "xoxb-1", slack.api()), () -> {
            asked.countDown();
            return isOpened(closing);
        });
        URI readiness = URI.create("http://127.0.0.1:" + other.port() + "/readyz");
        var answer = client.sendAsync(HttpRequest.newBuilder(readiness).build(), HttpResponse.BodyHandlers.ofString());
        asked.await();
        Thread end = new Thread(other::close);
        end.start();
        end.join(400);
        assertThat(end.isAlive()).isTrue();
        closing.countDown();

        assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        end.join();
    }

    private static boolean isOpened(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Test
    void aTakenPortIsSaidPlainly() {
        assertThatThrownBy(() -> start(app.port()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("Port " + app.port()
                        + " of 127.0.0.1 cannot be used; is another program listening there, or is HOST no"
                        + " address of this machine?");
    }

    /** All of 127.0.0.0/8 is this machine, so a server on all addresses would be found at any of it. */
    @Test
    void itIsFoundOnlyAtTheAddressThatItListensOn() throws IOException {
        InetAddress other = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
        new Socket(InetAddress.getLoopbackAddress(), app.port()).close();
        assertThatThrownBy(() -> new Socket(other, app.port()).close()).isInstanceOf(IOException.class);

        try (SlackApp everywhere = start(listeningOn("0.0.0.0"))) {
            new Socket(other, everywhere.port()).close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "nowhere.invalid"})
    void anAddressThatIsNotThisMachinesIsSaidPlainly(String host) {
        assertThatThrownBy(() -> start(listeningOn(host)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(host)
                .hasMessageContaining("HOST");
    }

    private SlackSettings listeningOn(String host) {
        return new SlackSettings(
                host,
                0,
                slack.api(),
                Optional.empty(),
                Optional.of("secret"),
                Optional.empty(),
                Optional.of("xoxb-1"),
                Optional.empty());
    }

    @Test
    void settingsKeepTheirSecrets() {
        assertThat(new SlackSettings(1, "shh", "xoxb-shh", slack.api()).toString())
                .doesNotContain("shh");
    }

    private HttpResponse<String> interaction(String payload) {
        return post(FORM, "payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(String contentType, String body) {
        return post(contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(String contentType, byte[] body) {
        return send(signed(contentType, body).build());
    }

    private HttpRequest.Builder signed(String contentType, byte[] body) {
        String now = String.valueOf(NOW.getEpochSecond());
        return request(contentType, body)
                .header("X-Slack-Request-Timestamp", now)
                .header("X-Slack-Signature", Signed.signature("secret", now, body));
    }

    private HttpRequest.Builder request(String contentType, byte[] body) {
        return HttpRequest.newBuilder(events())
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private URI events() {
        return URI.create("http://127.0.0.1:" + app.port() + "/slack/events");
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(events().resolve(path)).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
