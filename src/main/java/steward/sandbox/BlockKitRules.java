package steward.sandbox;

import static steward.sandbox.Rule.Shape.shape;
import static steward.sandbox.Rule.anything;
import static steward.sandbox.Rule.bool;
import static steward.sandbox.Rule.byType;
import static steward.sandbox.Rule.items;
import static steward.sandbox.Rule.matching;
import static steward.sandbox.Rule.number;
import static steward.sandbox.Rule.oneOf;
import static steward.sandbox.Rule.problem;
import static steward.sandbox.Rule.string;

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

/**
 * Block Kit's limits and shapes for the blocks of a message, as docs.slack.dev/reference/block-kit states them.
 *
 * <p>Lengths are in Unicode code points. Blocks that Slack has and the sandbox does not draw are let through with only
 * their outline checked.
 */
final class BlockKitRules {

    static final int MESSAGE_BLOCKS_MAX = 50;
    static final int MESSAGE_TABLES_MAX = 1;
    static final int MESSAGE_CHARTS_MAX = 2;

    static final int BLOCK_ID_CHARS_MAX = 255;
    static final int ACTION_ID_CHARS_MAX = 255;

    static final int SECTION_TEXT_CHARS_MAX = 3000;
    static final int SECTION_FIELDS_MAX = 10;
    static final int SECTION_FIELD_CHARS_MAX = 2000;
    static final int HEADER_CHARS_MAX = 150;
    static final int CONTEXT_ELEMENTS_MAX = 10;
    static final int ACTIONS_ELEMENTS_MAX = 25;
    static final int MARKDOWN_CHARS_MAX = 12_000;
    static final int TABLE_ROWS_MAX = 100;
    static final int TABLE_COLUMNS_MAX = 20;

    static final int IMAGE_URL_CHARS_MAX = 3000;
    static final int IMAGE_ALT_CHARS_MAX = 2000;
    static final int IMAGE_TITLE_CHARS_MAX = 2000;

    static final int VIDEO_TITLE_CHARS_MAX = 200;

    static final int BUTTON_TEXT_CHARS_MAX = 75;
    static final int BUTTON_VALUE_CHARS_MAX = 2000;
    static final int BUTTON_URL_CHARS_MAX = 3000;
    static final int BUTTON_LABEL_CHARS_MAX = 75;

    static final int PLACEHOLDER_CHARS_MAX = 150;
    static final int SELECT_OPTIONS_MAX = 100;
    static final int SELECT_GROUPS_MAX = 100;
    static final int OPTION_TEXT_CHARS_MAX = 75;
    static final int OPTION_VALUE_CHARS_MAX = 150;
    static final int OPTION_DESCRIPTION_CHARS_MAX = 75;
    static final int OPTION_URL_CHARS_MAX = 3000;
    static final int OPTION_GROUP_LABEL_CHARS_MAX = 75;
    static final int OVERFLOW_OPTIONS_MAX = 5;
    static final int CHECKBOXES_OPTIONS_MAX = 10;
    static final int RADIO_OPTIONS_MAX = 10;

    static final int CONFIRM_TITLE_CHARS_MAX = 100;
    static final int CONFIRM_TEXT_CHARS_MAX = 300;
    static final int CONFIRM_BUTTON_CHARS_MAX = 30;

    static final int CHART_TITLE_CHARS_MAX = 50;
    static final int CHART_AXIS_LABEL_CHARS_MAX = 50;
    static final int CHART_LABEL_CHARS_MAX = 20;
    static final int CHART_SERIES_MAX = 12;
    static final int CHART_CATEGORIES_MAX = 20;
    static final int CHART_SEGMENTS_MAX = 12;

    /** Slack states no limit for a piece of rich text of its own; a message's text is cut at this length. */
    static final int RICH_TEXT_CHARS_MAX = 40_000;

    private static final int UNLIMITED = Integer.MAX_VALUE;

    private static final Map<String, Rule> ELEMENTS = elements();
    private static final Map<String, Rule> BLOCKS = blocks();

    /** Slack draws these in messages alone. */
    private static final Set<String> MESSAGE_BLOCKS = Set.of("table", "data_visualization", "markdown", "file");

    private BlockKitRules() {}

    /** What is wrong with a message's blocks, in Slack's words; nothing if Slack would take them. */
    static List<String> problems(JsonElement blocks) {
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

    private static Rule.Shape image() {
        return shape().must("alt_text", string(IMAGE_ALT_CHARS_MAX))
                .may("image_url", string(IMAGE_URL_CHARS_MAX))
                .may("slack_file", anything())
                .whole((value, at, problems) -> {
                    JsonObject image = value.getAsJsonObject();
                    if (image.has("image_url") == image.has("slack_file")) {
                        problem(problems, "must provide exactly one of `image_url` or `slack_file`", at);
                    }
                });
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

    // ── Elements ──

    private static Map<String, Rule> elements() {
        Map<String, Rule> elements = new HashMap<>();
        elements.put("button", button());
        elements.put("image", image());
        elements.put("overflow", element().must("options", items(1, OVERFLOW_OPTIONS_MAX, option())));
        elements.put("static_select", select().may("initial_option", option()));
        elements.put("conversations_select", conversations());
        elements.put(
                "multi_static_select",
                select().may("initial_options", anything()).may("max_selected_items", number()));
        elements.put(
                "datepicker", picker().may("initial_date", matching("\\d{4}-\\d{2}-\\d{2}", "a date like 2027-03-12")));
        elements.put(
                "timepicker",
                picker().may("initial_time", matching("\\d{2}:\\d{2}", "a time like 09:30"))
                        .may("timezone", anything()));
        elements.put("checkboxes", choices(CHECKBOXES_OPTIONS_MAX).may("initial_options", anything()));
        elements.put("radio_buttons", choices(RADIO_OPTIONS_MAX).may("initial_option", option()));
        return Map.copyOf(elements);
    }

    private static Rule.Shape element() {
        return shape().may("action_id", string(ACTION_ID_CHARS_MAX)).may("confirm", confirm());
    }

    private static Rule button() {
        return element()
                .must("text", plain(BUTTON_TEXT_CHARS_MAX))
                .may("value", string(BUTTON_VALUE_CHARS_MAX))
                .may("url", string(BUTTON_URL_CHARS_MAX))
                .may("style", oneOf("primary", "danger"))
                .may("accessibility_label", string(BUTTON_LABEL_CHARS_MAX));
    }

    private static Rule.Shape picker() {
        return element().may("placeholder", plain(PLACEHOLDER_CHARS_MAX)).may("focus_on_load", bool());
    }

    private static Rule.Shape select() {
        Rule group = shape().must("label", plain(OPTION_GROUP_LABEL_CHARS_MAX))
                .must("options", items(1, SELECT_OPTIONS_MAX, option()));
        return picker().may("options", items(1, SELECT_OPTIONS_MAX, option()))
                .may("option_groups", items(1, SELECT_GROUPS_MAX, group))
                .whole(BlockKitRules::checkOptions);
    }

    private static Rule conversations() {
        Rule filter = shape().may("include", items(1, 4, oneOf("im", "mpim", "private", "public")))
                .may("exclude_bot_users", bool())
                .may("exclude_external_shared_channels", bool());
        return picker().may("initial_conversation", anything())
                .may("default_to_current_conversation", bool())
                .may("response_url_enabled", bool())
                .may("filter", filter);
    }

    private static Rule.Shape choices(int optionsMax) {
        return element()
                .must("options", items(1, optionsMax, option()))
                .may("focus_on_load", bool())
                .whole(BlockKitRules::checkInitial);
    }

    // ── Composition objects ──

    static Rule plain(int charsMax) {
        return byType(
                Map.of("plain_text", shape().must("text", string(charsMax)).may("emoji", bool())));
    }

    private static Rule text(int charsMax) {
        return byType(Map.of(
                "plain_text", shape().must("text", string(charsMax)).may("emoji", bool()),
                "mrkdwn", shape().must("text", string(charsMax)).may("verbatim", bool())));
    }

    private static Rule option() {
        return shape().must("text", text(OPTION_TEXT_CHARS_MAX))
                .may("value", string(OPTION_VALUE_CHARS_MAX))
                .may("description", text(OPTION_DESCRIPTION_CHARS_MAX))
                .may("url", string(OPTION_URL_CHARS_MAX));
    }

    private static Rule confirm() {
        return shape().must("title", plain(CONFIRM_TITLE_CHARS_MAX))
                .must("text", text(CONFIRM_TEXT_CHARS_MAX))
                .must("confirm", plain(CONFIRM_BUTTON_CHARS_MAX))
                .must("deny", plain(CONFIRM_BUTTON_CHARS_MAX))
                .may("style", oneOf("primary", "danger"));
    }

    // ── Rules over several things ──

    private static void checkOptions(JsonElement value, String at, List<String> problems) {
        JsonObject select = value.getAsJsonObject();
        if (select.has("options") == select.has("option_groups")) {
            problem(problems, "must provide exactly one of `options` or `option_groups`", at);
        }
        checkInitial(value, at, problems);
    }

    private static void checkInitial(JsonElement value, String at, List<String> problems) {
        JsonObject element = value.getAsJsonObject();
        List<JsonElement> options = allOptions(element);
        JsonElement initial = element.get("initial_option");
        if (initial != null && !options.contains(initial)) {
            problem(problems, "initial_option must match one of the options", at + "/initial_option");
        }
        if (!options.containsAll(Json.objects(element, "initial_options"))) {
            problem(problems, "initial_options must match the options", at + "/initial_options");
        }
    }

    private static List<JsonElement> allOptions(JsonObject select) {
        List<JsonElement> options = new ArrayList<>();
        Json.objects(select, "options").forEach(options::add);
        Json.objects(select, "option_groups")
                .forEach(group -> Json.objects(group, "options").forEach(options::add));
        return options;
    }

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
