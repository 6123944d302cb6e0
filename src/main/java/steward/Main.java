package steward;

import java.time.InstantSource;
import steward.cli.StewardCommand;

/** Starts the command line, {@code java -jar steward.jar}; only here is the clock of the machine read. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(StewardCommand.commandLine(InstantSource.system()).execute(arguments));
    }
}
