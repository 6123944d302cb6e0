package steward.sandbox.rules;

import static steward.sandbox.rules.ElementRules.image;
import static steward.sandbox.rules.ElementRules.plain;
import static steward.sandbox.rules.ElementRules.text;
import static steward.sandbox.rules.Rule.Shape.shape;
import static steward.sandbox.rules.Rule.anything;
import static steward.sandbox.rules.Rule.bool;
import static steward.sandbox.rules.Rule.byType;
import static steward.sandbox.rules.Rule.items;
import static steward.sandbox.rules.Rule.oneOf;
import static steward.sandbox.rules.Rule.problem;
import static steward.sandbox.rules.Rule.string;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import steward.sandbox.http.Json;

/**
 * Block Kit's limits and shapes for the blocks of a message, as docs.slack.dev/reference/block-kit states them.
 *
 * <p>Lengths are in Unicode code points. Blocks that Slack has and the sandbox does not draw are let through with only
 * their outline checked.
 */
public final class BlockKitRules {

    static final int MESSAGE_BLOCKS_MAX = 50;
    static final int MESSAGE_TABLES_MAX = 1;
    static final int MESSAGE_CHARTS_MAX = 2;

    static final int BLOCK_ID_CHARS_MAX = 255;

    static final int SECTION_TEXT_CHARS_MAX = 3000;
    static final int SECTION_FIELDS_MAX = 10;
    static final int SECTION_FIELD_CHARS_MAX = 2000;
    static final int HEADER_CHARS_MAX = 150;
    static final int CONTEXT_ELEMENTS_MAX = 10;
    static final int ACTIONS_ELEMENTS_MAX = 25;
    static final int MARKDOWN_CHARS_MAX = 12_000;
    static final int TABLE_ROWS_MAX = 100;
    static final int TABLE_COLUMNS_MAX = 20;

    static final int IMAGE_TITLE_CHARS_MAX = 2000;

    static final int VIDEO_TITLE_CHARS_MAX = 200;

    static final int CHART_TITLE_CHARS_MAX = 50;
    static final int CHART_AXIS_LABEL_CHARS_MAX = 50;
    static final int CHART_LABEL_CHARS_MAX = 20;
    static final int CHART_SERIES_MAX = 12;
    static final int CHART_CATEGORIES_MAX = 20;
    static final int CHART_SEGMENTS_MAX = 12;

    /** Slack states no limit for a piece of rich text of its own; a message's text is cut at this length. */
    static final int RICH_TEXT_CHARS_MAX = 40_000;

    private static final int UNLIMITED = Integer.MAX_VALUE;

    private static final Map<String, Rule> ELEMENTS = ElementRules.all();
    private static final Map<String, Rule> BLOCKS = blocks();

    /** Slack draws these in messages alone. */
    private static final Set<String> MESSAGE_BLOCKS = Set.of("table", "data_visualization", "markdown", "file");

    private BlockKitRules() {}

    /** What is wrong with a message's blocks, in Slack's words; nothing if Slack would take them. */
    public static List<String> problems(JsonElement blocks) {
        List<String> problems = new ArrayList<>();
        items(0, MESSAGE_BLOCKS_MAX, byType(BLOCKS)).check(blocks, "/blocks", problems);
        if (blocks.isJsonArray()) {
            checkTogether(blocks.getAsJsonArray(), "/blocks", problems);
        }
        return problems;
    }

    /** The blocks of a modal or of the Home tab. */
    static Rule viewBlocks(int blocksMax) {
        Map<String, Rule> blocks = new HashMap<>(BLOCKS);
        MESSAGE_BLOCKS.forEach(blocks::remove);
        return items(0, blocksMax, byType(blocks)).and((value, at, problems) -> {
            if (value.isJsonArray()) {
                checkTogether(value.getAsJsonArray(), at, problems);
            }
        });
    }

    // ── Blocks ──

    private static Map<String, Rule> blocks() {
        Map<String, Rule> blocks = new HashMap<>();
        blocks.put("section", section());
        blocks.put("header", block().must("text", plain(HEADER_CHARS_MAX)));
        blocks.put("divider", block());
        blocks.put("context", block().must("elements", items(1, CONTEXT_ELEMENTS_MAX, contextElement())));
        blocks.put("actions", actions());
        blocks.put(
                "image",
                image().may("title", plain(IMAGE_TITLE_CHARS_MAX)).may("block_id", string(BLOCK_ID_CHARS_MAX)));
        blocks.put("rich_text", RichTextRules.block().may("block_id", string(BLOCK_ID_CHARS_MAX)));
        blocks.put("table", table());
        blocks.put("data_visualization", ChartRules.block().may("block_id", string(BLOCK_ID_CHARS_MAX)));
        blocks.put("markdown", block().must("text", string(MARKDOWN_CHARS_MAX)));
        blocks.put("input", InputRules.block(ELEMENTS).may("block_id", string(BLOCK_ID_CHARS_MAX)));
        blocks.put("video", outline("title", plain(VIDEO_TITLE_CHARS_MAX)));
        blocks.put("file", outline("external_id", anything()));
        return Map.copyOf(blocks);
    }

    private static Rule.Shape block() {
        return shape().may("block_id", string(BLOCK_ID_CHARS_MAX));
    }

    private static Rule section() {
        return block().may("text", text(SECTION_TEXT_CHARS_MAX))
                .may("fields", items(1, SECTION_FIELDS_MAX, text(SECTION_FIELD_CHARS_MAX)))
                .may("accessory", byType(ELEMENTS))
                .may("expand", bool())
                .whole((value, at, problems) -> {
                    JsonObject section = value.getAsJsonObject();
                    if (!section.has("text") && !section.has("fields")) {
                        problem(problems, "must provide either `text` or `fields`", at);
                    }
                });
    }

    private static Rule contextElement() {
        return byType(Map.of(
                "plain_text", text(SECTION_TEXT_CHARS_MAX),
                "mrkdwn", text(SECTION_TEXT_CHARS_MAX),
                "image", image()));
    }

    private static Rule actions() {
        Map<String, Rule> interactive = new HashMap<>(ELEMENTS);
        interactive.remove("image");
        return block().must("elements", items(1, ACTIONS_ELEMENTS_MAX, byType(interactive)))
                .whole(BlockKitRules::checkActionIdsDiffer);
    }

    private static Rule table() {
        Map<String, Rule> cells = Map.of(
                "raw_text", shape().must("text", string(UNLIMITED)),
                "rich_text", RichTextRules.block().may("block_id", string(BLOCK_ID_CHARS_MAX)));
        Rule setting = shape().may("align", oneOf("left", "center", "right")).may("is_wrapped", bool());
        Rule settingOrNull = (value, at, problems) -> {
            if (!value.isJsonNull()) {
                setting.check(value, at, problems);
            }
        };
        return block().must("rows", items(1, TABLE_ROWS_MAX, items(1, TABLE_COLUMNS_MAX, byType(cells))))
                .may("column_settings", items(0, TABLE_COLUMNS_MAX, settingOrNull));
    }

    /** A block of which only one required property is looked at. */
    private static Rule outline(String property, Rule rule) {
        return (value, at, problems) -> {
            JsonElement found = value.getAsJsonObject().get(property);
            if (found == null) {
                problem(problems, "missing required field: " + property, at);
            } else {
                rule.check(found, at + "/" + property, problems);
            }
        };
    }

    // ── Rules over several things ──

    private static void checkActionIdsDiffer(JsonElement value, String at, List<String> problems) {
        Set<String> seen = new HashSet<>();
        for (JsonObject element : Json.objects(value.getAsJsonObject(), "elements")) {
            String actionId = Json.string(element, "action_id");
            if (!actionId.isEmpty() && !seen.add(actionId)) {
                problem(problems, "`action_id` \"" + actionId + "\" already exists", at + "/elements");
            }
        }
    }

    private static void checkTogether(JsonArray blocks, String at, List<String> problems) {
        Set<String> ids = new HashSet<>();
        Map<String, Integer> ofType = new HashMap<>();
        int markdownChars = 0;
        for (JsonObject block : Json.objects(Json.object("blocks", blocks), "blocks")) {
            String id = Json.string(block, "block_id");
            if (!id.isEmpty() && !ids.add(id)) {
                problem(problems, "`block_id` \"" + id + "\" already exists", at);
            }
            String type = Json.string(block, "type");
            ofType.merge(type, 1, Integer::sum);
            if (type.equals("markdown")) {
                String text = Json.string(block, "text");
                markdownChars += text.codePointCount(0, text.length());
            }
        }
        if (ofType.getOrDefault("table", 0) > MESSAGE_TABLES_MAX) {
            problem(problems, "only_one_table_allowed", at);
        }
        if (ofType.getOrDefault("data_visualization", 0) > MESSAGE_CHARTS_MAX) {
            problem(problems, "no more than " + MESSAGE_CHARTS_MAX + " data_visualization blocks allowed", at);
        }
        if (markdownChars > MARKDOWN_CHARS_MAX) {
            problem(
                    problems,
                    "markdown blocks must be less than " + (MARKDOWN_CHARS_MAX + 1) + " characters together",
                    at);
        }
        checkFocus(blocks, at, problems);
    }

    private static void checkFocus(JsonArray blocks, String at, List<String> problems) {
        if (countFocus(blocks) > 1) {
            problem(problems, "only one element may have `focus_on_load`", at);
        }
    }

    private static int countFocus(JsonElement value) {
        int count = 0;
        if (value.isJsonArray()) {
            for (JsonElement item : value.getAsJsonArray()) {
                count += countFocus(item);
            }
        } else if (value.isJsonObject()) {
            JsonObject object = value.getAsJsonObject();
            count += new JsonPrimitive(true).equals(object.get("focus_on_load")) ? 1 : 0;
            for (String key : object.keySet()) {
                count += countFocus(object.get(key));
            }
        }
        return count;
    }
}
