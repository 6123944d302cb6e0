package steward.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import steward.settings.Settings;
import steward.store.database.Backup;
import steward.store.database.DatabaseLocation;

/** {@code backup}: a copy of the store, while Steward serves or not. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description =
                "Copies all plans into one file, while Steward serves. The store is in DATA_DIR, or at DATABASE_URL.")
final class BackupCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The file to make; nothing that is there is overwritten.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        DatabaseLocation store = Settings.store(new Settings.Environment(System.getenv()));
        Backup.Content content = new Backup(file).write(store);
        long plans = content.plans();
        System.out.println(plans == 1 ? "1 plan is in " + file + "." : plans + " plans are in " + file + ".");
        if (content.tokens()) {
            System.out.println(
                    "The key file, which opens the stored tokens, is not in it: keep a copy of that elsewhere.");
        }
        return 0;
    }
}
