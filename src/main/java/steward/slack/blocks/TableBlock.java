package steward.slack.blocks;

import com.slack.api.model.block.LayoutBlock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import steward.message.Part;
import steward.message.Shortened;

/** Slack's <a href="https://docs.slack.dev/reference/block-kit/blocks/table-block">table</a>, which its Java model does not have. */
public record TableBlock(String type, List<List<Cell>> rows, List<Column> columnSettings) implements LayoutBlock {

    public static final int ROWS_MAX = 100;
    private static final int CELL_CHARACTERS_MAX = 200;

    /** A cell whose text is shown as it is. */
    record Cell(String type, String text) {}

    /** How a column is set. */
    record Column(String align, boolean isWrapped) {}

    public static TableBlock of(Part.Grid grid) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(cells(grid.head()));
        grid.rows().stream().limit(ROWS_MAX - 1).forEach(row -> rows.add(cells(row)));
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("left", true));
        // Wrapped, since a phone shows no more than half of what would stand on one line.
        grid.head().stream().skip(1).forEach(name -> columns.add(new Column("right", true)));
        return new TableBlock("table", rows, columns);
    }

    private static List<Cell> cells(List<String> texts) {
        return texts.stream()
                .map(text -> new Cell("raw_text", text.isBlank() ? "–" : Shortened.to(CELL_CHARACTERS_MAX, text)))
                .toList();
    }

    @Override
    public String getType() {
        return type;
    }

    @Override
    public @Nullable String getBlockId() {
        return null;
    }
}
