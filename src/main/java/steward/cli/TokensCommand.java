package steward.cli;

import java.time.InstantSource;
import java.util.List;
import picocli.CommandLine.Command;
import steward.encryption.KeyRing;
import steward.settings.Settings;
import steward.store.database.DatabaseLocation;
import steward.store.installations.StoredTokens;
import steward.store.retention.Audit;

/** {@code tokens forget}: the way out when the key is lost that opens them. */
@Command(name = "tokens", mixinStandardHelpOptions = true, description = "Looks after the tokens of workspaces.")
final class TokensCommand {

    private final InstantSource clock;

    TokensCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Command(
            name = "forget",
            mixinStandardHelpOptions = true,
            description =
                    "Forgets all stored tokens and nothing else, while Steward is stopped: for when their key is lost.")
    int forget() {
        DatabaseLocation store = Settings.store(new Settings.Environment(System.getenv()));
        List<String> workspaces = new StoredTokens(store).forget();
        Audit.keep(
                store,
                clock.instant(),
                MachineUser.name(),
                Audit.Act.FORGET_TOKENS,
                KeyRing.workspaces(workspaces.size()));
        System.out.println(
                "The tokens of " + KeyRing.workspaces(workspaces.size()) + " are forgotten, and all else is kept."
                        + (workspaces.isEmpty()
                                ? ""
                                : " Install Steward again, at PUBLIC_URL/slack/install, in "
                                        + String.join(", ", workspaces) + "."));
        return 0;
    }
}
