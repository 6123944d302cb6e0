package steward.slack.oauth;

import static steward.slack.blocks.JsonFields.firstOf;
import static steward.slack.blocks.JsonFields.object;
import static steward.slack.blocks.JsonFields.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.methods.Methods;
import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.users.UsersInfoRequest;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import steward.rep.Installations;
import steward.runtime.chat.ChatResult;
import steward.slack.api.WorkspaceCalls;
import steward.slack.events.TeamId;

/**
 * The workspaces of organizations: which is in which, and which is somebody's of whom Slack says only the organization.
 *
 * <p>A rep stays who they are: whoever is one in a workspace of the organization is that one, wherever their profile is now. Safe for use by
 * several threads.
 */
public final class HomeWorkspaces {

    /** So many workspaces are remembered as known; more would be somebody's joke. */
    private static final int KNOWN_MAX = 10_000;

    private final Installations installations;
    private final WorkspaceCalls calls;
    private final InstantSource clock;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    public HomeWorkspaces(Installations installations, WorkspaceCalls calls, InstantSource clock) {
        this.installations = installations;
        this.calls = calls;
        this.clock = clock;
    }

    /** Slack says that a workspace is in an organization; it is kept the first time. */
    public void belongs(String workspace, String organization) {
        if (!organization.equals(known.get(workspace))) {
            installations.belongs(workspace, organization, clock.instant());
            if (known.size() < KNOWN_MAX) {
                known.put(workspace, organization);
            }
        }
    }

    /**
     * The workspace of somebody.
     *
     * @param profile the workspace that their profile is in, if Slack has said so; else it is asked
     * @return empty if Slack does not say
     */
    public Optional<String> of(String organization, String user, String profile) {
        Optional<String> workspace = installations
                .workspace(organization, user)
                .or(() -> Optional.of(profile).filter(TeamId::isWorkspace))
                .or(() -> asked(organization, user));
        workspace.ifPresent(found -> belongs(found, organization));
        return workspace;
    }

    private Optional<String> asked(String organization, String user) {
        ChatResult<JsonObject> info = calls.call(
                organization,
                Methods.USERS_INFO,
                RequestFormBuilder.toForm(UsersInfoRequest.builder().user(user).build()));
        return info.kind() == ChatResult.Kind.DONE
                ? Optional.of(workspace(object(info.get(), "user"))).filter(TeamId::isWorkspace)
                : Optional.empty();
    }

    private static String workspace(JsonObject user) {
        return firstOf(
                TeamId.workspace(text(user, "team_id")),
                TeamId.workspace(text(object(user, "profile"), "team")),
                first(object(user, "enterprise_user")));
    }

    private static String first(JsonObject everywhere) {
        JsonElement teams = everywhere.get("teams");
        return StreamSupport.stream(
                        (teams != null && teams.isJsonArray() ? teams.getAsJsonArray() : new JsonArray()).spliterator(),
                        false)
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString)
                .filter(TeamId::isWorkspace)
                .findFirst()
                .orElse("");
    }
}
