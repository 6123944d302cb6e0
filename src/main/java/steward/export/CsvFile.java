package steward.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.worksheet.Question;
import steward.worksheet.Step;
import steward.worksheet.Worksheet;

/**
 * A plan's answers and gaps as CSV (RFC 4180, UTF-8), one a line in the order of the paper, and what became of an opportunity right
 * under its name. What is optional and was left blank is absent.
 *
 * <p>The file begins with a byte order mark: without one Excel takes it for the machine's own code page, and Łódź can't be read.
 *
 * <p>A text that a spreadsheet would take for a formula has an apostrophe before it, in whatever column it stands, so that nothing a
 * rep or a customer wrote is ever run. So has a part of a text after a semicolon, a tab or a line break: where lists are written with
 * semicolons, Excel begins a cell there. Numbers stay as they are, those below zero too. Who wants the bare words takes JSON.
 */
final class CsvFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final List<String> HEAD =
            List.of("account", "year", "step", "number", "question", "label", "row", "answer", "value");

    /**
     * Where a formula may begin: at what OWASP lists, with the signs of Japanese and Chinese keyboards. Blanks and quotes before it are
     * dropped by some programs.
     */
    private static final Pattern FORMULA =
            Pattern.compile("^(?=[\\t\\r\\n])|(?<=^|[;\\t\\r\\n])(?=[\\h\"]*[=+\\-@＝＋－＠])");

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)*%?");

    private final Original original;
    private final Plan plan;

    CsvFile(Original original) {
        this.original = original;
        this.plan = original.plan();
    }

    byte[] bytes() {
        StringWriter text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEAD);
            Worksheet.STEPS.stream().flatMap(this::lines).forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Stream<List<String>> lines(Step step) {
        return plan.blanks(step)
                .filter(blank -> blank.question().isNumbered() && isTold(original.stands(blank)))
                .flatMap(blank -> Stream.concat(Stream.of(answer(step, blank)), fate(step, blank)));
    }

    private static boolean isTold(Stands stands) {
        return stands == Stands.ANSWERED || stands == Stands.GAP;
    }

    private List<String> answer(Step step, Blank blank) {
        return line(
                step,
                plan.number(blank).map(Object::toString).orElse(""),
                blank.question(),
                blank.row(),
                original.shown(blank).orElseGet(() -> original.stands(blank).words()),
                plan.kept(blank).orElse(""));
    }

    /** What became of the opportunity that this blank names: nothing while it is open. */
    private Stream<List<String>> fate(Step step, Blank blank) {
        return blank.question().equals(Worksheet.OPPORTUNITY)
                ? plan.fate(blank.row())
                        .either(
                                Stream::empty,
                                won -> Stream.of(line(
                                        step,
                                        "",
                                        Worksheet.WON,
                                        blank.row(),
                                        won.shown(original.notation()),
                                        Long.toString(won.minor()))),
                                why -> Stream.of(line(
                                        step,
                                        "",
                                        Worksheet.LOST,
                                        blank.row(),
                                        why.isEmpty() ? "no reason given" : why,
                                        why)))
                : Stream.empty();
    }

    private List<String> line(Step step, String number, Question<?> question, int row, String answer, String value) {
        return Stream.of(
                        plan.account(),
                        Integer.toString(plan.year()),
                        Integer.toString(step.number()),
                        number,
                        question.key(),
                        question.label(),
                        row > 0 ? Integer.toString(row) : "",
                        answer,
                        value)
                .map(CsvFile::disarmed)
                .toList();
    }

    private static String disarmed(String cell) {
        return NUMBER.matcher(cell).matches() ? cell : FORMULA.matcher(cell).replaceAll("'");
    }
}
