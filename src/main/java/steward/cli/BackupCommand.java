package steward.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import steward.settings.Settings;
import steward.store.database.Backup;
import steward.store.database.BackupFolder;
import steward.store.database.DatabaseLocation;

/** {@code backup}: a copy of the store, while Steward serves or not. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description =
                "Copies all plans into one file, while Steward serves. The store is in DATA_DIR, or at DATABASE_URL.")
final class BackupCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            description =
                    "The file to make; nothing that is there is overwritten. With --keep, the folder to make it in.")
    private Path file = Path.of("");

    @Option(
            names = "--keep",
            converter = Count.class,
            paramLabel = "N",
            description =
                    "Makes a file in a folder, named by its time, and deletes all backups there but the newest N.")
    private Optional<Integer> keep = Optional.empty();

    private final InstantSource clock;

    BackupCommand(InstantSource clock) {
        this.clock = clock;
    }

    /** How many to keep: with none, the new one would go as well. */
    static final class Count implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String said) {
            if (!said.matches("[1-9][0-9]{0,3}")) {
                throw new TypeConversionException("--keep must be a number from 1 to 9999, not \"" + said + "\"");
            }
            return Integer.valueOf(said);
        }
    }

    @Override
    public Integer call() {
        DatabaseLocation store = Settings.store(new Settings.Environment(System.getenv()));
        if (keep.isPresent()) {
            BackupFolder.Kept kept = new BackupFolder(file).add(store, clock.instant(), keep.get());
            say(kept.file(), kept.content());
            if (kept.gone() > 0) {
                System.out.println(kept.gone() == 1 ? "1 old one is deleted." : kept.gone() + " old ones are deleted.");
            }
        } else {
            say(file, new Backup(file).write(store));
        }
        return 0;
    }

    private static void say(Path made, Backup.Content content) {
        long plans = content.plans();
        System.out.println(plans == 1 ? "1 plan is in " + made + "." : plans + " plans are in " + made + ".");
        if (content.tokens()) {
            System.out.println(
                    "The key file, which opens the stored tokens, is not in it: keep a copy of that elsewhere.");
        }
    }
}
