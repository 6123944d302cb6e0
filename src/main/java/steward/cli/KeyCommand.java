package steward.cli;

import java.time.InstantSource;
import picocli.CommandLine.Command;
import steward.encryption.KeyRing;
import steward.settings.Settings;
import steward.store.database.DatabaseLocation;
import steward.store.retention.Audit;

/** {@code key rotate}: another key in the place of the one that encrypts stored tokens. */
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        description = "Looks after the key that encrypts stored tokens.")
final class KeyCommand {

    private final InstantSource clock;

    KeyCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description = "Encrypts all stored tokens with a new key, while Steward is stopped.")
    int rotate() {
        Settings.Environment env = new Settings.Environment(System.getenv());
        DatabaseLocation store = Settings.store(env);
        KeyRing.Rotated rotated = new KeyRing(Settings.keyFile(env), store).rotate(clock.instant());
        Audit.keep(
                store,
                clock.instant(),
                MachineUser.name(),
                Audit.Act.ROTATE_KEY,
                KeyRing.workspaces(rotated.workspaces()));
        System.out.println(
                "The tokens of " + KeyRing.workspaces(rotated.workspaces()) + " have a new key. The old one is kept in "
                        + rotated.before() + ": it opens the backups made until now.");
        return 0;
    }
}
