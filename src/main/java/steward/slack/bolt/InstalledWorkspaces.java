package steward.slack.bolt;

import static steward.slack.blocks.JsonFields.firstOf;

import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.message.Message;
import steward.runtime.chat.LoggableError;
import steward.runtime.chat.Renderer;
import steward.slack.api.Tokens;
import steward.slack.bolt.requests.FormRequest;
import steward.slack.bolt.requests.InteractionContext;
import steward.slack.bolt.requests.TapRequest;
import steward.slack.events.TeamId;
import steward.slack.oauth.HomeWorkspaces;

/**
 * Middleware: lets pass what comes from workspaces that Steward is installed in, alone or with their whole organization, with the token that it
 * has there. What comes from others is taken, and nothing is done; who can be answered at once is told so. Where Slack says only the organization,
 * the workspace is filled in.
 *
 * <p>In place of Bolt's own, which asks Slack about every delivery.
 */
final class InstalledWorkspaces {

    private static final Logger LOG = LoggerFactory.getLogger(InstalledWorkspaces.class);

    private static final String NOT_INSTALLED =
            "Steward isn't installed in this workspace any more. Ask your admin to install it again:"
                    + " what was written here is kept for 30 days.";

    private static final String NOWHERE =
            "I couldn't see just now in which workspace you are. Please try again in a minute.";

    /** So many workspaces are remembered as not installed; more would be somebody's joke. */
    private static final int STRANGERS_MAX = 10_000;

    private final Tokens tokens;
    private final HomeWorkspaces homes;
    private final Renderer renderer;
    private final Set<String> strangers = ConcurrentHashMap.newKeySet();

    InstalledWorkspaces(Tokens tokens, HomeWorkspaces homes, Renderer renderer) {
        this.tokens = tokens;
        this.homes = homes;
        this.renderer = renderer;
    }

    Response apply(Request<?> request, MiddlewareChain chain) throws Exception {
        Optional<String> token = token(request);
        if (token.isEmpty()) {
            note(request.getContext());
            return refused(request, NOT_INSTALLED);
        }
        if (!locate(request)) {
            return refused(request, NOWHERE);
        }
        request.getContext().setBotToken(token.get());
        return chain.next(request);
    }

    /** Where the store can't say, an event is better delivered again; whoever takes the rest finds out, and tells the rep. */
    private Optional<String> token(Request<?> request) {
        try {
            return token(request.getContext());
        } catch (RuntimeException e) {
            if (request.getRequestType() == RequestType.Event) {
                throw e;
            }
            return Optional.of("");
        }
    }

    private Optional<String> token(Context context) {
        String team = TeamId.workspace(context.getTeamId());
        String organization = organization(context);
        if (!team.isEmpty()) {
            if (!organization.isEmpty()) {
                homes.belongs(team, organization);
            }
            return tokens.of(team);
        }
        return organization.isEmpty() ? Optional.of("") : tokens.of(organization);
    }

    private static String organization(Context context) {
        String organization = context.getEnterpriseId();
        String team = context.getTeamId();
        if (organization != null && !organization.isEmpty()) {
            return organization;
        }
        return team == null || TeamId.isWorkspace(team) ? "" : team;
    }

    /** Whether it is known in which workspace something was done, or nobody did it. An event is delivered again until it is. */
    private boolean locate(Request<?> request) {
        Context context = request.getContext();
        String user = context.getRequestUserId();
        if (TeamId.isWorkspace(context.getTeamId()) || organization(context).isEmpty() || user == null) {
            return true;
        }
        Optional<String> home;
        try {
            String profile = String.valueOf(
                    context.getAdditionalValues().getOrDefault(InteractionContext.PROFILE_WORKSPACE, ""));
            home = homes.of(organization(context), user, profile);
        } catch (RuntimeException e) {
            LoggableError.log(LOG, "The workspace of somebody can't be read", e);
            home = Optional.empty();
        }
        home.ifPresent(workspace -> locate(request, workspace));
        if (home.isEmpty() && request.getRequestType() == RequestType.Event) {
            throw new IllegalStateException("Slack does not say in which workspace of an organization somebody is");
        }
        return home.isPresent();
    }

    private static void locate(Request<?> request, String workspace) {
        request.getContext().setTeamId(workspace);
        if (request instanceof SlashCommandRequest command) {
            command.getPayload().setTeamId(workspace);
        } else if (request instanceof TapRequest tap) {
            InteractionContext.locate(tap.json(), workspace);
        } else if (request instanceof FormRequest form) {
            InteractionContext.locate(form.json(), workspace);
        }
    }

    private void note(Context context) {
        String where = firstOf(TeamId.workspace(context.getTeamId()), organization(context));
        if (strangers.size() < STRANGERS_MAX && strangers.add(where)) {
            LOG.warn("Slack delivers what happens in workspace {}, where Steward is not installed", where);
        }
    }

    private Response refused(Request<?> request, String words) {
        return switch (request.getRequestType()) {
            case Command -> Acknowledgement.json(renderer.privateReply(Message.say(words), false));
            case ViewSubmission ->
                InteractionHandlers.submitted((ViewSubmissionRequest) request)
                        .map(form -> Acknowledgement.json(form.refused(words)))
                        .orElseGet(Acknowledgement::taken);
            default -> Acknowledgement.taken();
        };
    }
}
