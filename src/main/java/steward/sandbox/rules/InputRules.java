package steward.sandbox.rules;

import static steward.sandbox.rules.Rule.Shape.shape;
import static steward.sandbox.rules.Rule.anything;
import static steward.sandbox.rules.Rule.bool;
import static steward.sandbox.rules.Rule.byType;
import static steward.sandbox.rules.Rule.numberWithin;
import static steward.sandbox.rules.Rule.problem;
import static steward.sandbox.rules.Rule.string;
import static steward.sandbox.rules.Rule.upTo;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import steward.sandbox.http.Json;

/** The shapes of {@code input}: a label, a hint and the element that the person fills in. */
final class InputRules {

    static final int LABEL_CHARS_MAX = 2000;
    static final int HINT_CHARS_MAX = 2000;
    static final int VALUE_CHARS_MAX = 3000;

    private InputRules() {}

    /** An input block; {@code choices} are the elements that stand elsewhere too. */
    static Rule.Shape block(Map<String, Rule> choices) {
        return shape().must("label", ElementRules.plain(LABEL_CHARS_MAX))
                .must("element", byType(elements(choices)))
                .may("hint", ElementRules.plain(HINT_CHARS_MAX))
                .may("optional", bool())
                .may("dispatch_action", bool());
    }

    private static Map<String, Rule> elements(Map<String, Rule> choices) {
        Map<String, Rule> elements = new HashMap<>(choices);
        List.of("button", "image", "overflow").forEach(elements::remove);
        elements.put("plain_text_input", words());
        elements.put("number_input", number());
        elements.put("email_text_input", typed());
        elements.put("url_text_input", typed());
        for (String other : List.of(
                "rich_text_input",
                "file_input",
                "datetimepicker",
                "users_select",
                "multi_users_select",
                "conversations_select",
                "multi_conversations_select",
                "channels_select",
                "multi_channels_select",
                "external_select",
                "multi_external_select")) {
            elements.put(other, anything());
        }
        return elements;
    }

    private static Rule.Shape typed() {
        return shape().may("action_id", string(ElementRules.ACTION_ID_CHARS_MAX))
                .may("placeholder", ElementRules.plain(ElementRules.PLACEHOLDER_CHARS_MAX))
                .may("initial_value", upTo(VALUE_CHARS_MAX))
                .may("dispatch_action_config", anything())
                .may("focus_on_load", bool());
    }

    private static Rule words() {
        return typed().may("multiline", bool())
                .may("min_length", numberWithin(0, VALUE_CHARS_MAX))
                .may("max_length", numberWithin(1, VALUE_CHARS_MAX))
                .whole(InputRules::checkLengths);
    }

    private static Rule number() {
        return typed().must("is_decimal_allowed", bool())
                .may("min_value", string(VALUE_CHARS_MAX))
                .may("max_value", string(VALUE_CHARS_MAX));
    }

    private static void checkLengths(JsonElement value, String at, List<String> problems) {
        JsonObject input = value.getAsJsonObject();
        String least = Json.string(input, "min_length");
        String most = Json.string(input, "max_length");
        if (isWhole(least) && isWhole(most) && Integer.parseInt(least) > Integer.parseInt(most)) {
            problem(problems, "min_length must not be greater than max_length", at);
        }
        String initial = Json.string(input, "initial_value");
        if (isWhole(most) && initial.codePointCount(0, initial.length()) > Integer.parseInt(most)) {
            problem(
                    problems,
                    "must be less than " + (Integer.parseInt(most) + 1) + " characters",
                    at + "/initial_value");
        }
    }

    private static boolean isWhole(String number) {
        return number.matches("\\d{1,6}");
    }
}
