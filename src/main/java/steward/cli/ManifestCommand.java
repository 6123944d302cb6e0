package steward.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import steward.settings.Manifest;

/** {@code manifest}: what to paste where Slack asks for an app's manifest. */
@Command(
        name = "manifest",
        mixinStandardHelpOptions = true,
        description = "The Slack app manifest, to create the app from.")
final class ManifestCommand implements Callable<Integer> {

    @Option(names = "--socket", description = "For Socket Mode, which needs no public address.")
    private boolean socket;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        Manifest manifest = Manifest.read();
        command.commandLine().getOut().print((socket ? manifest.inSocketMode() : manifest).text());
        command.commandLine().getOut().flush();
        return 0;
    }
}
