package steward.sandbox.workspace;

/**
 * An organization that all the pretend workspaces are in, and that can install the app for all of them at once.
 *
 * @param namesWorkspaces whether what is delivered names the workspace beside the organization; Slack doesn't always
 */
public record Organization(String id, String name, boolean namesWorkspaces) {}
