package steward.export.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Accounts out of a CSV file, as spreadsheets write one: columns in any order under the names that people give them, separated by commas,
 * semicolons or tabs.
 *
 * @param rows without empty ones
 * @param complaints what of the file as a whole can't be read, a sentence each
 */
public record AccountTable(List<Row> rows, List<String> complaints) {

    /** As older programs write. */
    private static final Charset WITHOUT_UNICODE = Charset.forName("windows-1252");

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What is told of an account. */
    public enum Column {
        NAME("account", "account name", "name", "customer", "customer name", "company", "key account", "client"),
        HEADQUARTERS("hq", "headquarters", "hq and location", "location", "city", "head office", "address"),
        GOAL("goal", "revenue goal", "this year's goal", "goal this year", "target", "revenue target", "this year"),
        LAST_YEAR(
                "last year", "last year's revenue", "revenue last year", "previous year", "actual", "last year actual");

        private final String names;

        Column(String... names) {
            this.names = "|" + String.join("|", names) + "|";
        }

        static Optional<Column> called(String head) {
            String plain = head.toLowerCase(Locale.ROOT)
                    .replace('’', '\'')
                    .replace('_', ' ')
                    .replaceAll("\\(.*\\)", "")
                    .strip()
                    .replaceAll("\\s+", " ");
            return Stream.of(values())
                    .filter(column -> column.names.contains("|" + plain + "|"))
                    .findFirst();
        }
    }

    /**
     * A line of the file.
     *
     * @param number of the line, from 1
     * @param cells what stands under a column; what is empty is absent
     */
    public record Row(long number, Map<Column, String> cells) {

        public Optional<String> cell(Column column) {
            return Optional.ofNullable(cells.get(column));
        }
    }

    public static AccountTable of(byte[] bytes) {
        String text = decoded(bytes);
        String head = text.lines().findFirst().orElse("");
        try {
            List<CsvRecord> records = CsvReader.builder().fieldSeparator(separator(head)).ofCsvRecord(text).stream()
                    .toList();
            return records.isEmpty() ? failed("There is nothing in this file.") : of(records);
        } catch (CsvParseException e) {
            return failed("This is no CSV file: a quotation mark in it has no end.");
        }
    }

    private static AccountTable failed(String complaint) {
        return new AccountTable(List.of(), List.of(complaint));
    }

    private static String decoded(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, WITHOUT_UNICODE);
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }

    /** The one that stands most often between the names of the columns. */
    private static char separator(String head) {
        return Stream.of(',', ';', '\t')
                .max((one, other) -> Long.compare(count(head, one), count(head, other)))
                .filter(separator -> count(head, separator) > 0)
                .orElse(',');
    }

    private static long count(String head, char separator) {
        return head.chars().filter(character -> character == separator).count();
    }

    private static AccountTable of(List<CsvRecord> records) {
        List<String> heads = records.get(0).getFields();
        Map<Integer, Column> columns = new HashMap<>();
        List<String> complaints = new ArrayList<>();
        for (int place = 0; place < heads.size(); place++) {
            String head = heads.get(place).strip();
            Optional<Column> column = Column.called(head);
            if (column.isPresent() && !columns.containsValue(column.get())) {
                columns.put(place, column.get());
            } else if (column.isPresent()) {
                complaints.add("The column \"" + head + "\" tells the same as one before it; I leave it out.");
            } else if (!head.isEmpty()) {
                complaints.add("I don't know what the column \"" + head + "\" tells; I leave it out.");
            }
        }
        if (!columns.containsValue(Column.NAME)) {
            return failed(
                    "The first line has to name the columns: account, HQ, goal, last year. I find no account there.");
        }
        List<Row> rows = records.stream()
                .skip(1)
                .map(line -> row(line, columns))
                .filter(row -> !row.cells().isEmpty())
                .collect(Collectors.toList());
        return new AccountTable(List.copyOf(rows), List.copyOf(complaints));
    }

    private static Row row(CsvRecord line, Map<Integer, Column> columns) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        columns.forEach((place, column) -> {
            String cell = place < line.getFieldCount() ? line.getField(place).strip() : "";
            if (!cell.isEmpty()) {
                cells.put(column, cell);
            }
        });
        return new Row(line.getStartingLineNumber(), cells);
    }
}
