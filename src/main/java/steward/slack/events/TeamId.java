package steward.slack.events;

import org.jspecify.annotations.Nullable;

/** The ids that Slack gives to workspaces, and to the organizations that some of them are in. */
public final class TeamId {

    private static final String ORGANIZATIONS = "E";

    private TeamId() {}

    /** Where Slack speaks of a whole organization, it names it in the workspace's place, or nothing. */
    public static boolean isWorkspace(@Nullable String id) {
        return id != null && !id.isEmpty() && !id.startsWith(ORGANIZATIONS);
    }

    /** The id of a workspace, or else nothing. */
    public static String workspace(@Nullable String id) {
        return id != null && isWorkspace(id) ? id : "";
    }
}
