package steward.sandbox.rules;

import static steward.sandbox.rules.BlockKitRules.CHART_AXIS_LABEL_CHARS_MAX;
import static steward.sandbox.rules.BlockKitRules.CHART_CATEGORIES_MAX;
import static steward.sandbox.rules.BlockKitRules.CHART_LABEL_CHARS_MAX;
import static steward.sandbox.rules.BlockKitRules.CHART_SEGMENTS_MAX;
import static steward.sandbox.rules.BlockKitRules.CHART_SERIES_MAX;
import static steward.sandbox.rules.BlockKitRules.CHART_TITLE_CHARS_MAX;
import static steward.sandbox.rules.Rule.Shape.shape;
import static steward.sandbox.rules.Rule.byType;
import static steward.sandbox.rules.Rule.items;
import static steward.sandbox.rules.Rule.number;
import static steward.sandbox.rules.Rule.problem;
import static steward.sandbox.rules.Rule.string;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import steward.sandbox.http.Json;

/** The shapes of {@code data_visualization}: pie, bar, area and line charts. */
final class ChartRules {

    private ChartRules() {}

    static Rule.Shape block() {
        return shape().must("title", string(CHART_TITLE_CHARS_MAX))
                .must("chart", byType(Map.of("pie", pie(), "bar", plotted(), "area", plotted(), "line", plotted())));
    }

    private static Rule pie() {
        Rule positive = number().and((value, at, problems) -> {
            if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber() && value.getAsDouble() <= 0) {
                problem(problems, "must be more than 0", at);
            }
        });
        Rule segment = shape().must("label", string(CHART_LABEL_CHARS_MAX)).must("value", positive);
        return shape().must("segments", items(1, CHART_SEGMENTS_MAX, segment));
    }

    private static Rule plotted() {
        Rule label = string(CHART_LABEL_CHARS_MAX);
        Rule point = shape().must("label", label).must("value", number());
        Rule series = shape().must("name", label).must("data", items(1, CHART_CATEGORIES_MAX, point));
        Rule axes = shape().must("categories", items(1, CHART_CATEGORIES_MAX, label))
                .may("x_label", string(CHART_AXIS_LABEL_CHARS_MAX))
                .may("y_label", string(CHART_AXIS_LABEL_CHARS_MAX));
        return shape().must("series", items(1, CHART_SERIES_MAX, series))
                .must("axis_config", axes)
                .whole(ChartRules::checkSeries);
    }

    /** Series have names of their own, and each has exactly one value for every category. */
    private static void checkSeries(JsonElement value, String at, List<String> problems) {
        JsonObject chart = value.getAsJsonObject();
        Set<String> categories = new HashSet<>();
        JsonElement listed = Json.child(chart, "axis_config").get("categories");
        if (listed != null && listed.isJsonArray()) {
            listed.getAsJsonArray().forEach(category -> categories.add(category.getAsString()));
        }
        Set<String> names = new HashSet<>();
        for (JsonObject series : Json.objects(chart, "series")) {
            if (!names.add(Json.string(series, "name"))) {
                problem(problems, "series must have unique names", at + "/series");
            }
            Set<String> labels = new HashSet<>();
            Json.objects(series, "data").forEach(point -> labels.add(Json.string(point, "label")));
            if (!labels.equals(categories)) {
                problem(problems, "series must have a value for every category", at + "/series");
            }
        }
    }
}
