package steward.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import steward.conversation.session.RepSession;
import steward.export.Edition;
import steward.export.FileNames;
import steward.export.Format;
import steward.export.PlanFile;
import steward.export.brand.Brand;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.accounts.Accounts;
import steward.rep.Rep;
import steward.rep.RepId;
import steward.settings.DocumentSettings;
import steward.settings.Settings;
import steward.settings.UserFacingException;
import steward.store.Store;
import steward.store.retention.Audit;
import steward.worksheet.values.Notation;

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
            description = "The rep's own folder, made if there is none. Files of the same name are replaced.")
    private Path folder = Path.of("");

    private final InstantSource clock;

    ExportCommand(InstantSource clock) {
        this.clock = clock;
    }

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
        Brand brand = DocumentSettings.brand(env);
        DocumentSettings.useFonts(env);
        Instant now = clock.instant();
        Found found = Store.look(Settings.store(env), new RepId(team, user), now, this::found);
        Map<Plan, Path> paths = new LinkedHashMap<>();
        found.plans().forEach((name, plan) -> paths.put(plan, path(name)));
        create(folder);
        // What can't be kept of whoever does it, is not done.
        Audit.keep(Settings.store(env), now, MachineUser.name(), Audit.Act.EXPORT, team + " " + user);
        paths.forEach((plan, path) ->
                write(plan, path, new PlanFile(plan, found.rep(), now, notation, brand, Edition.INTERNAL)));
        return 0;
    }

    private Path path(String name) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException e) {
            throw new UserFacingException("The language settings of this machine don't allow a file name as " + name
                    + ": set LANG=C.UTF-8, and run it again.");
        }
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private void write(Plan plan, Path path, PlanFile file) {
        for (Format format : formats) {
            Path whole = path.resolveSibling(path.getFileName() + "." + format.extension());
            try {
                Optional<byte[]> bytes = file.bytes(format);
                if (bytes.isPresent()) {
                    write(whole, bytes.get());
                    System.out.println(whole);
                } else {
                    System.out.println(plan.account() + " " + plan.year() + " has no days ahead, so there is no "
                            + whole.getFileName() + ".");
                }
            } catch (IOException e) {
                throw unwritable(whole, e);
            } catch (UncheckedIOException e) {
                throw unwritable(whole, Objects.requireNonNull(e.getCause(), "an IOException is its cause"));
            }
        }
    }

    /** As a whole or not at all, for its owner alone to read. */
    private void write(Path path, byte[] bytes) throws IOException {
        Path part = Files.createTempFile(folder, "export", ".part");
        try {
            Files.write(part, bytes);
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static UserFacingException unwritable(Path path, IOException e) {
        return new UserFacingException("Steward can't write " + path + ": " + reason(e) + ".");
    }

    private static String reason(IOException e) {
        if (e instanceof FileAlreadyExistsException) {
            return "that is a file, not a folder";
        }
        if (e instanceof NoSuchFileException) {
            return "there is no such folder, and none can be made there";
        }
        if (e instanceof AccessDeniedException) {
            return "it is not allowed to";
        }
        return e instanceof FileSystemException failure && failure.getReason() != null
                ? failure.getReason()
                : String.valueOf(e.getMessage());
    }

    // ── Which plans ──

    /** @param plans by the names of their files, without endings */
    private record Found(Rep rep, Map<String, Plan> plans) {}

    private Found found(RepSession desk) {
        List<PlanCard> all = desk.plans();
        if (all.isEmpty()) {
            throw new UserFacingException(
                    "There are no plans of " + user + " in the workspace " + team + ": check both ids.");
        }
        List<PlanCard> wanted = account.map(name -> called(name, all)).orElse(all);
        FileNames names = new FileNames();
        Map<String, Plan> plans = new LinkedHashMap<>();
        // Named over all of them, so that a plan has the same name whichever others are wanted.
        all.stream()
                .sorted(Comparator.comparing(PlanCard::account).thenComparing(PlanCard::year))
                .forEach(card -> {
                    String name = names.of(card.account(), card.year());
                    if (wanted.contains(card)) {
                        desk.plan(card.id()).ifPresent(plan -> plans.put(name, plan));
                    }
                });
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
            throw new UserFacingException("There is no plan for \"" + name + "\". There are: " + names(all) + ".");
        }
        if (called.stream().map(PlanCard::account).distinct().count() > 1) {
            throw new UserFacingException("\"" + name + "\" may be " + names(called) + ": give more of the name.");
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
