package steward.cli;

import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import steward.settings.UserFacingException;
import steward.store.database.StoreUnusable;

/** The command line: what {@code java -jar steward.jar} takes, and what it says when something goes wrong. */
@Command(
        name = "steward",
        mixinStandardHelpOptions = true,
        versionProvider = StewardCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "A Slack assistant that writes a sales rep's account plan in chat and keeps it alive.")
public final class StewardCommand implements Callable<Integer> {

    private static final int MET_A_PROBLEM = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private StewardCommand() {}

    /** The whole command line, whose commands read this clock. */
    public static CommandLine commandLine(InstantSource clock) {
        CommandLine commandLine = new CommandLine(new StewardCommand());
        List.of(
                        new SandboxCommand(clock),
                        new ServeCommand(clock),
                        new DoctorCommand(clock),
                        new ManifestCommand(),
                        new ExportCommand(clock),
                        new ImportCommand(clock),
                        new BackupCommand(clock),
                        new RestoreCommand(clock),
                        new KeyCommand(clock),
                        new TokensCommand(clock),
                        new CommandLine.HelpCommand())
                .forEach(commandLine::addSubcommand);
        commandLine.setParameterExceptionHandler(new UsageErrorHandler());
        commandLine.setExecutionExceptionHandler((problem, command, parsed) -> {
            command.getErr().println(sentence(problem));
            return MET_A_PROBLEM;
        });
        return commandLine;
    }

    /** Who names no command is shown which there are. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return spec.exitCodeOnInvalidInput();
    }

    /** What went wrong, for a person: our own exceptions say it in a sentence, and of others no more is known. */
    private static String sentence(Exception problem) {
        boolean plain = problem instanceof UserFacingException
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
            String version = StewardCommand.class.getPackage().getImplementationVersion();
            return new String[] {"steward " + (version == null ? "(not packaged)" : version)};
        }
    }
}
