package steward.rep;

/**
 * Who a rep is: a person in a workspace.
 *
 * @param team the workspace, since people of two workspaces may share an id
 */
public record RepId(String team, String user) {}
