package steward;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import steward.conversation.desk.Desk;
import steward.export.FileNames;
import steward.export.Format;
import steward.export.PlanFile;
import steward.plan.Accounts;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.rep.Rep;
import steward.rep.RepId;
import steward.store.Store;
import steward.worksheet.Notation;

/** {@code export}: a rep's plans as files, while Steward serves or not. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Writes a rep's plans as files, while Steward serves. The store is in DATA_DIR, or at DATABASE_URL.")
final class ExportCommand implements Callable<Integer> {

    @Option(names = "--team", required = true, paramLabel = "T", description = "The workspace's id in Slack: T…")
    private String team = "";

    @Option(names = "--user", required = true, paramLabel = "U", description = "The rep's id in Slack: U…")
    private String user = "";

    @Option(
            names = "--account",
            paramLabel = "NAME",
            description = "Only this account's plans, a year after it if there are several.")
    private Optional<String> account = Optional.empty();

    @Option(
            names = "--format",
            split = ",",
            converter = FormatName.class,
            paramLabel = "FORMAT",
            description = "Any of pdf, docx, xlsx, csv, ics, json; all of them if none is said.")
    private Set<Format> formats = EnumSet.allOf(Format.class);

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DIR",
            description = "The folder to write to, made if there is none. Files of the same name are replaced.")
    private Path folder = Path.of("");

    /** The name of a format in any case, so that one that is none is wrong usage. */
    static final class FormatName implements ITypeConverter<Format> {

        @Override
        public Format convert(String said) {
            String name = said.strip();
            return Stream.of(Format.values())
                    .filter(format -> format.extension().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("--format must be any of "
                            + Stream.of(Format.values()).map(Format::extension).collect(Collectors.joining(", "))
                            + ", not \"" + name + "\""));
        }
    }

    @Override
    public Integer call() {
        Settings.Environment env = new Settings.Environment(System.getenv());
        Notation notation = Settings.notation(env);
        Instant now = Instant.now();
        Found found = Store.look(Settings.store(env), new RepId(team, user), now, this::found);
        try {
            Files.createDirectories(folder);
            FileNames names = new FileNames();
            for (Plan plan : found.plans()) {
                write(plan, names.of(plan), new PlanFile(plan, found.rep(), now, notation));
            }
            return 0;
        } catch (IOException e) {
            throw new Unusable("Steward can't write to " + folder + ": " + reason(e) + ".");
        }
    }

    private void write(Plan plan, String name, PlanFile file) throws IOException {
        for (Format format : formats) {
            Path path = folder.resolve(name + "." + format.extension());
            Optional<byte[]> bytes = file.bytes(format);
            if (bytes.isPresent()) {
                write(path, bytes.get());
                System.out.println(path);
            } else {
                System.out.println(plan.account() + " " + plan.year() + " has no days ahead, so there is no "
                        + path.getFileName() + ".");
            }
        }
    }

    /** As a whole or not at all. */
    private void write(Path path, byte[] bytes) throws IOException {
        Path part = Files.createTempFile(folder, "export", ".part");
        try {
            Files.write(part, bytes);
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof FileAlreadyExistsException) {
            return "that is a file, not a folder";
        }
        return e instanceof AccessDeniedException ? "it is not allowed to" : String.valueOf(e.getMessage());
    }

    // ── Which plans ──

    private record Found(Rep rep, List<Plan> plans) {}

    private Found found(Desk desk) {
        List<PlanCard> all = desk.plans();
        if (all.isEmpty()) {
            throw new Unusable("There are no plans of " + user + " in the workspace " + team + ": check both ids.");
        }
        List<PlanCard> wanted = account.map(name -> called(name, all)).orElse(all);
        List<Plan> plans = wanted.stream()
                .sorted(Comparator.comparing(PlanCard::account).thenComparing(PlanCard::year))
                .flatMap(card -> desk.plan(card.id()).stream())
                .toList();
        return new Found(desk.rep(), plans);
    }

    /** One account's plans; nothing is guessed. */
    private List<PlanCard> called(String name, List<PlanCard> all) {
        List<PlanCard> called = new Accounts(all)
                .leading(name)
                .filter(named -> named.rest().isEmpty())
                .map(Accounts.Named::plans)
                .orElse(List.of());
        if (called.isEmpty()) {
            throw new Unusable("There is no plan for \"" + name + "\". There are: " + names(all) + ".");
        }
        if (called.stream().map(PlanCard::account).distinct().count() > 1) {
            throw new Unusable("\"" + name + "\" may be " + names(called) + ": give more of the name.");
        }
        return called;
    }

    private static String names(List<PlanCard> cards) {
        Map<String, String> years = cards.stream()
                .collect(Collectors.groupingBy(
                        PlanCard::account,
                        TreeMap::new,
                        Collectors.mapping(card -> String.valueOf(card.year()), Collectors.joining(", "))));
        return years.entrySet().stream()
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
    }
}
