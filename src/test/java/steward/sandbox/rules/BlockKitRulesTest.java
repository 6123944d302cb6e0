package steward.sandbox.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BlockKitRulesTest {

    /** One limit: blocks with a count in the place of {@code N}, as JSON, by how many are allowed. */
    record Limit(String name, int max, IntFunction<String> blocks) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("limits")
    void letsThroughWhatIsJustAtTheLimitAndNoMore(Limit limit) {
        assertThat(problems(limit.blocks().apply(limit.max()))).isEmpty();
        assertThat(problems(limit.blocks().apply(limit.max() + 1))).isNotEmpty();
    }

    static Stream<Limit> limits() {
        return Stream.of(
                new Limit("blocks in a message", 50, n -> repeat(n, "{'type':'divider'}")),
                new Limit("block_id", 255, n -> "{'type':'divider','block_id':'" + x(n) + "'}"),
                new Limit("section text", 3000, n -> section("'text':" + mrkdwn(n))),
                new Limit("section fields", 10, n -> section("'fields':[" + repeat(n, mrkdwn(1)) + "]")),
                new Limit("section field", 2000, n -> section("'fields':[" + mrkdwn(n) + "]")),
                new Limit("header", 150, n -> "{'type':'header','text':" + plain(n) + "}"),
                new Limit("context", 10, n -> "{'type':'context','elements':[" + repeat(n, mrkdwn(1)) + "]}"),
                new Limit("actions", 25, n -> actions(repeat(n, button("'value':'v'")))),
                new Limit("action_id", 255, n -> actions(button("'action_id':'" + x(n) + "'"))),
                new Limit("button text", 75, n -> actions("{'type':'button','text':" + plain(n) + "}")),
                new Limit("button value", 2000, n -> actions(button("'value':'" + x(n) + "'"))),
                new Limit("button label", 75, n -> actions(button("'accessibility_label':'" + x(n) + "'"))),
                new Limit("options", 100, n -> actions(select("'options':[" + repeat(n, option(1, 1)) + "]"))),
                new Limit("option text", 75, n -> actions(select("'options':[" + option(n, 1) + "]"))),
                new Limit("option value", 150, n -> actions(select("'options':[" + option(1, n) + "]"))),
                new Limit(
                        "overflow", 5, n -> actions("{'type':'overflow','options':[" + repeat(n, option(1, 1)) + "]}")),
                new Limit("placeholder", 150, n -> actions("{'type':'datepicker','placeholder':" + plain(n) + "}")),
                new Limit("confirm title", 100, n -> actions(button("'confirm':" + confirm(n, 1, 1)))),
                new Limit("confirm text", 300, n -> actions(button("'confirm':" + confirm(1, n, 1)))),
                new Limit("confirm button", 30, n -> actions(button("'confirm':" + confirm(1, 1, n)))),
                new Limit("image alt", 2000, n -> "{'type':'image','image_url':'u','alt_text':'" + x(n) + "'}"),
                new Limit("table rows", 100, n -> table(repeat(n, "[" + cell() + "]"))),
                new Limit("table columns", 20, n -> table("[" + repeat(n, cell()) + "]")),
                new Limit("tables in a message", 1, n -> repeat(n, table("[" + cell() + "]"))),
                new Limit("charts in a message", 2, n -> repeat(n, pie("Chart", 1))),
                new Limit("chart title", 50, n -> pie(x(n), 1)),
                new Limit("pie segments", 12, n -> pie("Chart", n)));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void tellsWhatIsWrongAndWhere(String blocks, String problem) {
        assertThat(problems(blocks)).contains(problem);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("{'type':'nope'}", "unsupported type: nope [json-pointer:/blocks/0/type]"),
                Arguments.of("{}", "missing required field: type [json-pointer:/blocks/0]"),
                Arguments.of(
                        "{'type':'divider','colour':'red'}",
                        "invalid additional property: colour [json-pointer:/blocks/0]"),
                Arguments.of(section(""), "must provide either `text` or `fields` [json-pointer:/blocks/0]"),
                Arguments.of(
                        section("'text':" + mrkdwn(0)),
                        "must be more than 0 characters [json-pointer:/blocks/0/text/text]"),
                Arguments.of(
                        section("'text':" + mrkdwn(3001)),
                        "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"),
                Arguments.of(
                        "{'type':'header','text':" + mrkdwn(1) + "}",
                        "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]"),
                Arguments.of(
                        actions("{'type':'button','text':" + mrkdwn(1) + "}"),
                        "unsupported type: mrkdwn [json-pointer:/blocks/0/elements/0/text/type]"),
                Arguments.of(
                        actions(button("'style':'green'")),
                        "must be one of danger, primary [json-pointer:/blocks/0/elements/0/style]"),
                Arguments.of(
                        "{'type':'divider','block_id':'a'},{'type':'divider','block_id':'a'}",
                        "`block_id` \"a\" already exists [json-pointer:/blocks]"),
                Arguments.of(
                        actions(button("'action_id':'a'") + "," + button("'action_id':'a'")),
                        "`action_id` \"a\" already exists [json-pointer:/blocks/0/elements]"),
                Arguments.of(
                        actions(select("'options':[]")),
                        "no less than 1 items allowed [json-pointer:/blocks/0/elements/0/options]"),
                Arguments.of(
                        actions(select("'initial_option':" + option(2, 2) + ",'options':[" + option(1, 1) + "]")),
                        "initial_option must match one of the options"
                                + " [json-pointer:/blocks/0/elements/0/initial_option]"),
                Arguments.of(
                        actions("{'type':'datepicker','initial_date':'12 March'}"),
                        "must be a date like 2027-03-12 [json-pointer:/blocks/0/elements/0/initial_date]"),
                Arguments.of(
                        "{'type':'image','image_url':'u'}",
                        "missing required field: alt_text [json-pointer:/blocks/0]"),
                Arguments.of(
                        "{'type':'rich_text','elements':[{'type':'rich_text_section','elements':["
                                + "{'type':'text','text':''}]}]}",
                        "must be more than 0 characters [json-pointer:/blocks/0/elements/0/elements/0/text]"),
                Arguments.of(
                        actions("{'type':'datepicker','focus_on_load':true},"
                                + "{'type':'datepicker','focus_on_load':true}"),
                        "only one element may have `focus_on_load` [json-pointer:/blocks]"));
    }

    @Test
    void countsCharactersAndNotTheirHalves() {
        assertThat(problems("{'type':'header','text':{'type':'plain_text','text':'" + "😀".repeat(150) + "'}}"))
                .isEmpty();
    }

    @Test
    void takesATableWithPlainAndRichCellsAndSettings() {
        assertThat(problems("{'type':'table','column_settings':[{},{'align':'right','is_wrapped':true},null],'rows':[["
                        + cell() + "," + "{'type':'rich_text','elements':[{'type':'rich_text_section','elements':"
                        + "[{'type':'text','text':'EGP','style':{'bold':true}}]}]}]]}"))
                .isEmpty();
    }

    private static List<String> problems(String blocks) {
        return BlockKitRules.problems(JsonParser.parseString("[" + blocks.replace('\'', '"') + "]"));
    }

    private static String repeat(int count, String json) {
        return IntStream.range(0, count).mapToObj(i -> json).collect(Collectors.joining(","));
    }

    private static String x(int count) {
        return "x".repeat(count);
    }

    private static String mrkdwn(int chars) {
        return "{'type':'mrkdwn','text':'" + x(chars) + "'}";
    }

    private static String plain(int chars) {
        return "{'type':'plain_text','text':'" + x(chars) + "'}";
    }

    private static String section(String properties) {
        return "{'type':'section'" + (properties.isEmpty() ? "" : "," + properties) + "}";
    }

    private static String actions(String elements) {
        return "{'type':'actions','elements':[" + elements + "]}";
    }

    private static String button(String properties) {
        return "{'type':'button','text':" + plain(1) + "," + properties + "}";
    }

    private static String select(String properties) {
        return "{'type':'static_select'," + properties + "}";
    }

    private static String option(int textChars, int valueChars) {
        return "{'text':" + plain(textChars) + ",'value':'" + x(valueChars) + "'}";
    }

    private static String confirm(int title, int text, int buttons) {
        return "{'title':" + plain(title) + ",'text':" + mrkdwn(text) + ",'confirm':" + plain(buttons) + ",'deny':"
                + plain(buttons) + "}";
    }

    private static String table(String rows) {
        return "{'type':'table','rows':[" + rows + "]}";
    }

    private static String cell() {
        return "{'type':'raw_text','text':'x'}";
    }

    private static String pie(String title, int segments) {
        return "{'type':'data_visualization','title':'" + title + "','chart':{'type':'pie','segments':["
                + repeat(segments, "{'label':'x','value':1}") + "]}}";
    }
}
