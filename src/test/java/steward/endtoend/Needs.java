package steward.endtoend;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * What a test needs of the machine it runs on.
 *
 * <p>On a developer's machine a test that lacks it is skipped and says why; with {@code CI=true} it fails, since nobody reads what was
 * skipped there.
 */
final class Needs {

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> DRIVERS = List.of("chromedriver", "chromium.chromedriver");

    private Needs() {}

    /** A browser, and the program that drives it. */
    record Chromium(Path browser, Path driver) {}

    static Chromium browser() {
        return new Chromium(
                onThePath(BROWSERS).orElseGet(() -> missing("Chromium")),
                onThePath(DRIVERS).orElseGet(() -> missing("chromedriver")));
    }

    private static Path missing(String what) {
        String reason = "This test needs " + what + " on the PATH (on Debian: chromium, chromium-driver).";
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(reason);
        }
        return Assumptions.abort(reason);
    }

    private static Optional<Path> onThePath(List<String> names) {
        List<String> folders = Arrays.asList(
                Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1));
        return names.stream()
                .flatMap(name ->
                        folders.stream().filter(folder -> !folder.isEmpty()).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
