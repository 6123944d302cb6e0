package steward.sandbox.rules;

import static steward.sandbox.rules.Rule.Shape.shape;
import static steward.sandbox.rules.Rule.bool;
import static steward.sandbox.rules.Rule.byType;
import static steward.sandbox.rules.Rule.problem;
import static steward.sandbox.rules.Rule.upTo;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import steward.sandbox.http.ApiError;
import steward.sandbox.http.Json;

/** The shapes of views, as docs.slack.dev/reference/views states them: modals and the Home tab. */
public final class ViewRules {

    public static final int VIEW_BYTES_MAX = 250_000;
    static final int BLOCKS_MAX = 100;
    static final int TITLE_CHARS_MAX = 24;
    static final int BUTTON_CHARS_MAX = 24;
    static final int PRIVATE_METADATA_CHARS_MAX = 3000;
    static final int CALLBACK_ID_CHARS_MAX = 255;
    static final int EXTERNAL_ID_CHARS_MAX = 255;

    private static final Rule MODAL = byType(Map.of("modal", modal()));
    private static final Rule HOME = byType(Map.of("home", view()));

    private ViewRules() {}

    public static void checkModal(JsonObject view) {
        check(view, MODAL);
    }

    public static void checkHome(JsonObject view) {
        check(view, HOME);
    }

    private static void check(JsonObject view, Rule rule) {
        if (Json.write(view).getBytes(StandardCharsets.UTF_8).length > VIEW_BYTES_MAX) {
            throw new ApiError("view_too_large");
        }
        List<String> problems = new ArrayList<>();
        rule.check(view, "/view", problems);
        if (!problems.isEmpty()) {
            throw ApiError.withReasons("invalid_arguments", problems);
        }
    }

    private static Rule.Shape view() {
        return shape().must("blocks", BlockKitRules.viewBlocks(BLOCKS_MAX))
                .may("private_metadata", upTo(PRIVATE_METADATA_CHARS_MAX))
                .may("callback_id", upTo(CALLBACK_ID_CHARS_MAX))
                .may("external_id", upTo(EXTERNAL_ID_CHARS_MAX));
    }

    private static Rule modal() {
        return view().must("title", ElementRules.plain(TITLE_CHARS_MAX))
                .may("submit", ElementRules.plain(BUTTON_CHARS_MAX))
                .may("close", ElementRules.plain(BUTTON_CHARS_MAX))
                .may("clear_on_close", bool())
                .may("notify_on_close", bool())
                .may("submit_disabled", bool())
                .whole(ViewRules::checkSubmit);
    }

    private static void checkSubmit(JsonElement value, String at, List<String> problems) {
        JsonObject view = value.getAsJsonObject();
        boolean asks = Json.objects(view, "blocks").stream()
                .anyMatch(block -> Json.string(block, "type").equals("input"));
        if (asks && !view.has("submit")) {
            problem(problems, "missing required field: submit", at);
        }
    }
}
