package steward.cli;

import java.util.List;
import picocli.CommandLine.Command;
import steward.encryption.KeyRing;
import steward.settings.Settings;
import steward.store.StoredTokens;

/** {@code tokens forget}: the way out when the key is lost that opens them. */
@Command(name = "tokens", mixinStandardHelpOptions = true, description = "Looks after the tokens of workspaces.")
final class TokensCommand {

    @Command(
            name = "forget",
            mixinStandardHelpOptions = true,
            description =
                    "Forgets all stored tokens and nothing else, while Steward is stopped: for when their key is lost.")
    int forget() {
        List<String> workspaces = new StoredTokens(Settings.store(new Settings.Environment(System.getenv()))).forget();
        System.out.println(
                "The tokens of " + KeyRing.workspaces(workspaces.size()) + " are forgotten, and all else is kept."
                        + (workspaces.isEmpty()
                                ? ""
                                : " Install Steward again, at PUBLIC_URL/slack/install, in "
                                        + String.join(", ", workspaces) + "."));
        return 0;
    }
}
