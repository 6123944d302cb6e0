package steward.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import steward.conversation.Conversation;
import steward.conversation.session.ImportPreview;
import steward.rep.RepId;
import steward.settings.Settings;
import steward.settings.UserFacingException;
import steward.store.Store;
import steward.store.database.DatabaseLocation;
import steward.store.retention.Audit;

/** {@code import}: plans out of Steward's own JSON, or started from a CSV of accounts, while Steward serves or not. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Reads plans of a rep's from Steward's JSON, or starts them from a CSV of accounts (account, HQ,"
                + " goal, last year). Says what it would do; --yes does it. A plan that is there stays as it is.")
final class ImportCommand implements Callable<Integer> {

    private static final long BYTES_MAX = 20L << 20;

    @Parameters(paramLabel = "FILE", description = "A .json file that export made, or a .csv file.")
    private Path file = Path.of("");

    @Option(names = "--team", required = true, paramLabel = "T", description = "The workspace's id in Slack: T…")
    private String team = "";

    @Option(names = "--user", required = true, paramLabel = "U", description = "The rep's id in Slack: U…")
    private String user = "";

    @Option(names = "--yes", description = "Does it. Without it, nothing is changed.")
    private boolean isMeant;

    private final InstantSource clock;

    ImportCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Settings.Environment env = new Settings.Environment(System.getenv());
        DatabaseLocation place = Settings.store(env);
        Conversation conversation = new Conversation(
                Settings.notation(env), () -> UUID.randomUUID().toString().replace("-", ""));
        byte[] bytes = content();
        String name = file.getFileName().toString();
        Instant now = clock.instant();
        RepId rep = new RepId(team, user);
        ImportPreview done;
        if (isMeant) {
            // What can't be kept of whoever does it, is not done.
            Audit.keep(place, now, MachineUser.name(), Audit.Act.IMPORT, team + " " + user);
            done = Store.write(
                    place,
                    rep,
                    "import " + UUID.randomUUID(),
                    now,
                    session -> conversation.imported(session, name, bytes, true, now));
        } else {
            done = Store.look(place, rep, now, session -> conversation.imported(session, name, bytes, false, now));
        }
        say(done);
        return 0;
    }

    private byte[] content() {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new UserFacingException(file + " is too large: 20 MB are the most that I read.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UserFacingException(file + " can't be read: check that it is there, and that you may read it.");
        }
    }

    private void say(ImportPreview preview) {
        String plans = preview.taken().size() == 1 ? "1 plan" : preview.taken().size() + " plans";
        list(isMeant ? plans + " imported:" : plans + " to import:", preview.taken());
        list("Left out:", preview.left());
        list("Not understood:", preview.remarks());
        if (!isMeant && !preview.taken().isEmpty()) {
            System.out.println("Nothing is changed yet: run it again with --yes.");
        }
    }

    private static void list(String head, List<String> lines) {
        if (!lines.isEmpty() || head.contains("plan")) {
            System.out.println(lines.isEmpty() ? head.replace(":", ".") : head);
            lines.forEach(line -> System.out.println("  " + line));
        }
    }
}
