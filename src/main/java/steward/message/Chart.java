package steward.message;

import java.math.BigDecimal;
import java.util.List;

/**
 * A bar chart.
 *
 * @param title what the numbers are, with their unit
 * @param categories what is compared, each by a name of its own
 * @param series the numbers, a bar of each series for every category
 */
public record Chart(String title, List<String> categories, List<Series> series) {

    public Chart {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        int bars = categories.size();
        if (bars == 0
                || series.isEmpty()
                || series.stream().anyMatch(each -> each.values().size() != bars)) {
            throw new IllegalArgumentException("A chart has a value of every series for every category");
        }
    }

    /** A name, and a value for each category. */
    public record Series(String name, List<BigDecimal> values) {
        public Series {
            values = List.copyOf(values);
        }
    }
}
