package steward.export.fonts;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The fonts that are installed on the machine, for scripts that the program carries none for. Each script is looked for once. */
public final class MachineFonts {

    private static volatile List<Path> folders = List.of(
            Path.of("/usr/local/share/fonts"),
            Path.of("/usr/share/fonts"),
            Path.of(System.getProperty("user.home", ""), ".local/share/fonts"),
            Path.of("/Library/Fonts"),
            Path.of("/System/Library/Fonts"),
            Path.of("C:/Windows/Fonts"));

    private static final List<String> ENDINGS = List.of(".ttf", ".otf", ".ttc");
    private static final int DEPTH_MAX = 6;
    private static final int FILES_MAX = 500;

    private static final Map<UnicodeScript, Optional<Typeface>> FOUND = new ConcurrentHashMap<>();

    private MachineFonts() {}

    /** Looks for letters in another folder first; to be said before any document is made. */
    public static void lookFirstIn(Path folder) {
        folders = Stream.concat(Stream.of(folder), folders.stream()).toList();
    }

    /** What shows a character; empty if nothing does. */
    static Optional<Typeface> having(int point) {
        return FOUND.computeIfAbsent(UnicodeScript.of(point), script -> search(script, point))
                .filter(face -> face.draws(point));
    }

    /** One that is named for the script is tried first. */
    private static Optional<Typeface> search(UnicodeScript script, int point) {
        String name = Scripts.name(script).replace(" ", "").toLowerCase(Locale.ROOT);
        return folders.stream()
                .flatMap(MachineFonts::files)
                .sorted(Comparator.comparing((Path file) -> !nameOf(file).contains(name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(FILES_MAX)
                .flatMap(file -> read(file).stream())
                .filter(face -> face.draws(point))
                .findFirst();
    }

    private static Stream<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(folder, DEPTH_MAX)) {
            return files.filter(file -> ENDINGS.stream().anyMatch(nameOf(file)::endsWith)).toList().stream();
        } catch (IOException | UncheckedIOException e) {
            // What may not be read is as good as not there.
            return Stream.empty();
        }
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    private static Optional<Typeface> read(Path file) {
        try {
            return Optional.of(new Typeface(Font.createFont(Font.TRUETYPE_FONT, file.toFile())));
        } catch (FontFormatException | IOException | LinkageError | InternalError e) {
            return Optional.empty();
        }
    }
}
