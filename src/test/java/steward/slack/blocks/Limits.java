package steward.slack.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.Set;

/** Checks a message's or a modal's JSON against Slack's documented limits, written anew from their list rather than from the code's constants. */
public final class Limits {

    private Limits() {}

    public static void hold(JsonObject message) {
        text(message, "text", 4000);
        JsonArray blocks = message.getAsJsonArray("blocks");
        assertThat(blocks.size()).isLessThanOrEqualTo(50);
        assertThat(count(message, "table")).isLessThanOrEqualTo(1);
        assertThat(count(message, "data_visualization")).isLessThanOrEqualTo(2);
        Set<String> ids = new HashSet<>();
        for (JsonElement element : blocks) {
            JsonObject block = element.getAsJsonObject();
            if (block.has("block_id")) {
                text(block, "block_id", 255);
                assertThat(ids.add(JsonFields.text(block, "block_id"))).isTrue();
            }
            block(block);
        }
    }

    private static long count(JsonObject message, String type) {
        return JsonFields.objects(message, "blocks").stream()
                .filter(block -> JsonFields.text(block, "type").equals(type))
                .count();
    }

    public static void holdInModal(JsonObject view) {
        assertThat(JsonFields.text(view, "type")).isEqualTo("modal");
        assertThat(length(JsonFields.text(view, "private_metadata"))).isLessThanOrEqualTo(3000);
        text(view, "callback_id", 255);
        plain(JsonFields.object(view, "title"), 24);
        plain(JsonFields.object(view, "close"), 24);
        boolean asks = JsonFields.objects(view, "blocks").stream()
                .anyMatch(block -> JsonFields.text(block, "type").equals("input"));
        if (asks || view.has("submit")) {
            plain(JsonFields.object(view, "submit"), 24);
        }
        assertThat(view.getAsJsonArray("blocks").size()).isBetween(1, 100);
        Set<String> ids = new HashSet<>();
        for (JsonObject block : JsonFields.objects(view, "blocks")) {
            if (JsonFields.text(block, "type").equals("input")) {
                assertThat(ids.add(JsonFields.text(block, "block_id"))).isTrue();
                input(block);
            } else {
                assertThat(JsonFields.text(block, "type"))
                        .isIn("header", "context", "section", "rich_text", "actions", "divider");
                block(block);
            }
        }
    }

    private static void input(JsonObject block) {
        text(block, "block_id", 255);
        plain(JsonFields.object(block, "label"), 2000);
        if (block.has("hint")) {
            plain(JsonFields.object(block, "hint"), 2000);
        }
        JsonObject element = JsonFields.object(block, "element");
        if (JsonFields.text(element, "type").equals("plain_text_input")) {
            text(element, "action_id", 255);
            int max = element.get("max_length").getAsInt();
            assertThat(max).isBetween(1, 3000);
            assertThat(length(JsonFields.text(element, "initial_value"))).isLessThanOrEqualTo(max);
        } else {
            element(element);
        }
    }

    private static void block(JsonObject block) {
        switch (JsonFields.text(block, "type")) {
            case "header" -> plain(JsonFields.object(block, "text"), 150);
            case "section" -> {
                textObject(JsonFields.object(block, "text"));
                if (block.has("accessory")) {
                    element(JsonFields.object(block, "accessory"));
                }
            }
            case "context" -> {
                assertThat(block.getAsJsonArray("elements")).hasSizeBetween(1, 10);
                JsonFields.objects(block, "elements").forEach(Limits::textObject);
            }
            case "actions" -> actions(block);
            case "divider" -> assertThat(block.keySet()).containsExactly("type");
            case "table" -> table(block);
            case "data_visualization" -> chart(block);
            default -> assertThat(richText(block)).isBetween(1, 3000);
        }
    }

    private static void table(JsonObject block) {
        JsonArray rows = block.getAsJsonArray("rows");
        assertThat(rows).hasSizeBetween(1, 100);
        int columns = block.getAsJsonArray("column_settings").size();
        assertThat(columns).isBetween(1, 20);
        for (JsonElement row : rows) {
            assertThat(row.getAsJsonArray()).hasSize(columns);
            for (JsonElement cell : row.getAsJsonArray()) {
                assertThat(JsonFields.text(cell.getAsJsonObject(), "type")).isEqualTo("raw_text");
                text(cell.getAsJsonObject(), "text", 3000);
            }
        }
    }

    private static void chart(JsonObject block) {
        text(block, "title", 50);
        JsonObject chart = JsonFields.object(block, "chart");
        assertThat(JsonFields.text(chart, "type")).isEqualTo("bar");
        JsonArray categories = JsonFields.object(chart, "axis_config").getAsJsonArray("categories");
        assertThat(categories).hasSizeBetween(1, 20).doesNotHaveDuplicates();
        assertThat(chart.getAsJsonArray("series")).hasSizeBetween(1, 6);
        for (JsonObject series : JsonFields.objects(chart, "series")) {
            text(series, "name", 20);
            assertThat(JsonFields.objects(series, "data")).hasSize(categories.size());
            JsonFields.objects(series, "data").forEach(bar -> text(bar, "label", 20));
        }
    }

    private static void actions(JsonObject block) {
        assertThat(block.getAsJsonArray("elements")).hasSizeBetween(1, 25);
        Set<String> ids = new HashSet<>();
        for (JsonObject element : JsonFields.objects(block, "elements")) {
            assertThat(ids.add(JsonFields.text(element, "action_id"))).isTrue();
            element(element);
        }
    }

    private static void element(JsonObject element) {
        text(element, "action_id", 255);
        switch (JsonFields.text(element, "type")) {
            case "button" -> {
                plain(JsonFields.object(element, "text"), 75);
                text(element, "value", 2000);
                assertThat(JsonFields.text(element, "style")).isIn("", "primary", "danger");
            }
            case "static_select" -> {
                placeholder(element);
                assertThat(element.getAsJsonArray("options")).hasSizeBetween(1, 100);
                for (JsonObject option : JsonFields.objects(element, "options")) {
                    plain(JsonFields.object(option, "text"), 75);
                    text(option, "value", 150);
                }
                if (element.has("initial_option")) {
                    assertThat(element.getAsJsonArray("options")).contains(element.get("initial_option"));
                }
            }
            case "checkboxes" -> {
                assertThat(element.getAsJsonArray("options")).hasSizeBetween(1, 10);
                for (JsonObject option : JsonFields.objects(element, "options")) {
                    plain(JsonFields.object(option, "text"), 75);
                    text(option, "value", 150);
                }
                assertThat(JsonFields.objects(element, "options"))
                        .containsAll(JsonFields.objects(element, "initial_options"));
            }
            case "conversations_select" -> {
                assertThat(element.has("response_url_enabled")).isFalse();
                assertThat(JsonFields.object(element, "filter").getAsJsonArray("include"))
                        .extracting(JsonElement::getAsString)
                        .isSubsetOf("public", "private", "mpim", "im");
            }
            default -> {
                assertThat(JsonFields.text(element, "type")).isEqualTo("datepicker");
                placeholder(element);
                assertThat(JsonFields.text(element, "initial_date")).matches("|\\d{4}-\\d{2}-\\d{2}");
            }
        }
    }

    private static void placeholder(JsonObject element) {
        if (element.has("placeholder")) {
            plain(JsonFields.object(element, "placeholder"), 150);
        }
    }

    /** The characters of a rich text block, all of which must be plain text elements. */
    private static int richText(JsonObject block) {
        assertThat(JsonFields.text(block, "type")).isEqualTo("rich_text");
        int length = 0;
        for (JsonObject group : JsonFields.objects(block, "elements")) {
            assertThat(JsonFields.text(group, "type")).isIn("rich_text_section", "rich_text_quote");
            for (JsonObject element : JsonFields.objects(group, "elements")) {
                assertThat(JsonFields.text(element, "type")).isEqualTo("text");
                text(element, "text", 3000);
                length += length(JsonFields.text(element, "text"));
            }
        }
        return length;
    }

    private static void textObject(JsonObject text) {
        if (JsonFields.text(text, "type").equals("mrkdwn")) {
            text(text, "text", 3000);
            assertThat(text.get("verbatim").getAsBoolean()).isTrue();
        } else {
            plain(text, 3000);
        }
    }

    private static void plain(JsonObject text, int max) {
        assertThat(JsonFields.text(text, "type")).isEqualTo("plain_text");
        assertThat(text.get("emoji").getAsBoolean()).isFalse();
        text(text, "text", max);
    }

    private static void text(JsonObject in, String name, int max) {
        // As it is: what comes in is read with less.
        assertThat(in.has(name)).as(name).isTrue();
        assertThat(length(in.get(name).getAsString())).as(name).isBetween(1, max);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
