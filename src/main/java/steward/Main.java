package steward;

import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import steward.store.database.StoreUnusable;

/** The command line: {@code java -jar steward.jar}. */
@Command(
        name = "steward",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "A Slack assistant that writes a sales rep's account plan in chat and keeps it alive.",
        subcommands = {
            SandboxCommand.class,
            ServeCommand.class,
            DoctorCommand.class,
            ManifestCommand.class,
            ExportCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main implements Callable<Integer> {

    private static final int MET_A_PROBLEM = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Main() {}

    public static void main(String[] arguments) {
        CommandLine commandLine = new CommandLine(new Main());
        commandLine.setParameterExceptionHandler(new WrongUsage());
        commandLine.setExecutionExceptionHandler((problem, command, parsed) -> {
            command.getErr().println(sentence(problem));
            return MET_A_PROBLEM;
        });
        System.exit(commandLine.execute(arguments));
    }

    /** Who names no command is shown which there are. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return spec.exitCodeOnInvalidInput();
    }

    /** What went wrong, for a person: our own exceptions say it in a sentence, and of others no more is known. */
    private static String sentence(Exception problem) {
        boolean plain = problem instanceof Unusable
                || problem instanceof StoreUnusable
                || problem instanceof UncheckedIOException
                || problem instanceof IllegalStateException;
        return plain && problem.getMessage() != null
                ? problem.getMessage()
                : "Steward met a problem it does not know: " + problem + ".";
    }

    /** The version that the jar was built as. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"steward " + (version == null ? "(not packaged)" : version)};
        }
    }
}
