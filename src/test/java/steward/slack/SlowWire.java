package steward.slack;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The way to Slack: takes a while there and a while back, and loses what it is told to lose. */
final class SlowWire extends AnsweringClient {

    private static final String API = "/api/";

    private final FakeSlack slack;
    private final VirtualTime time;
    private final Mishaps mishaps;
    private final Life life;

    SlowWire(FakeSlack slack, VirtualTime time, Mishaps mishaps, Life life) {
        this.slack = slack;
        this.time = time;
        this.mishaps = mishaps;
        this.life = life;
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        life.step();
        CompletableFuture<HttpResponse<T>> reply = new CompletableFuture<>();
        if (!request.uri().getPath().startsWith(API)) {
            return CompletableFuture.completedFuture(response(request, new Answered(200, Map.of(), "ok"), handler));
        }
        String method = request.uri().getPath().substring(API.length());
        String body = body(request);
        time.in(mishaps.latency(), () -> {
            Optional<Answered> answered = slack.take(method, body);
            time.in(
                    mishaps.latency(),
                    () -> life.live(() -> answered.ifPresentOrElse(
                            some -> reply.complete(response(request, some, handler)),
                            () -> reply.completeExceptionally(new IOException("the connection was closed")))));
        });
        life.step();
        return reply;
    }
}
