package steward.slack;

import com.google.gson.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slack's Web API in one workspace, with the token that Steward has there at the moment of the call.
 *
 * <p>A call that Slack refuses because the token is over was not done: it is made once more with the next one.
 */
final class WebApi {

    private static final Logger LOG = LoggerFactory.getLogger(WebApi.class);

    /** Why nothing can be called where Steward is not, or no longer, installed. */
    static final String NOT_INSTALLED = "not_installed";

    private static final String TOKEN_OVER = "token_expired";

    /** Time for whoever is at it to get the next token. */
    private static final Duration WAIT_FOR_TOKEN = Duration.ofSeconds(5);

    private final Wire wire;
    private final Tokens tokens;
    private final String team;

    WebApi(Wire wire, Tokens tokens, String team) {
        this.wire = wire;
        this.tokens = tokens;
        this.team = team;
    }

    /** Calls a method that writes. */
    CompletableFuture<Reply> post(String method, JsonObject body) {
        return call(authorization -> wire.post(method, authorization, body));
    }

    /** Calls a method that reads. */
    CompletableFuture<Reply> read(String method, Map<String, String> fields) {
        return call(authorization -> wire.send(method, authorization, fields));
    }

    /** Answers a rep where Slack said to, which takes no token. */
    CompletableFuture<Reply> answer(URI address, JsonObject body) {
        return wire.answer(address, body);
    }

    /** Puts a file's content where Slack said to, which takes no token. */
    CompletableFuture<Reply> upload(URI address, byte[] content) {
        return wire.upload(address, content);
    }

    private CompletableFuture<Reply> call(Function<String, CompletableFuture<Reply>> method) {
        Optional<String> token;
        try {
            token = tokens.of(team);
        } catch (RuntimeException e) {
            LOG.error("The token of a workspace can't be read", Trouble.of(e));
            return CompletableFuture.completedFuture(Reply.notYet("no token to be had", WAIT_FOR_TOKEN));
        }
        if (token.isEmpty()) {
            return CompletableFuture.completedFuture(Reply.refused(NOT_INSTALLED));
        }
        return method.apply(bearer(token.get()))
                .thenCompose(reply ->
                        isOver(reply) ? withNext(token.get(), method) : CompletableFuture.completedFuture(reply));
    }

    private CompletableFuture<Reply> withNext(String over, Function<String, CompletableFuture<Reply>> method) {
        return tokens.next(team, over)
                .thenCompose(next -> next.map(token -> method.apply(bearer(token)))
                        .orElseGet(() -> CompletableFuture.completedFuture(Reply.notYet(TOKEN_OVER, WAIT_FOR_TOKEN))));
    }

    private static boolean isOver(Reply reply) {
        return reply.kind() == Reply.Kind.REFUSED && reply.error().equals(TOKEN_OVER);
    }

    static String bearer(String token) {
        return "Bearer " + token;
    }
}
