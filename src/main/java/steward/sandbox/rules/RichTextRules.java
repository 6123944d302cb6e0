package steward.sandbox.rules;

import static steward.sandbox.rules.BlockKitRules.RICH_TEXT_CHARS_MAX;
import static steward.sandbox.rules.Rule.Shape.shape;
import static steward.sandbox.rules.Rule.anything;
import static steward.sandbox.rules.Rule.bool;
import static steward.sandbox.rules.Rule.byType;
import static steward.sandbox.rules.Rule.items;
import static steward.sandbox.rules.Rule.number;
import static steward.sandbox.rules.Rule.oneOf;
import static steward.sandbox.rules.Rule.string;

import java.util.HashMap;
import java.util.Map;

/** The shapes of {@code rich_text}: sections, lists, quotes and preformatted text, and the pieces they hold. */
final class RichTextRules {

    private static final int UNLIMITED = Integer.MAX_VALUE;

    private RichTextRules() {}

    static Rule.Shape block() {
        Rule inline = items(0, UNLIMITED, byType(pieces()));
        Rule.Shape section = shape().must("elements", inline);
        Rule.Shape list = shape().must("elements", items(0, UNLIMITED, byType(Map.of("rich_text_section", section))))
                .must("style", oneOf("bullet", "ordered"))
                .may("indent", number())
                .may("offset", number())
                .may("border", number());
        Rule.Shape boxed = shape().must("elements", inline).may("border", number());
        Rule.Shape code =
                shape().must("elements", inline).may("border", number()).may("language", string(UNLIMITED));
        return shape().must(
                        "elements",
                        items(
                                0,
                                UNLIMITED,
                                byType(Map.of(
                                        "rich_text_section", section,
                                        "rich_text_list", list,
                                        "rich_text_quote", boxed,
                                        "rich_text_preformatted", code))));
    }

    private static Map<String, Rule> pieces() {
        Rule style = shape().may("bold", bool())
                .may("italic", bool())
                .may("strike", bool())
                .may("code", bool())
                .may("underline", bool())
                .may("highlight", bool())
                .may("client_highlight", bool())
                .may("unlink", bool());
        Rule words = string(RICH_TEXT_CHARS_MAX);
        Map<String, Rule> pieces = new HashMap<>();
        pieces.put("text", shape().must("text", words).may("style", style));
        pieces.put(
                "link",
                shape().must("url", words)
                        .may("text", words)
                        .may("unsafe", bool())
                        .may("style", style));
        pieces.put("emoji", shape().must("name", words).may("unicode", words).may("style", style));
        pieces.put("user", shape().must("user_id", words).may("style", style));
        pieces.put("channel", shape().must("channel_id", words).may("style", style));
        pieces.put("usergroup", shape().must("usergroup_id", words).may("style", style));
        pieces.put(
                "broadcast",
                shape().must("range", oneOf("here", "channel", "everyone")).may("style", style));
        pieces.put("color", shape().must("value", words).may("style", style));
        pieces.put(
                "date",
                shape().must("timestamp", number())
                        .must("format", words)
                        .may("url", words)
                        .may("fallback", anything())
                        .may("style", style));
        return Map.copyOf(pieces);
    }
}
