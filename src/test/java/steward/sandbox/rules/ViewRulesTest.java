package steward.sandbox.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import steward.sandbox.http.ApiError;
import steward.sandbox.http.Json;

class ViewRulesTest {

    private static final String INPUT = """
            {"type":"input","block_id":"b","label":{"type":"plain_text","text":"Goal"},"element":%s}""";

    @Test
    void takesAHundredBlocksAndNoMore() {
        assertThat(problems(modal(dividers(ViewRules.BLOCKS_MAX)))).isEmpty();
        assertThat(problems(modal(dividers(ViewRules.BLOCKS_MAX + 1))))
                .containsExactly("no more than 100 items allowed [json-pointer:/view/blocks]");
    }

    @Test
    void countsTheCharactersOfTitleAndButtons() {
        for (String name : List.of("title", "submit", "close")) {
            JsonObject view = modal(dividers(1));
            view.add(name, plain("é".repeat(ViewRules.TITLE_CHARS_MAX)));
            assertThat(problems(view)).isEmpty();
            view.add(name, plain("é".repeat(ViewRules.TITLE_CHARS_MAX + 1)));
            assertThat(problems(view))
                    .containsExactly("must be less than 25 characters [json-pointer:/view/" + name + "/text]");
        }
    }

    @Test
    void needsAButtonToSubmitWhatItAsks() {
        JsonObject view = modal(blocks(String.format(Locale.ROOT, INPUT, "{\"type\":\"plain_text_input\"}")));
        assertThat(problems(view)).containsExactly("missing required field: submit [json-pointer:/view]");
        view.add("submit", plain("Save"));
        assertThat(problems(view)).isEmpty();
    }

    @Test
    void knowsTheElementsThatStandInInputBlocks() {
        assertThat(asking("{\"type\":\"plain_text_input\",\"max_length\":3001}"))
                .containsExactly("must be between 1 and 3000 [json-pointer:/view/blocks/0/element/max_length]");
        assertThat(asking("{\"type\":\"plain_text_input\",\"min_length\":9,\"max_length\":3}"))
                .containsExactly(
                        "min_length must not be greater than max_length [json-pointer:/view/blocks/0/element]");
        assertThat(asking("{\"type\":\"number_input\"}"))
                .containsExactly("missing required field: is_decimal_allowed [json-pointer:/view/blocks/0/element]");
        assertThat(asking("{\"type\":\"button\",\"text\":{\"type\":\"plain_text\",\"text\":\"Go\"}}"))
                .containsExactly("unsupported type: button [json-pointer:/view/blocks/0/element/type]");
        assertThat(asking("""
                {"type":"radio_buttons","initial_option":{"text":{"type":"plain_text","text":"B"},"value":"b"},
                 "options":[{"text":{"type":"plain_text","text":"A"},"value":"a"}]}"""))
                .containsExactly("initial_option must match one of the options"
                        + " [json-pointer:/view/blocks/0/element/initial_option]");
    }

    @Test
    void hasNoTablesOrCharts() {
        assertThat(problems(modal(blocks("{\"type\":\"table\",\"rows\":[]}"))))
                .containsExactly("unsupported type: table [json-pointer:/view/blocks/0/type]");
    }

    @Test
    void holdsItsOwnMetadataAndIds() {
        JsonObject view = modal(dividers(1));
        view.addProperty("private_metadata", "m".repeat(ViewRules.PRIVATE_METADATA_CHARS_MAX + 1));
        view.addProperty("callback_id", "");
        view.addProperty("size", "large");
        assertThat(problems(view))
                .containsExactlyInAnyOrder(
                        "must be less than 3001 characters [json-pointer:/view/private_metadata]",
                        "invalid additional property: size [json-pointer:/view]");
    }

    @Test
    void letsTheHomeTabHaveNoTitleAndNoButtons() {
        JsonObject home = Json.object("type", "home", "blocks", dividers(1));
        assertThatCode(() -> ViewRules.checkHome(home)).doesNotThrowAnyException();
        home.add("submit", plain("Save"));
        assertThatCode(() -> ViewRules.checkHome(home)).hasMessage("invalid_arguments");
        assertThatCode(() -> ViewRules.checkHome(modal(dividers(1)))).hasMessage("invalid_arguments");
    }

    private static List<String> asking(String element) {
        JsonObject view = modal(blocks(String.format(Locale.ROOT, INPUT, element)));
        view.add("submit", plain("Save"));
        return problems(view);
    }

    private static List<String> problems(JsonObject view) {
        try {
            ViewRules.checkModal(view);
            return List.of();
        } catch (ApiError refused) {
            return StreamSupport.stream(
                            refused.answer().getAsJsonArray("errors").spliterator(), false)
                    .map(JsonElement::getAsString)
                    .toList();
        }
    }

    private static JsonObject modal(JsonArray blocks) {
        return Json.object("type", "modal", "title", plain("Plan"), "blocks", blocks);
    }

    private static JsonArray dividers(int count) {
        JsonArray blocks = new JsonArray();
        for (int i = 0; i < count; i++) {
            blocks.add(Json.object("type", "divider"));
        }
        return blocks;
    }

    private static JsonArray blocks(String block) {
        return Json.array(Json.parseObject(block));
    }

    private static JsonObject plain(String text) {
        return Json.object("type", "plain_text", "text", text);
    }
}
