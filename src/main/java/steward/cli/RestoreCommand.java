package steward.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import steward.settings.Settings;
import steward.store.database.Backup;
import steward.store.database.DatabaseLocation;
import steward.store.retention.Audit;

/** {@code restore}: the way back of a backup, also into another kind of database. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Puts a backup in the place of the store in DATA_DIR, or into an empty database at DATABASE_URL,"
                + " while Steward is stopped.")
final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "What backup made.")
    private Path file = Path.of("");

    private final InstantSource clock;

    RestoreCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        DatabaseLocation store = Settings.store(new Settings.Environment(System.getenv()));
        Backup.Restored restored = new Backup(file).restore(store, clock.instant());
        Audit.keep(
                store,
                clock.instant(),
                MachineUser.name(),
                Audit.Act.RESTORE,
                file.toAbsolutePath().toString());
        long count = restored.content().plans();
        String plans = count == 1 ? "1 plan is" : count + " plans are";
        System.out.println(plans + " back in " + store + ".");
        restored.before().ifPresent(before -> System.out.println("What was there before is kept in " + before + "."));
        if (restored.content().tokens()) {
            System.out.println(
                    "Stored tokens can be read only with the key file that was in use when the backup was made.");
        }
        return 0;
    }
}
