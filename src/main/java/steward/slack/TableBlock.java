package steward.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Slack's table, which its Java model does not have. The names of the components are those of the JSON. */
record TableBlock(String type, List<List<RichTextBlock>> rows, List<Column> columnSettings) implements LayoutBlock {

    /** How a column is set. */
    record Column(String align, boolean isWrapped) {}

    TableBlock(List<List<RichTextBlock>> rows, List<Column> columns) {
        this("table", rows, columns);
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
