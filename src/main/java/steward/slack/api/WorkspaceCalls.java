package steward.slack.api;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
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

    /**
     * Calls a method.
     *
     * @param form makes the arguments, once a try
     * @param type what to read of the answer
     */
    public <T extends SlackResponse> ChatResult<T> call(
            String workspace, String method, Supplier<FormBody.Builder> form, Class<T> type) {
        return withToken(workspace, token -> calls.call(token, method, form, type));
    }

    /** The same for a method that opens a form, and is given up on sooner. */
    public <T extends SlackResponse> ChatResult<T> callQuickly(
            String workspace, String method, Supplier<FormBody.Builder> form, Class<T> type) {
        return withToken(workspace, token -> calls.callQuickly(token, method, form, type));
    }

    /** A call with a token. */
    private interface Call<T> {
        ChatResult<T> with(String token);
    }

    private <T> ChatResult<T> withToken(String workspace, Call<T> call) {
        Optional<String> token;
        try {
            token = tokens.of(workspace);
        } catch (RuntimeException e) {
            LOG.error("The token of a workspace can't be read", LoggableError.of(e));
            return ChatResult.notDone("no token to be had", WAIT_FOR_TOKEN);
        }
        if (token.isEmpty()) {
            return ChatResult.refused(Refusal.NOT_INSTALLED, "not_installed");
        }
        ChatResult<T> result = call.with(token.get());
        boolean isOver =
                result.kind() == ChatResult.Kind.REFUSED && result.error().equals(TOKEN_OVER);
        return isOver ? withNext(workspace, token.get(), call) : result;
    }

    private <T> ChatResult<T> withNext(String workspace, String over, Call<T> call) {
        return tokens.next(workspace, over)
                .map(call::with)
                .orElseGet(() -> ChatResult.notDone(TOKEN_OVER, WAIT_FOR_TOKEN));
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
