package steward.slack;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import okhttp3.Interceptor;
import steward.conversation.Conversation;
import steward.runtime.ChatRuntime;
import steward.runtime.ChatThreads;
import steward.runtime.StorePorts;
import steward.runtime.VirtualTime;
import steward.runtime.sending.KeyedExecutor;
import steward.runtime.sending.RateLimiter;
import steward.slack.api.SlackCalls;
import steward.slack.api.SlackClient;
import steward.slack.api.SlackMetrics;
import steward.slack.api.Tokens;
import steward.slack.api.WorkspaceCalls;
import steward.slack.bolt.Deliverer;
import steward.slack.oauth.HomeWorkspaces;
import steward.slack.surfaces.HistoryPace;
import steward.slack.surfaces.SlackChat;
import steward.slack.surfaces.SlackRenderer;
import steward.worksheet.values.Notation;

/** Steward as it is run, with nothing in place of its own but the network, the clock and the threads: it has one, and virtual time. */
public record WiredSteward(ChatRuntime runtime, Deliverer deliverer) {

    private static final URI API = URI.create("https://slack.test/api/");
    private static final int CALLS_AT_ONCE_MAX = 8;

    /**
     * Wires it, without starting anything.
     *
     * @param guard what is around all that it does in a while
     */
    public static WiredSteward of(
            StorePorts store,
            Interceptor slack,
            VirtualTime time,
            Supplier<String> ids,
            UnaryOperator<Runnable> guard) {
        SlackClient client = SlackClient.answeredBy(API, slack);
        Tokens tokens = Tokens.always("xoxb-1");
        SlackCalls calls = new SlackCalls(client, API, new SlackMetrics(new SimpleMeterRegistry()));
        WorkspaceCalls workspaceCalls = new WorkspaceCalls(calls, tokens);
        Executor executor = task -> time.in(Duration.ZERO, guard.apply(task));
        ChatRuntime runtime = new ChatRuntime(
                new SlackChat(workspaceCalls, new HistoryPace(time::nanos), ids, time::pass),
                new SlackRenderer(),
                store,
                new Conversation(Notation.DEFAULT, ids),
                time,
                ids,
                new SimpleMeterRegistry(),
                new ChatThreads(
                        new KeyedExecutor(executor, CALLS_AT_ONCE_MAX),
                        executor,
                        (after, task) -> time.in(after, guard.apply(task))),
                new RateLimiter(time::nanos));
        return new WiredSteward(
                runtime,
                new Deliverer(
                        client,
                        runtime,
                        tokens,
                        new HomeWorkspaces(store.installations(), workspaceCalls, time),
                        time,
                        ids));
    }
}
