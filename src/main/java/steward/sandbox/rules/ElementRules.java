package steward.sandbox.rules;

import static steward.sandbox.rules.Rule.Shape.shape;
import static steward.sandbox.rules.Rule.anything;
import static steward.sandbox.rules.Rule.bool;
import static steward.sandbox.rules.Rule.byType;
import static steward.sandbox.rules.Rule.items;
import static steward.sandbox.rules.Rule.matching;
import static steward.sandbox.rules.Rule.number;
import static steward.sandbox.rules.Rule.oneOf;
import static steward.sandbox.rules.Rule.problem;
import static steward.sandbox.rules.Rule.string;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import steward.sandbox.http.Json;

/** Block Kit's limits and shapes for what stands in blocks: buttons, selects and pickers, and the texts and options they are made of. */
final class ElementRules {

    static final int ACTION_ID_CHARS_MAX = 255;

    static final int IMAGE_URL_CHARS_MAX = 3000;
    static final int IMAGE_ALT_CHARS_MAX = 2000;

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

    private ElementRules() {}

    /** By their type. */
    static Map<String, Rule> all() {
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

    static Rule.Shape image() {
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

    private static Rule.Shape picker() {
        return element().may("placeholder", plain(PLACEHOLDER_CHARS_MAX)).may("focus_on_load", bool());
    }

    private static Rule.Shape select() {
        Rule group = shape().must("label", plain(OPTION_GROUP_LABEL_CHARS_MAX))
                .must("options", items(1, SELECT_OPTIONS_MAX, option()));
        return picker().may("options", items(1, SELECT_OPTIONS_MAX, option()))
                .may("option_groups", items(1, SELECT_GROUPS_MAX, group))
                .whole(ElementRules::checkOptions);
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
                .whole(ElementRules::checkInitial);
    }

    // ── Composition objects ──

    static Rule plain(int charsMax) {
        return byType(
                Map.of("plain_text", shape().must("text", string(charsMax)).may("emoji", bool())));
    }

    static Rule text(int charsMax) {
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

    // ── Rules over several options ──

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
}
