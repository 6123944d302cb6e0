package steward.slack.blocks;

import com.slack.api.model.block.LayoutBlock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import steward.message.Chart;
import steward.message.Shortened;

/**
 * Slack's <a href="https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block">chart</a>, which its Java model does not have.
 */
public record ChartBlock(String type, String title, Bars chart) implements LayoutBlock {

    public static final String TYPE = "data_visualization";

    public static final int TITLE_CHARACTERS_MAX = 50;
    public static final int LABEL_CHARACTERS_MAX = 20;
    public static final int CATEGORIES_MAX = 20;
    public static final int SERIES_MAX = 6;

    /** Bars side by side. */
    record Bars(String type, List<Series> series, Axes axisConfig) {}

    /** The bars of one colour. */
    record Series(String name, List<Bar> data) {}

    /** One bar. */
    record Bar(String label, BigDecimal value) {}

    /** What stands below the bars. */
    record Axes(List<String> categories) {}

    /** As many bars as Slack draws: the first ones. */
    public static ChartBlock of(Chart chart) {
        List<String> labels =
                labels(chart.categories().stream().limit(CATEGORIES_MAX).toList());
        List<Series> series = chart.series().stream()
                .limit(SERIES_MAX)
                .map(each -> new Series(
                        label(each.name(), LABEL_CHARACTERS_MAX),
                        IntStream.range(0, labels.size())
                                .mapToObj(i ->
                                        new Bar(labels.get(i), each.values().get(i)))
                                .toList()))
                .toList();
        return new ChartBlock(
                TYPE, label(chart.title(), TITLE_CHARACTERS_MAX), new Bars("bar", series, new Axes(labels)));
    }

    /** Short names, told apart by a number where they would be the same. */
    private static List<String> labels(List<String> names) {
        List<String> labels = new ArrayList<>();
        for (String name : names) {
            String label = label(name, LABEL_CHARACTERS_MAX);
            for (int n = 2; labels.contains(label); n++) {
                label = label(name, LABEL_CHARACTERS_MAX - 3) + " " + n;
            }
            labels.add(label);
        }
        return labels;
    }

    private static String label(String text, int charactersMax) {
        return text.isBlank() ? "–" : Shortened.to(charactersMax, text);
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
