package steward.slack;

import com.slack.api.model.block.RichTextBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import steward.message.Part;
import steward.message.Shortened;
import steward.message.Style;
import steward.message.Words;

/** A grid cut to what a Slack table can hold, from the right and from below. */
final class Table {

    static final int ROWS_MAX = 100;
    static final int COLUMNS_MAX = 20;
    static final int CELL_CHARACTERS_MAX = 200;
    /** Over all cells; a table with more is refused. */
    static final int TABLE_CHARACTERS_MAX = 10_000;

    private static final String NOTHING = "–";

    private final List<Part.Column> columns;
    private final List<List<String>> rows = new ArrayList<>();
    private final int columnsMissing;
    private final int rowsMissing;

    Table(Part.Grid grid) {
        columns = grid.columns().subList(0, Math.min(COLUMNS_MAX, grid.columns().size()));
        columnsMissing = grid.columns().size() - columns.size();
        int room = TABLE_CHARACTERS_MAX;
        rows.add(cells(columns.stream().map(Part.Column::heading).toList()));
        room -= characters(rows.get(0));
        for (List<String> row : grid.rows()) {
            List<String> cells = cells(row);
            room -= characters(cells);
            if (room < 0 || rows.size() == ROWS_MAX) {
                break;
            }
            rows.add(cells);
        }
        rowsMissing = grid.rows().size() - (rows.size() - 1);
    }

    TableBlock block() {
        List<List<RichTextBlock>> drawn = IntStream.range(0, rows.size())
                .mapToObj(row -> rows.get(row).stream()
                        .map(cell -> RichText.paragraph(Words.literal(cell, style(row))))
                        .toList())
                .toList();
        return new TableBlock(drawn, columns.stream().map(Table::setting).toList());
    }

    /** The same row by row, for a message that has its one table already. */
    List<Words> lines() {
        List<Words> lines = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            lines.add(Words.literal(String.join(" | ", rows.get(row)), style(row)));
        }
        missing().ifPresent(lines::add);
        return lines;
    }

    /** What was cut off, in words. */
    Optional<Words> missing() {
        if (rowsMissing > 0) {
            return Optional.of(Words.of("… and {} more", rowsMissing));
        }
        return columnsMissing > 0 ? Optional.of(Words.of("… and {} more columns", columnsMissing)) : Optional.empty();
    }

    private List<String> cells(List<String> row) {
        return IntStream.range(0, columns.size())
                .mapToObj(column -> column < row.size() ? row.get(column) : "")
                .map(cell -> cell.isBlank() ? NOTHING : Shortened.to(CELL_CHARACTERS_MAX, cell))
                .toList();
    }

    private static int characters(List<String> cells) {
        return cells.stream()
                .mapToInt(cell -> cell.codePointCount(0, cell.length()))
                .sum();
    }

    private static Style style(int row) {
        return row == 0 ? Style.BOLD : Style.PLAIN;
    }

    private static TableBlock.Column setting(Part.Column column) {
        return column.numbers() ? new TableBlock.Column("right", false) : new TableBlock.Column("left", true);
    }
}
