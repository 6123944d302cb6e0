package steward.slack.bolt;

import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.message.Message;
import steward.runtime.chat.Renderer;
import steward.slack.api.Tokens;

/**
 * Middleware: lets pass what comes from workspaces that Steward is installed in, with the token that it has there. What comes from others is
 * taken, and nothing is done; who can be answered at once is told so.
 *
 * <p>In place of Bolt's own, which asks Slack about every delivery.
 */
final class InstalledWorkspaces {

    private static final Logger LOG = LoggerFactory.getLogger(InstalledWorkspaces.class);

    private static final String NOT_INSTALLED =
            "Steward isn't installed in this workspace any more. Ask your admin to install it again:"
                    + " what was written here is kept for 30 days.";

    /** So many workspaces are remembered as not installed; more would be somebody's joke. */
    private static final int STRANGERS_MAX = 10_000;

    private final Tokens tokens;
    private final Renderer renderer;
    private final Set<String> strangers = ConcurrentHashMap.newKeySet();

    InstalledWorkspaces(Tokens tokens, Renderer renderer) {
        this.tokens = tokens;
        this.renderer = renderer;
    }

    Response apply(Request<?> request, MiddlewareChain chain) throws Exception {
        String team = request.getContext().getTeamId();
        Optional<String> token = token(request, team);
        if (token.isEmpty()) {
            note(team);
            return stranger(request);
        }
        request.getContext().setBotToken(token.get());
        return chain.next(request);
    }

    /** Where the store can't say, an event is better delivered again; whoever takes the rest finds out, and tells the rep. */
    private Optional<String> token(Request<?> request, @Nullable String team) {
        try {
            return team == null ? Optional.of("") : tokens.of(team);
        } catch (RuntimeException e) {
            if (request.getRequestType() == RequestType.Event) {
                throw e;
            }
            return Optional.of("");
        }
    }

    private void note(String team) {
        if (strangers.size() < STRANGERS_MAX && strangers.add(team)) {
            LOG.warn("Slack delivers what happens in workspace {}, where Steward is not installed", team);
        }
    }

    private Response stranger(Request<?> request) {
        return switch (request.getRequestType()) {
            case Command -> Acknowledgement.json(renderer.privateReply(Message.say(NOT_INSTALLED), false));
            case ViewSubmission ->
                InteractionHandlers.submitted((ViewSubmissionRequest) request)
                        .map(form -> Acknowledgement.json(form.refused(NOT_INSTALLED)))
                        .orElseGet(Acknowledgement::taken);
            default -> Acknowledgement.taken();
        };
    }
}
