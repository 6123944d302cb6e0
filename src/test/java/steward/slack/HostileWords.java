package steward.slack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What nobody should type, as it is written down in a file. */
final class HostileWords {

    private static final Path FILE = Path.of("src/test/resources/hostile-words.txt");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-f]{4})|(.))");
    private static final Pattern TIMES = Pattern.compile("\\{(\\d+)}\\{([^}]+)}");

    private HostileWords() {}

    static List<String> all() {
        try {
            return Files.readAllLines(FILE).stream()
                    .filter(line -> !line.isEmpty() && !line.startsWith("# "))
                    .map(line -> unescaped(repeated(line)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String repeated(String line) {
        return TIMES.matcher(line)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(2).repeat(Integer.parseInt(found.group(1)))));
    }

    private static String unescaped(String line) {
        return ESCAPE.matcher(line)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) == null
                                ? special(found.group(2))
                                : String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    private static String special(String letter) {
        return switch (letter) {
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            default -> letter;
        };
    }
}
