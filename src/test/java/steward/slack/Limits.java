package steward.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.Set;

/** Checks a message's or a modal's JSON against Slack's documented limits, written anew from their list rather than from the code's constants. */
final class Limits {

    private Limits() {}

    static void hold(JsonObject message) {
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
                assertThat(ids.add(Json.text(block, "block_id"))).isTrue();
            }
            block(block);
        }
    }

    private static long count(JsonObject message, String type) {
        return Json.objects(message, "blocks").stream()
                .filter(block -> Json.text(block, "type").equals(type))
                .count();
    }

    static void holdInModal(JsonObject view) {
        assertThat(Json.text(view, "type")).isEqualTo("modal");
        assertThat(length(Json.text(view, "private_metadata"))).isLessThanOrEqualTo(3000);
        text(view, "callback_id", 255);
        plain(Json.object(view, "title"), 24);
        plain(Json.object(view, "close"), 24);
        boolean asks = Json.objects(view, "blocks").stream()
                .anyMatch(block -> Json.text(block, "type").equals("input"));
        if (asks || view.has("submit")) {
            plain(Json.object(view, "submit"), 24);
        }
        assertThat(view.getAsJsonArray("blocks").size()).isBetween(1, 100);
        Set<String> ids = new HashSet<>();
        for (JsonObject block : Json.objects(view, "blocks")) {
            if (Json.text(block, "type").equals("input")) {
                assertThat(ids.add(Json.text(block, "block_id"))).isTrue();
                input(block);
            } else {
                assertThat(Json.text(block, "type"))
                        .isIn("header", "context", "section", "rich_text", "actions", "divider");
                block(block);
            }
        }
    }

    private static void input(JsonObject block) {
        text(block, "block_id", 255);
        plain(Json.object(block, "label"), 2000);
        if (block.has("hint")) {
            plain(Json.object(block, "hint"), 2000);
        }
        JsonObject element = Json.object(block, "element");
        if (Json.text(element, "type").equals("plain_text_input")) {
            text(element, "action_id", 255);
            int max = element.get("max_length").getAsInt();
            assertThat(max).isBetween(1, 3000);
            assertThat(length(Json.text(element, "initial_value"))).isLessThanOrEqualTo(max);
        } else {
            element(element);
        }
    }

    private static void block(JsonObject block) {
        switch (Json.text(block, "type")) {
            case "header" -> plain(Json.object(block, "text"), 150);
            case "section" -> {
                textObject(Json.object(block, "text"));
                if (block.has("accessory")) {
                    element(Json.object(block, "accessory"));
                }
            }
            case "context" -> {
                assertThat(block.getAsJsonArray("elements")).hasSizeBetween(1, 10);
                Json.objects(block, "elements").forEach(Limits::textObject);
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
                assertThat(Json.text(cell.getAsJsonObject(), "type")).isEqualTo("raw_text");
                text(cell.getAsJsonObject(), "text", 3000);
            }
        }
    }

    private static void chart(JsonObject block) {
        text(block, "title", 50);
        JsonObject chart = Json.object(block, "chart");
        assertThat(Json.text(chart, "type")).isEqualTo("bar");
        JsonArray categories = Json.object(chart, "axis_config").getAsJsonArray("categories");
        assertThat(categories).hasSizeBetween(1, 20).doesNotHaveDuplicates();
        assertThat(chart.getAsJsonArray("series")).hasSizeBetween(1, 6);
        for (JsonObject series : Json.objects(chart, "series")) {
            text(series, "name", 20);
            assertThat(Json.objects(series, "data")).hasSize(categories.size());
            Json.objects(series, "data").forEach(bar -> text(bar, "label", 20));
        }
    }

    private static void actions(JsonObject block) {
        assertThat(block.getAsJsonArray("elements")).hasSizeBetween(1, 25);
        Set<String> ids = new HashSet<>();
        for (JsonObject element : Json.objects(block, "elements")) {
            assertThat(ids.add(Json.text(element, "action_id"))).isTrue();
            element(element);
        }
    }

    private static void element(JsonObject element) {
        text(element, "action_id", 255);
        switch (Json.text(element, "type")) {
            case "button" -> {
                plain(Json.object(element, "text"), 75);
                text(element, "value", 2000);
                assertThat(Json.text(element, "style")).isIn("", "primary", "danger");
            }
            case "static_select" -> {
                placeholder(element);
                assertThat(element.getAsJsonArray("options")).hasSizeBetween(1, 100);
                for (JsonObject option : Json.objects(element, "options")) {
                    plain(Json.object(option, "text"), 75);
                    text(option, "value", 150);
                }
                if (element.has("initial_option")) {
                    assertThat(element.getAsJsonArray("options")).contains(element.get("initial_option"));
                }
            }
            case "checkboxes" -> {
                assertThat(element.getAsJsonArray("options")).hasSizeBetween(1, 10);
                for (JsonObject option : Json.objects(element, "options")) {
                    plain(Json.object(option, "text"), 75);
                    text(option, "value", 150);
                }
                assertThat(Json.objects(element, "options")).containsAll(Json.objects(element, "initial_options"));
            }
            case "conversations_select" -> {
                assertThat(element.has("response_url_enabled")).isFalse();
                assertThat(Json.object(element, "filter").getAsJsonArray("include"))
                        .extracting(JsonElement::getAsString)
                        .isSubsetOf("public", "private", "mpim", "im");
            }
            default -> {
                assertThat(Json.text(element, "type")).isEqualTo("datepicker");
                placeholder(element);
                assertThat(Json.text(element, "initial_date")).matches("|\\d{4}-\\d{2}-\\d{2}");
            }
        }
    }

    private static void placeholder(JsonObject element) {
        if (element.has("placeholder")) {
            plain(Json.object(element, "placeholder"), 150);
        }
    }

    /** The characters of a rich text block, all of which must be plain text elements. */
    private static int richText(JsonObject block) {
        assertThat(Json.text(block, "type")).isEqualTo("rich_text");
        int length = 0;
        for (JsonObject group : Json.objects(block, "elements")) {
            assertThat(Json.text(group, "type")).isIn("rich_text_section", "rich_text_quote");
            for (JsonObject element : Json.objects(group, "elements")) {
                assertThat(Json.text(element, "type")).isEqualTo("text");
                text(element, "text", 3000);
                length += length(Json.text(element, "text"));
            }
        }
        return length;
    }

    private static void textObject(JsonObject text) {
        if (Json.text(text, "type").equals("mrkdwn")) {
            text(text, "text", 3000);
            assertThat(text.get("verbatim").getAsBoolean()).isTrue();
        } else {
            plain(text, 3000);
        }
    }

    private static void plain(JsonObject text, int max) {
        assertThat(Json.text(text, "type")).isEqualTo("plain_text");
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
