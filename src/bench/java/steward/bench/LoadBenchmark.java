package steward.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.cli.InProcess;
import steward.endtoend.fixtures.DeliverySender;
import steward.endtoend.fixtures.PostedMessage;
import steward.endtoend.fixtures.SignedDelivery;
import steward.endtoend.fixtures.StewardProcess;
import steward.endtoend.fixtures.StubSlack;

/**
 * How much memory the program takes, as the machine sees it and on its heap, at rest, under all that somebody could throw at it, and
 * afterwards.
 *
 * <p>Not a test: it asserts nothing. {@code src/bench/README.md} tells how to run it.
 */
public final class LoadBenchmark {

    private static final Pattern LISTENS = Pattern.compile("listens on port ([0-9]+)");
    private static final Pattern METRICS = Pattern.compile("told on port ([0-9]+)");
    private static final Pattern HEAP_USED = Pattern.compile("(?m)^jvm_memory_used_bytes\\{area=\"heap\".*} (\\S+)$");
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+([0-9]+) kB$");

    private static final int AT_ONCE = 8;
    private static final int BIG_DELIVERIES = 100;
    private static final int FIELDS = 100_000;
    /** Nearly as much as is let in. */
    private static final int VIEW_CHARACTERS = 1_000_000;

    private static final int TAPS_EACH = 25;
    private static final int TAPPED = 200;
    private static final int TOO_MANY_TAPS = 5_000;
    private static final int LONG_TEXT_CHARACTERS = 40_000;
    private static final int CONNECTIONS = 4_000;

    private final InstantSource clock = InstantSource.system();
    private final HttpClient http = HttpClient.newHttpClient();
    private final StewardProcess child;
    private final URI steward;
    private final URI metrics;

    private LoadBenchmark(StewardProcess child) {
        this.child = child;
        this.steward = URI.create("http://127.0.0.1:" + child.awaitLine(LISTENS) + "/");
        this.metrics = URI.create("http://127.0.0.1:" + child.awaitLine(METRICS) + "/metrics");
    }

    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("load-benchmark");
        try (StubSlack slack = new StubSlack(InstantSource.system());
                StewardProcess child = StewardProcess.start(
                        Map.of(
                                "PORT",
                                "0",
                                "METRICS_PORT",
                                "0",
                                "SLACK_SIGNING_SECRET",
                                InProcess.SIGNING_SECRET,
                                "SLACK_BOT_TOKEN",
                                InProcess.BOT_TOKEN,
                                "SLACK_API_URL",
                                slack.api().toString(),
                                "DATA_DIR",
                                data.toString()),
                        "serve")) {
            new LoadBenchmark(child).run(slack);
        } finally {
            try (Stream<Path> files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    private void run(StubSlack slack) throws Exception {
        tell("at rest", "");
        deliver("commands", 2_000, i -> SignedDelivery.command("c" + i, "/plan", "help"));
        deliver("forms of 100,000 fields", BIG_DELIVERIES, i -> SignedDelivery.form("a=1&".repeat(FIELDS) + "z=" + i));
        deliver("views of 1 MB", BIG_DELIVERIES, LoadBenchmark::view);
        deliver(
                "deep nesting",
                BIG_DELIVERIES,
                i -> new SignedDelivery(
                        SignedDelivery.JSON, "[".repeat(VIEW_CHARACTERS / 2) + "]".repeat(VIEW_CHARACTERS / 2)));
        PostedMessage post = first(slack);
        deliver("25 taps in each", TAPPED, i -> taps(post, TAPS_EACH, i));
        deliver("5,000 taps in each", TAPPED, i -> taps(post, TOO_MANY_TAPS, i));
        deliver(
                "texts of 40,000 characters",
                TAPPED,
                i -> SignedDelivery.message("Long" + i, slack.nextTs(), "a ".repeat(LONG_TEXT_CHARACTERS / 2)));
        connect("silent connections", "");
        connect("headers without end", "POST /slack/events HTTP/1.1\r\nHost: steward\r\nX-Long: " + "x".repeat(4_000));
        connect(
                "bodies without end",
                "POST /slack/events HTTP/1.1\r\nHost: steward\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 1000000\r\n\r\n{\"type\":\"" + "x".repeat(16_000));
        deliver("commands afterwards", 2_000, i -> SignedDelivery.command("d" + i, "/plan", "help"));
    }

    // ── What is thrown at it ─────────────────────────────────────────────────────────────────────────────

    private static SignedDelivery view(int number) {
        JsonObject value = new JsonObject();
        value.addProperty("type", "plain_text_input");
        value.addProperty("value", "x".repeat(VIEW_CHARACTERS));
        JsonObject action = new JsonObject();
        action.add("value", value);
        JsonObject values = new JsonObject();
        values.add("p|headquarters|0|1", action);
        JsonObject state = new JsonObject();
        state.add("values", values);
        JsonObject view = new JsonObject();
        view.addProperty("id", "V" + number);
        view.addProperty("type", "modal");
        view.addProperty("callback_id", "plan form Acme 1");
        view.add("state", state);
        JsonObject payload = SignedDelivery.interaction("view_submission");
        payload.add("view", view);
        return SignedDelivery.interaction(payload);
    }

    /** A message of Steward's, which can be tapped. */
    private PostedMessage first(StubSlack slack) throws IOException, InterruptedException {
        new DeliverySender(steward, clock.instant()).send(SignedDelivery.command("first", "/plan", "Acme"));
        return slack.awaitPost(1);
    }

    private static SignedDelivery taps(PostedMessage post, int taps, int number) {
        JsonArray actions = new JsonArray();
        for (int i = 0; i < taps; i++) {
            JsonObject action = new JsonObject();
            action.addProperty("block_id", "||0|1");
            action.addProperty("action_id", "0");
            action.addProperty("action_ts", number + "." + i);
            action.addProperty("value", "status");
            actions.add(action);
        }
        return SignedDelivery.taps(post, actions);
    }

    /** A few at once, until all are answered. */
    private void deliver(String what, int deliveries, IntFunction<SignedDelivery> delivery)
            throws IOException, InterruptedException {
        SortedMap<Integer, Integer> statuses = new TreeMap<>();
        long began = System.nanoTime();
        for (int begin = 0; begin < deliveries; begin += AT_ONCE) {
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            DeliverySender courier = new DeliverySender(steward, clock.instant());
            for (int i = begin; i < Math.min(begin + AT_ONCE, deliveries); i++) {
                answers.add(courier.sendAsync(delivery.apply(i)));
            }
            answers.forEach(answer -> statuses.merge(answer.join().statusCode(), 1, Integer::sum));
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        tell(what, String.format(Locale.ROOT, "%,d in %.1f s, answered %s", deliveries, seconds, statuses));
    }

    private void connect(String what, String begun) throws IOException, InterruptedException {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), steward.getPort());
                sockets.add(socket);
                socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
            }
            long began = System.nanoTime();
            int status = new DeliverySender(steward, clock.instant())
                    .status(SignedDelivery.command("beside " + what, "/plan", "help"));
            double millis = (System.nanoTime() - began) / 1e6;
            tell(
                    what,
                    String.format(
                            Locale.ROOT, "%,d; a command beside them: %d after %.0f ms", CONNECTIONS, status, millis));
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    // ── What it takes ────────────────────────────────────────────────────────────────────────────────────

    /** What is in use as it is, and what of it is needed. */
    private void tell(String when, String done) throws IOException, InterruptedException {
        double used = heapMib();
        double resident = residentMib();
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(child.pid()),
                        "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        System.out.printf(
                Locale.ROOT,
                "%-28s heap %6.1f MiB, %5.1f MiB of it needed; resident %6.1f MiB  %s%n",
                when,
                used,
                heapMib(),
                resident,
                done);
    }

    private double heapMib() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(metrics).build();
        return HEAP_USED
                        .matcher(http.send(request, BodyHandlers.ofString()).body())
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .mapToDouble(Double::parseDouble)
                        .sum()
                / (1 << 20);
    }

    private double residentMib() throws IOException {
        return RESIDENT.matcher(Files.readString(Path.of("/proc", String.valueOf(child.pid()), "status")))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .mapToDouble(Double::parseDouble)
                        .sum()
                / (1 << 10);
    }
}
