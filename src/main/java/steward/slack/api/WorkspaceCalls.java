package steward.slack.api;

import com.google.gson.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.FormBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.runtime.chat.ChatResult;
import steward.runtime.chat.LoggableError;
import steward.runtime.chat.Refusal;

/**
 * Calls the Web API in a workspace, with the token that Steward has there at the moment of the call.
 *
 * <p>A call that Slack refuses because the token is over was not done: it is made once more with the next one.
 */
public final class WorkspaceCalls {

    private static final Logger LOG = LoggerFactory.getLogger(WorkspaceCalls.class);

    private static final String TOKEN_OVER = "token_expired";

    /** Time for whoever is at it to get the next token. */
    private static final Duration WAIT_FOR_TOKEN = Duration.ofSeconds(5);

    private final SlackCalls calls;
    private final Tokens tokens;

    public WorkspaceCalls(SlackCalls calls, Tokens tokens) {
        this.calls = calls;
        this.tokens = tokens;
    }

    /** Calls a method, and gives its answer. */
    public ChatResult<JsonObject> call(String workspace, String method, FormBody.Builder form) {
        return authorized(workspace, token -> calls.call(token, method, form));
    }

    /**
     * Gets a file's content from an address that Slack gave out for that.
     *
     * @param bytesMax the most that is read; refused for {@link Refusal#SIZE} if it is larger
     */
    public ChatResult<byte[]> download(String workspace, URI address, int bytesMax) {
        return authorized(workspace, token -> calls.download(token, address, bytesMax));
    }

    /** @param call made with the header {@code Authorization} */
    private <T> ChatResult<T> authorized(String workspace, Function<String, ChatResult<T>> call) {
        Optional<String> token;
        try {
            token = tokens.of(workspace);
        } catch (RuntimeException e) {
            LoggableError.log(LOG, "The token of a workspace can't be read", e);
            return ChatResult.notDone("no token to be had", WAIT_FOR_TOKEN);
        }
        if (token.isEmpty()) {
            return ChatResult.refused(Refusal.NOT_INSTALLED, "not_installed");
        }
        ChatResult<T> result = call.apply("Bearer " + token.get());
        boolean isOver =
                result.kind() == ChatResult.Kind.REFUSED && result.error().equals(TOKEN_OVER);
        return isOver
                ? tokens.next(workspace, token.get())
                        .map(next -> call.apply("Bearer " + next))
                        .orElseGet(() -> ChatResult.notDone(TOKEN_OVER, WAIT_FOR_TOKEN))
                : result;
    }

    /** Answers a rep at an address that Slack gave out for that. */
    public ChatResult<Void> respond(URI address, String json) {
        return calls.respond(address, json);
    }

    /** Puts a file's content at an address that Slack gave out for that. */
    public ChatResult<Void> upload(URI address, byte[] content) {
        return calls.upload(address, content);
    }
}
