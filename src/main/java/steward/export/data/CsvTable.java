package steward.export.data;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes a table as CSV (RFC 4180, UTF-8).
 *
 * <p>The file begins with a byte order mark: without one Excel takes it for the machine's own code page, and Łódź can't be read.
 *
 * <p>A text that a spreadsheet would take for a formula has an apostrophe before it, in whatever column it stands, so that nothing a
 * rep or a customer wrote is ever run. So has a part of a text after a semicolon, a tab or a line break: where lists are written with
 * semicolons, Excel begins a cell there. Numbers stay as they are, those below zero too. Who wants the bare words takes JSON.
 */
final class CsvTable {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * Where a formula may begin: at what OWASP lists, with the signs of Japanese and Chinese keyboards. Blanks and quotes before it are
     * dropped by some programs.
     */
    private static final Pattern FORMULA =
            Pattern.compile("^(?=[\\t\\r\\n])|(?<=^|[;\\t\\r\\n])(?=[\\h\"]*[=+\\-@＝＋－＠])");

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)*%?");

    private CsvTable() {}

    static byte[] bytes(List<String> head, Stream<List<String>> lines) {
        StringWriter text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(head);
            lines.forEach(line ->
                    csv.writeRecord(line.stream().map(CsvTable::disarmed).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String disarmed(String cell) {
        return NUMBER.matcher(cell).matches() ? cell : FORMULA.matcher(cell).replaceAll("'");
    }
}
