package steward.slack.bolt.requests;

import static steward.slack.blocks.JsonFields.firstOf;
import static steward.slack.blocks.JsonFields.object;
import static steward.slack.blocks.JsonFields.text;

import com.google.gson.JsonObject;
import com.slack.api.bolt.context.Context;
import steward.slack.events.TapDeliveries;
import steward.slack.events.TeamId;

/** What a tap or a form says of where it was done, and by whom. */
public final class InteractionContext {

    /** In the context: the workspace that whoever did something has a profile in, or nothing if that is not said. */
    public static final String PROFILE_WORKSPACE = "steward.profile_workspace";

    private InteractionContext() {}

    /** In Bolt's words: where only the organization is said, there is no team. */
    static void fill(Context context, JsonObject payload) {
        JsonObject team = object(payload, "team");
        String organization = firstOf(text(object(payload, "enterprise"), "id"), text(team, "enterprise_id"));
        if (!organization.isEmpty()) {
            context.setEnterpriseId(organization);
        }
        if (!organization.isEmpty() && !TeamId.isWorkspace(text(team, "id"))) {
            context.setTeamId(null);
            context.setRequestUserId(text(object(payload, "user"), "id"));
            context.getAdditionalValues()
                    .put(PROFILE_WORKSPACE, TeamId.workspace(text(object(payload, "user"), "team_id")));
        } else if (!TeamId.isWorkspace(context.getTeamId())) {
            TapDeliveries.rep(payload).ifPresent(rep -> {
                context.setTeamId(rep.team());
                context.setRequestUserId(rep.user());
            });
        }
    }

    /** It was done in this workspace. */
    public static void locate(JsonObject payload, String workspace) {
        JsonObject team = new JsonObject();
        team.addProperty("id", workspace);
        payload.add("team", team);
    }
}
