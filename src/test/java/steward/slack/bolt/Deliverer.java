package steward.slack.bolt;

import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import steward.conversation.session.Health;
import steward.runtime.ChatRuntime;
import steward.runtime.ChatThreads;
import steward.runtime.MemoryStore;
import steward.runtime.StorePorts;
import steward.runtime.sending.KeyedExecutor;
import steward.runtime.sending.RateLimiter;
import steward.runtime.turns.DeadlineExecutor;
import steward.slack.api.SlackCalls;
import steward.slack.api.SlackClient;
import steward.slack.api.SlackMetrics;
import steward.slack.api.Tokens;
import steward.slack.api.WorkspaceCalls;
import steward.slack.oauth.HomeWorkspaces;
import steward.slack.oauth.MemoryInstallations;
import steward.slack.surfaces.HistoryPace;
import steward.slack.surfaces.SlackChat;
import steward.slack.surfaces.SlackRenderer;

/** Delivers to Steward what Slack does, signed, without a network. */
public final class Deliverer {

    private static final String SECRET = "secret";

    private final EventsServlet servlet;
    private final InstantSource clock;

    public Deliverer(
            SlackClient client,
            ChatRuntime runtime,
            Tokens tokens,
            HomeWorkspaces homes,
            InstantSource clock,
            Supplier<String> ids) {
        this.clock = clock;
        this.servlet = new EventsServlet(
                new Signature(SECRET, clock),
                new StewardApp(client.slack(), runtime, new SlackRenderer(), tokens, homes, ids),
                new SlackMetrics(new SimpleMeterRegistry()),
                new DeadlineExecutor());
    }

    /** To a Steward that says nothing, over a store in memory. */
    static Deliverer toQuiet(MemoryStore store, Tokens tokens, InstantSource clock) {
        URI nowhere = URI.create("http://127.0.0.1:1/api/");
        SlackClient client = SlackClient.over(nowhere, 1);
        Executor never = task -> {};
        MemoryInstallations installations = new MemoryInstallations();
        WorkspaceCalls calls = new WorkspaceCalls(
                new SlackCalls(client, nowhere, new SlackMetrics(new SimpleMeterRegistry())), tokens);
        ChatRuntime runtime = new ChatRuntime(
                new SlackChat(calls, new HistoryPace(System::nanoTime), () -> "id", pause -> {}),
                new SlackRenderer(),
                new StorePorts(store, store, store, store, store, now -> false, installations, Health::well),
                MemoryStore.conversation(),
                clock,
                () -> "id",
                new SimpleMeterRegistry(),
                new ChatThreads(new KeyedExecutor(never, 1), never, (after, task) -> {}),
                new RateLimiter(System::nanoTime));
        return new Deliverer(
                client, runtime, tokens, new HomeWorkspaces(installations, calls, clock), clock, () -> "ref");
    }

    /** What Slack is answered. */
    public record Answer(int status, String contentType, String body, Runnable then) {}

    public Answer deliver(String contentType, String body) {
        return deliver(contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    public Answer deliver(String contentType, byte[] body) {
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        return deliver(
                Map.of(
                        "X-Slack-Request-Timestamp",
                        timestamp,
                        "X-Slack-Signature",
                        Signed.signature(SECRET, timestamp, body),
                        "Content-Type",
                        contentType),
                body);
    }

    public Answer deliver(Map<String, String> headers, byte[] body) {
        Map<String, List<String>> all = new HashMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        Response response = servlet.answer(new RequestHeaders(all), body);
        String answered = response.getBody() == null ? "" : response.getBody();
        return new Answer(
                response.getStatusCode(), response.getContentType(), answered, () -> Acknowledgement.follow(response));
    }
}
