package steward.sandbox.workspace;

import java.util.List;
import java.util.Set;

/**
 * The app as it was installed in the workspace: what its manifest says.
 *
 * @param scopes the bot scopes granted; a call that needs another one gets {@code missing_scope}
 * @param events the bot events subscribed to ({@code message.im}); others are not delivered
 * @param homeTab whether it has a Home tab; without one, {@code views.publish} gets {@code not_enabled}
 * @param messagesTab whether people can write to it
 * @param socketMode whether it is delivered to over a connection that it opens, and not at its request URL
 */
public record InstalledApp(
        String name,
        Set<String> scopes,
        Set<String> events,
        List<SlashCommand> commands,
        boolean homeTab,
        boolean messagesTab,
        boolean socketMode) {

    public InstalledApp {
        scopes = Set.copyOf(scopes);
        events = Set.copyOf(events);
        commands = List.copyOf(commands);
    }
}
