package steward.conversation.understanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The table of what reps mean, read from {@code src/test/resources/understanding}. */
public final class Cases {

    public static final Path FOLDER = Path.of("src/test/resources/understanding");

    private static final String ORDINARY = "ordinary.tsv";
    private static final int COLUMNS = 4;

    /** One message of a case, and what it should be understood as; of an ordinary answer, how it looks. */
    public record Line(String words, String meaning) {}

    /** Messages one after the other, from where a fixture stands. */
    public record Case(String file, String number, String at, List<Line> lines) {

        @Override
        public String toString() {
            return file + " " + number + " (" + at + ")";
        }
    }

    private Cases() {}

    /** All cases but the ordinary answers. */
    public static List<Case> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".tsv"))
                    .filter(file -> !file.endsWith(ORDINARY))
                    .sorted()
                    .flatMap(file -> in(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers as reps give them. */
    public static List<Case> ordinary() {
        return in(FOLDER.resolve(ORDINARY));
    }

    /** What reps write where a plan runs, each line with what comes of it. */
    public static List<Case> replies(String file) {
        return in(FOLDER.resolve("replies").resolve(file));
    }

    private static List<Case> in(Path file) {
        List<Case> cases = new ArrayList<>();
        for (String row : rows(file)) {
            String[] columns = row.split("\t", -1);
            if (columns.length != COLUMNS) {
                throw new IllegalStateException(file + " has a line of " + columns.length + " columns: " + row);
            }
            Line line = new Line(columns[2].replace("\\n", "\n"), columns[3]);
            Case last = cases.isEmpty() ? null : cases.get(cases.size() - 1);
            if (last != null && last.number().equals(columns[0])) {
                last.lines().add(line);
            } else {
                cases.add(new Case(
                        file.getFileName().toString(), columns[0], columns[1], new ArrayList<>(List.of(line))));
            }
        }
        return cases;
    }

    private static List<String> rows(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .filter(row -> !row.startsWith("# "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
